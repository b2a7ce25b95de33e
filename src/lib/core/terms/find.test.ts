import { describe, expect, it } from 'vitest';
import {
  FUND_ORDER,
  FUNDS,
  FUND_TERMS,
  fundOf,
  fundOfSubject,
  isItem,
  ITEM_ORDER,
  itemOf,
  ITEMS,
  MEASURE_ORDER,
  MEASURE_TERMS,
  measureOf,
  measureOfSubject,
  MEASURES,
  STATEMENT_ORDER,
  STATEMENTS,
  statementsTitled,
  statementTerm,
  SUBJECT_ORDER,
  SUBJECTS,
  subjectName,
  subjectNamed,
  subjectWords,
} from './index.ts';

const rows = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

/**
 * Words | item, fund and measure that they name in a head | subject that they name in prose | ≠ where the two are of
 * different concepts, for a reason: 购置费, 运行维护费 and 会议 stand alone in heads below their whole, in prose elsewhere too;
 * prose states 单位资金, 机关运行经费 and what is left at the year's end as amounts of their own; 上年结转的政府性基金 is spent
 * from that fund; 运转类 and 特定目标类 take in more in prose than 公用经费 and 项目支出.
 */
const WORDS = `
  “三公”经费 | three-public | three-public
  “三公”经费合计 | three-public | three-public
  因公出国(境)费 | abroad | abroad
  因公出国(境)费用 | abroad | abroad
  公务接待费 | reception | reception
  接待费 | reception | reception
  国内接待费 | reception | reception
  公务用车购置及运行维护费 | vehicle | vehicle
  公务用车费 | vehicle | vehicle
  公务用车 | vehicle | vehicle
  公务用车购置费 | vehicle-purchase | vehicle-purchase
  公务用车购置经费 | vehicle-purchase | vehicle-purchase
  人员经费及公用经费支出 | basic | basic
  用车购置费 | vehicle-purchase | vehicle-purchase
  车辆购置 | vehicle-purchase | vehicle-purchase
  公务用车更新购置 | vehicle-purchase | vehicle-purchase
  公务用车运行维护费 | vehicle-running | vehicle-running
  用车运行费 | vehicle-running | vehicle-running
  购置费 | vehicle-purchase | - | ≠
  运行维护费 | vehicle-running | - | ≠
  会议费 | meeting | meeting
  会议 | meeting | - | ≠
  培训费 | training | training
  “三公”经费、会议费、培训费 | - | -
  一般公共预算 | general-public-budget | general-public-budget
  一般公共预算拨款收入 | general-public-budget | general-public-budget-income
  公共财政预算 | general-public-budget | general-public-budget
  经费拨款 | general-public-budget | general-public-budget
  政府性基金预算拨款 | government-fund | government-fund-income
  政府性基金预算收入 | government-fund | government-fund-income
  基金预算 | government-fund | government-fund
  国有资本经营预算收入 | state-capital | state-capital-income
  财政专户管理资金 | fiscal-account | fiscal-account-income
  专户核拨资金 | fiscal-account | fiscal-account-income
  教育收费 | fiscal-account | fiscal-account-income
  事业收入 | institution-income | institution-income
  事业预算收入 | institution-income | institution-income
  事业单位经营收入 | operating-income | operating-income
  经营收入 | operating-income | operating-income
  上级补助收入 | superior-subsidy | superior-subsidy
  上级财政补助 | superior-subsidy | superior-subsidy
  附属单位上缴收入 | subsidiary-remittance | subsidiary-remittance
  下级单位上缴收入 | subsidiary-remittance | subsidiary-remittance
  其他收入 | other-income | other-income
  其他资金 | other-income | other-income
  自有资金 | other-income | other-income
  捐赠收入 | other-income | other-income
  利息收入 | other-income | other-income
  单位资金 | other-income | unit-funds | ≠
  上年结转 | carry-over | carry-over
  上年结转的政府性基金 | carry-over | government-fund | ≠
  年初结余 | carry-over | carry-over
  用事业基金弥补收支差额 | carry-over | carry-over
  使用非财政拨款资金余额 | carry-over | carry-over
  年终结转结余 | carry-over | carry-forward | ≠
  社会保险基金预算 | - | social-insurance-fund-income
  财政拨款 | - | appropriation-income
  财政拨款收入 | - | appropriation-income
  财政拨款支出 | - | appropriation-expenditure
  财政拨款收支 | - | appropriation-balance
  基本支出 | basic | basic
  一般公共预算基本支出 | general-public-budget basic | basic
  人员经费 | personnel | personnel
  人员经费和公用经费 | basic | basic
  公用经费 | public | public
  日常公用支出 | public | public
  运转类项目 | public | - | ≠
  项目支出 | project | project
  专项业务经费 | project | project
  特定目标类项目 | project | - | ≠
  事业单位经营支出 | operating | operating-expenditure
  经营支出 | operating | operating-expenditure
  上缴上级支出 | remitted-up | remitted-up
  对附属单位补助支出 | subsidy-down | subsidy-down
  机关运行经费 | public | operating-cost | ≠
  委托业务费 | - | entrusted-services
  政府采购 | - | procurement
  政府采购货物 | - | procurement-goods
  服务类采购 | - | procurement-services
  政府购买服务 | - | procurement-services
  面向中小企业采购 | - | procurement-small
  固定资产 | - | fixed-assets
  增减 | change | -
  人数 | people | -
  数量 | quantity | -
  单价 | unit-price | -
  收入总计 | - | total-income
  支出总计 | - | total-expenditure
  收支总计 | - | income-and-expenditure
`;

