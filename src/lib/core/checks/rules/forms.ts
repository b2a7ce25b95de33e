import type { Fact } from '../../model/extract.ts';
import { asciiKey, groupBy, intervalsOverlap, sumOf, type Context, type Figure } from '../judge/figures.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';

const SOURCE =
  /^(\d[.、])?(其中:?)?(当年|年度)?(财政拨款|财政资金|本级|上级|中央|省级|市级|区级|县级|专户|其他|单位资金|自筹|政府性基金|一般公共预算|部门|上年结转|结转)/;
const DETAIL_HEAD = /(财政拨款金额|转移支付金额|其他资金金额|^其他资金$)/;

/** The amounts of one project's performance form. */
export interface Form {
  tableId: string;
  project: string;
  totals: Figure[];
  sources: Figure[];
  details: Figure[];
}

/** The forms of the document with their amounts, in the order of its tables. */
export function forms(context: Context): Form[] {
  const all: Form[] = [];
  for (const [tableId, facts] of context.factsOf) {
    if (facts[0]?.statement !== 'performance-project') continue;
    const amounts = facts.filter(
      (fact) => fact.project !== null && fact.measure === 'total' && fact.fiscal_year === context.year,
    );
    for (const list of byStage(amounts)) {
      const project = list[0]?.project ?? '';
      const form: Form = { tableId, project, totals: [], sources: [], details: [] };
      for (const fact of list) {
        const figure = context.figure(fact);
        if (!figure) continue;
        if (fact.is_total) form.totals.push(figure);
        else if (DETAIL_HEAD.test(fact.column_label)) form.details.push(figure);
        else if (SOURCE.test(fact.label)) form.sources.push(figure);
      }
      all.push(form);
    }
  }
  return all;
}

/** One project's amounts; where a row prints several totals (年初预算数, 全年执行数), one column at a time. */
function byStage(facts: readonly Fact[]): Fact[][] {
  const lists: Fact[][] = [];
  for (const list of groupBy(facts, (fact) => fact.project ?? '').values()) {
    const rows = groupBy(
      list.filter((fact) => fact.is_total),
      (fact) => `${fact.row}`,
    );
    const several = [...rows.values()].some((row) => row.length > 1);
    if (several) lists.push(...groupBy(list, (fact) => `${fact.column}`).values());
    else lists.push(list);
  }
  return lists;
}

function formSums(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const all = forms(context);
  const several = new Set(
    [...groupBy(all, (form) => `${form.tableId}|${form.project}`)].flatMap(([, own]) =>
      own.length > 1 ? (own[0]?.project ?? '') : [],
    ),
  );
  for (const { tableId, project, totals, sources, details } of all) {
    const [total, ...others] = totals;
    if (!total) continue;
    const key = `${tableId}.${asciiKey(project)}${several.has(project) ? `.c${total.fact?.column ?? ''}` : ''}`;
    others.forEach((other, index) => {
      drafts.push({
        subject: `${key}.total${index + 2}`,
        compared: other,
        terms: [plus(total)],
        wording: { kind: 'same' },
      });
    });
    const parts = withoutNested(sources, total);
    if (parts.length > 0) {
      drafts.push({
        subject: `${key}.sources`,
        compared: total,
        terms: parts.map(plus),
        wording: {
          kind: 'sum',
          parts: { zh: `所列 ${parts.length} 项资金来源`, en: `its ${parts.length} sources of money` },
        },
      });
    }
    if (details.length > 0) {
      drafts.push({
        subject: `${key}.details`,
        compared: total,
        terms: details.map(plus),
        wording: {
          kind: 'sum',
          parts: {
            zh: `所列 ${details.length} 行支出明细`,
            en: `the ${details.length} lines of its breakdown`,
          },
        },
      });
    }
  }
  return drafts;
}

/** Where the sources exceed the total by just one of them, that one is a part of another (其中：…). */
function withoutNested(parts: Figure[], whole: Figure): Figure[] {
  const excess = sumOf(parts).yuan.minus(whole.yuan);
  if (excess.lte(0) || intervalsOverlap(parts, [whole])) return parts;
  const nested = parts.find((part) => part.yuan.eq(excess));
  return nested ? parts.filter((part) => part !== nested) : parts;
}

/** The overall form: its parts make its total, its projects the money for projects. */
function overall(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const [tableId, facts] of context.factsOf) {
    if (facts[0]?.statement !== 'performance-overall') continue;
    const own = facts.filter((fact) => fact.project === null && context.figure(fact) !== null);
    for (const [column, list] of groupBy(
      own,
      (fact) => `${fact.flow}.${asciiKey(fact.column_label)}.${fact.fiscal_year ?? ''}`,
    )) {
      drafts.push(...columnSum(context, `${tableId}.${column}`, list));
    }
    const rows = facts.filter((fact) => fact.axis === 'project' && fact.fiscal_year === context.year);
    const projectMoney = own.find((fact) => fact.measure === 'project' && fact.fiscal_year === context.year);
    const compared = projectMoney ? context.figure(projectMoney) : null;
    for (const [column, list] of groupBy(rows, (fact) => `${fact.column}`)) {
      const parts = list.flatMap((fact) => context.figure(fact) ?? []);
      if (!compared || parts.length === 0) continue;
      drafts.push({
        subject: `${tableId}.projects.c${column}`,
        compared,
        terms: parts.map(plus),
        wording: {
          kind: 'sum',
          parts: { zh: `所列 ${parts.length} 个项目`, en: `the ${parts.length} projects listed` },
        },
      });
    }
  }
  return drafts;
}

function columnSum(context: Context, key: string, facts: readonly Fact[]): Draft[] {
  const drafts: Draft[] = [];
  let parts: Figure[] = [];
  for (const fact of facts) {
    const figure = context.figure(fact);
    if (!figure) continue;
    if (!fact.is_total && fact.axis !== 'total') {
      parts.push(figure);
      continue;
    }
    if (parts.length > 0) {
      drafts.push({
        subject: `${key}.${fact.fact_id.split('.').slice(1).join('.')}`,
        compared: figure,
        terms: parts.map(plus),
        wording: { kind: 'sum', parts: { zh: `所列 ${parts.length} 项`, en: `its ${parts.length} lines` } },
      });
    }
    parts = [];
  }
  return drafts;
}

export const FORM_RULES: readonly CheckRule[] = [
  {
    id: 'form-money',
    family: 'projects',
    name: { zh: '绩效目标表的资金', en: 'Money within a performance form' },
    meaning: {
      zh: '绩效目标表中，资金总额等于各资金来源之和，也等于支出明细之和；表内几处总额相等。',
      en: 'Within a performance form the total equals its sources of money and its breakdown, and totals stated more than once agree.',
    },
    find: formSums,
  },
  {
    id: 'form-overall',
    family: 'projects',
    name: { zh: '整体绩效目标表的资金', en: 'Money within the overall form' },
    meaning: {
      zh: '整体支出绩效目标表中，各项任务（或人员、运转、项目）之和等于合计，所列项目之和等于项目支出。',
      en: 'In the overall performance form the tasks add up to the total and the projects listed to project expenditure.',
    },
    find: overall,
  },
];
