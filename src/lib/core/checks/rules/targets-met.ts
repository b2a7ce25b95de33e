import type { Fact, Indicator } from '../../model/extract.ts';
import { Decimal, isUnit, printedSlack, yuanPerUnit } from '../../money/index.ts';
import { compactText } from '../../text/normalise.ts';
import { asciiKey, groupBy, type Context, type Figure } from '../judge/figures.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';
import { projectKey } from '../judge/targets.ts';

const BUDGET_TARGET = /预算控制数|预算(总)?成本|项目(总)?成本|经费支出|成本控制数|总成本|预算资金总额/;
/** Names of targets that can only mean the whole of a form's money; 设备购置总成本 may be a part of it. */
const OF_THE_WHOLE = /^(?:项目|年度|资金|预算)*(?:预算控制数|成本控制数|(?:总|预算)*成本|预算资金总额)/;

interface CostTarget {
  indicator: Indicator;
  yuan: Decimal;
  slack: Decimal;
}

/**
 * Cost targets (项目预算控制数 ≤24万元) against the money of the form that they stand in. Of several, one may be the whole
 * or all together; where neither is, they are targets of parts and say nothing about the whole.
 */
function costTargets(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const forms = formsOf(context);
  const targets = context.input.indicators.flatMap((indicator): CostTarget[] => {
    const figure = indicator.horizon === 'annual' && isCost(indicator) ? costFigure(indicator) : null;
    return figure ? [{ indicator, ...figure }] : [];
  });
  const byForm = groupBy(targets, ({ indicator }) =>
    [forms.get(indicator.locator) ?? '', indicator.scope, indicator.project ?? ''].join('|'),
  );
  for (const group of byForm.values()) {
    const money = group[0] ? formTotal(context, group[0].indicator, forms) : null;
    if (!money) continue;
    const ties = (yuan: Decimal, slack: Decimal) => yuan.minus(money.yuan).abs().lte(slack.plus(money.slack));
    const whole = group.find((target) => ties(target.yuan, target.slack));
    const [only] = group;
    if (whole) drafts.push(draftOf(whole, money));
    else if (only && group.length === 1 && isOfTheWhole(only) && !isAbove(only, money))
      drafts.push(draftOf(only, money));
  }
  return drafts;
}

function isCost({ level1, level2, level3 }: Indicator): boolean {
  return /成本/.test(level1 + level2) || BUDGET_TARGET.test(compactText(level3));
}

function isOfTheWhole({ indicator }: CostTarget): boolean {
  const name = compactText(indicator.level3);
  return BUDGET_TARGET.test(name) && OF_THE_WHOLE.test(name);
}

/** A ceiling above the money is kept. */
function isAbove({ indicator, yuan }: CostTarget, money: Figure): boolean {
  return (indicator.operator === '≤' || indicator.operator === '<') && yuan.gt(money.yuan);
}

function draftOf({ indicator, yuan, slack }: CostTarget, money: Figure): Draft {
  return {
    subject: asciiKey(indicator.locator),
    compared: money,
    terms: [],
    expected: { yuan, slack },
    wording: {
      kind: 'computed',
      expected: {
        zh: `同表成本指标“${compactText(indicator.level3)}”为`,
        en: 'the cost target of the same form is',
      },
    },
  };
}

/** The table of every cell of a performance form, by locator. */
function formsOf(context: Context): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const { tableId, statement, rows } of context.surroundings.tables) {
    if (!statement.startsWith('performance')) continue;
    for (const row of rows) for (const cell of row.cells) forms.set(cell.locator, tableId);
  }
  return forms;
}

function costFigure(indicator: Indicator): { yuan: Decimal; slack: Decimal } | null {
  const { unit, value } = indicator;
  if (!isUnit(unit) || value === null || !/^\d+(\.\d+)?$/.test(value)) return null;
  const decimals = value.split('.')[1]?.length ?? 0;
  return { yuan: yuanPerUnit(unit).times(value), slack: printedSlack(unit, decimals) };
}

function formTotal(
  context: Context,
  indicator: Indicator,
  forms: ReadonlyMap<string, string>,
): Figure | null {
  const statement: Fact['statement'] =
    indicator.scope === 'overall' ? 'performance-overall' : 'performance-project';
  const wanted = indicator.project === null ? null : projectKey(indicator.project);
  const form = forms.get(indicator.locator);
  for (const [tableId, facts] of context.factsOf) {
    if (facts[0]?.statement !== statement || (form !== undefined && form !== tableId)) continue;
    for (const fact of facts) {
      if (!fact.is_total || fact.fiscal_year !== context.year || fact.flow !== 'expenditure') continue;
      if (
        statement === 'performance-project' &&
        (fact.project === null || projectKey(fact.project) !== wanted)
      )
        continue;
      const figure = context.figure(fact);
      if (figure) return figure;
    }
  }
  return null;
}