/** Titles | the statement that each names; two where only the rows of the table tell. */
const TITLES = `
  部门收支总表 | budget-summary
  部门收入总表 | income-summary
  部门支出总表 | expenditure-summary
  收支预算总表(部门综合预算) | budget-summary
  财政拨款收支总表 | appropriation-summary
  财政拨款预算收支总体情况表 | appropriation-summary
  一般公共预算支出表 | general-by-function general-by-economic
  一般公共预算支出表(按功能分类) | general-by-function
  一般公共预算支出明细表(按经济分类科目) | general-by-economic
  一般公共预算支出表(分单位) | general-by-unit
  财政拨款支出表 | general-by-function general-by-economic
  基本支出表 | basic-by-function basic-by-economic
  一般公共预算基本支出表(按经济分类) | basic-by-economic
  一般公共预算财政拨款基本支出决算表(按功能分类) | basic-by-function
  人员经费和公用经费基本支出表 | basic-by-economic
  机关运行经费表 | basic-by-economic
  政府性基金预算支出表 | government-fund
  政府性基金收支表 | government-fund
  国有资本经营预算支出表 | state-capital
  财政专户管理资金支出表 | fiscal-account
  一般公共预算“三公”经费支出表 | three-public
  “三公”经费、会议费、培训费支出表 | three-public
  行政经费及“三公”经费预算表 | three-public
  公务用车购置、运行及公务接待费表 | three-public
  项目支出表 | project-expenditure
  项目支出预算明细表 | project-expenditure
  项目支出绩效目标表 | performance-project
  专项业务经费预算表 | project-expenditure
  专项资金预算表 | project-expenditure
  部门整体支出绩效目标表 | performance-overall
  政府采购预算表 | procurement
  政府采购(资产配置、购买服务)预算表 | procurement
  政府向社会力量购买服务预算表 | purchased-services
  会议计划表 | meeting-training
  培训费明细表 | meeting-training
  国有资产占有使用情况表 | assets
  人员情况表 | -
`;

/** The fund, measure or item that a subject is the amount of; null for a topic of its own. */
function conceptOf(subject: string | null): string | null {
  if (subject === null) return null;
  if (isItem(subject)) return subject;
  return fundOfSubject(subject)?.fund ?? measureOfSubject(subject);
}

/** Whether one of two readings names a concept that the other has a word for and doesn't name. */
function differ(heads: readonly string[], subject: string | null): boolean {
  const spoken = conceptOf(subject);
  if (spoken !== null) return !heads.includes(spoken);
  return heads.some((head) => SUBJECTS.some((id) => conceptOf(id) === head));
}

describe('words of heads and of prose', () => {
  it.each(rows(WORDS))('%s | %s | %s', (words = '', heads = '', subject = '', mark = '') => {
    const named = [itemOf(words), fundOf(words), measureOf(words)].flatMap((id) => id ?? []);
    expect([named.join(' ') || '-', subjectNamed(words) ?? '-']).toEqual([heads, subject]);
    expect(differ(named, subjectNamed(words)) ? '≠' : '').toBe(mark);
  });

  it('of which only some may be meant', () => {
    expect(subjectNamed('货物', (subject) => subject !== 'procurement-goods')).toBeNull();
  });
});

describe('titles', () => {
  it.each(rows(TITLES))('%s | %s', (title = '', kinds = '') => {
    expect(statementsTitled(title).join(' ') || '-').toBe(kinds);
  });
});

describe('records', () => {
  it('with words stand in the order in which words are looked for, each once', () => {
    const sorted = (ids: readonly string[]): string[] => [...ids].sort();
    const withHead = (terms: Record<string, object>): string[] =>
      Object.keys(terms).filter((id) => 'head' in (terms[id] ?? {}));
    expect(sorted(ITEM_ORDER)).toEqual(sorted(ITEMS));
    expect(sorted(FUND_ORDER)).toEqual(sorted(withHead(FUND_TERMS)));
    expect(sorted(MEASURE_ORDER)).toEqual(sorted(withHead(MEASURE_TERMS)));
    expect(sorted(SUBJECT_ORDER)).toEqual(sorted(SUBJECTS.filter((id) => subjectWords(id) !== null)));
    expect(sorted(STATEMENT_ORDER)).toEqual(sorted(STATEMENTS.filter((id) => statementTerm(id).title)));
  });

  it('have names in both languages', () => {
    for (const id of SUBJECTS) expect([subjectName(id).zh, subjectName(id).en], id).not.toContain('');
    expect(subjectName('project:清淤').zh).toBe('清淤');
  });

  it('name each concept once', () => {
    for (const ids of [ITEMS, FUNDS, MEASURES, STATEMENTS, SUBJECTS])
      expect(new Set<string>(ids).size).toBe(ids.length);
  });
});