/** Shares that an overall form prints beside its amounts. */
function formShares(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const facts of context.factsOf.values()) {
    if (facts[0]?.statement !== 'performance-overall') continue;
    const own = facts.filter((fact) => fact.project === null && fact.fiscal_year === context.year);
    for (const list of groupBy(own, (fact) => fact.flow).values()) {
      const total = list.find((fact) => fact.axis === 'total' && context.figure(fact));
      const whole = total ? context.figure(total) : null;
      for (const row of groupBy(list, (fact) => `${fact.row}`).values()) {
        const share = row.find((fact) => fact.unit === '%' && /^\d+(\.\d+)?$/.test(fact.quantity ?? ''));
        const amount = row.map(context.figure).find((figure) => figure !== null);
        if (!whole || !share?.quantity || !amount) continue;
        const percent = new Decimal(share.quantity);
        const half = new Decimal(10).pow(-(share.decimals ?? 0)).div(2);
        drafts.push({
          subject: share.fact_id,
          compared: amount,
          terms: amount === whole ? [] : [plus(whole)],
          expected: {
            yuan: whole.yuan.times(percent).div(100),
            slack: half.plus(percent).times(whole.slack).plus(half.times(whole.yuan.abs())).div(100),
          },
          wording: {
            kind: 'computed',
            expected: { zh: `按所印占比 ${share.raw} 推算`, en: `its printed share of ${share.raw} is` },
          },
        });
      }
    }
  }
  return drafts;
}

/** One indicator in the overall form and in a project’s: the values of earlier years agree. */
function repeatedIndicators(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const named = context.input.indicators.filter((indicator) => indicator.prior.length > 0);
  const groups = groupBy(named, (indicator) => `${indicator.horizon}|${indicatorKey(indicator.level3)}`);
  for (const group of groups.values()) {
    const overall = group.filter((indicator) => indicator.scope === 'overall');
    const projects = group.filter((indicator) => indicator.scope === 'project');
    const [first, other] = [overall[0], projects[0]];
    if (!first || !other || overall.length > 1 || projects.length > 1) continue;
    for (const { fiscal_year: year, raw } of first.prior) {
      const before = other.prior.find((each) => each.fiscal_year === year)?.raw;
      if (before === undefined || numberOf(raw) === null || numberOf(before) === null) continue;
      const same = numberOf(raw) === numberOf(before);
      drafts.push({
        subject: `${asciiKey(other.locator)}.${year}`,
        compared: null,
        terms: [],
        verdict: { status: same ? 'exact' : 'broken', facts: [], claims: [first.locator, other.locator] },
        cause: { key: `indicator:${asciiKey(first.locator)}` },
        wording: {
          kind: 'said',
          sentence: {
            zh: `指标“${compactText(first.level3)}”${year} 年的值，整体绩效表为 ${raw}，项目绩效表为 ${before}，${same ? '一致' : '不一致'}。`,
            en: `The ${year} value of an indicator is ${raw} in the overall form and ${before} in the project’s: they ${same ? 'agree' : 'differ'}.`,
          },
        },
      });
    }
  }
  return drafts;
}

function indicatorKey(name: string): string {
  return compactText(name)
    .replace(/[,，、。;；:：“”"'()（）]/g, '')
    .replace(/(人数|人次数|人次|次数|数量|数)$/, '');
}

function numberOf(raw: string): string | null {
  const match = /(\d+(?:\.\d+)?)/.exec(compactText(raw).replaceAll(',', ''));
  return match?.[1] === undefined || /\/.*\d.*\//.test(raw) ? null : new Decimal(match[1]).toFixed();
}

export const TARGET_RULES: readonly CheckRule[] = [
  {
    id: 'cost-target',
    family: 'projects',
    name: { zh: '成本指标与资金', en: 'Cost targets against the money' },
    meaning: {
      zh: '绩效目标表中的预算控制数等成本指标与该表的资金总额一致；写“不超过”的不低于资金总额。',
      en: 'A cost target such as 项目预算控制数 equals the money of its form; a ceiling is not below it.',
    },
    find: costTargets,
  },
  {
    id: 'form-share',
    family: 'projects',
    name: { zh: '整体绩效目标表的占比', en: 'Shares in the overall form' },
    meaning: {
      zh: '整体绩效目标表所印的占比与金额推算的结果一致。',
      en: 'The shares that the overall form prints agree with its amounts.',
    },
    find: formShares,
  },
  {
    id: 'indicator-repeated',
    family: 'projects',
    name: { zh: '同一指标的往年值', en: 'Earlier values of one indicator' },
    meaning: {
      zh: '同一指标在整体绩效表和项目绩效表中所列的往年值一致。',
      en: 'An indicator has the same earlier values in the overall form and in the project’s.',
    },
    find: repeatedIndicators,
  },
];
