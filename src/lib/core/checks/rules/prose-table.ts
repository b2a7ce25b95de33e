import { Decimal } from '../../money/index.ts';
import { intervalsOverlap, sumOf, type ClaimFigure, type Context, type Figure } from '../judge/figures.ts';
import { minus, plus, type CheckRule, type Draft } from '../judge/rule.ts';
import { isItem } from '../../terms/index.ts';
import { hasTarget, targetsOf } from '../judge/targets.ts';
import { claimKey, isUnambiguous } from '../judge/claim-subjects.ts';

/** Every amount in prose against the tables: against the table that agrees, if one does. */
function againstTables(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const claim of context.claims) {
    if (claim.claim.measure !== 'amount' || claim.claim.fiscal_year === null) continue;
    if (isOtherStage(context, claim)) continue;
    if (!hasTarget(claim.claim.subject)) continue;
    if (isPartOfAnother(context, claim)) continue;
    const targets = targetsOf(context, claim.claim, claim.claim.fiscal_year);
    const best = bestOf(claim, targets);
    if (!best && claim.yuan.isZero()) continue;
    if (best && !intervalsOverlap(best, [claim]) && isMixed(context, claim)) continue;
    const partial =
      best !== null &&
      onlyBasic(best) &&
      !isBasicSubject(claim.claim.subject, claim.claim.of) &&
      !intervalsOverlap(best, [claim]);
    drafts.push({
      subject: claimKey(claim.claim),
      compared: claim,
      terms: (best ?? []).map(plus),
      ...missingPart(best, partial),
      wording: sameWording(best),
      cause: {
        key: `claim:${claim.claim.subject}|${claim.claim.of ?? ''}|${claim.claim.fiscal_year}`,
        byGap: true,
      },
    });
  }
  return drafts;
}

/** Amounts of another stage than the tables state: execution in a budget; the budget in a final account, items apart. */
function isOtherStage(context: Context, { claim }: ClaimFigure): boolean {
  if (context.input.document.stage === 'budget') return claim.basis === 'execution';
  return claim.basis === 'budget' && !isItem(claim.subject);
}

const SOURCE_OF_MONEY = /-income$|^carry-over$/;

/** 项目预算 1018 万元，其中财政拨款 898 万元: a source of money of something that the passage named before. */
function isPartOfAnother(context: Context, { claim, yuan }: ClaimFigure): boolean {
  if (!SOURCE_OF_MONEY.test(claim.subject) || claim.of !== null) return false;
  const all = context.claims.filter((other) => other.claim.locator === claim.locator);
  const above = all
    .slice(
      0,
      Math.max(
        0,
        all.findIndex((other) => other.claim === claim),
      ),
    )
    .filter((other) => other.claim.measure === 'amount' && !SOURCE_OF_MONEY.test(other.claim.subject))
    .at(-1);
  return above !== undefined && /^(item|project):/.test(above.claim.subject) && above.yuan.gte(yuan);
}

/** A word that the text uses for several amounts (支出 of the whole and of each part): which is meant can't be told. */
function isMixed(context: Context, claim: ClaimFigure): boolean {
  if (/:/.test(claim.claim.subject)) return false;
  const amounts = new Set<string>();
  const clear = isUnambiguous(claim.claim.subject);
  for (const other of context.claims) {
    if (other.claim.subject !== claim.claim.subject || other.claim.measure !== 'amount') continue;
    if (other.claim.fiscal_year === claim.claim.fiscal_year) amounts.add(other.yuan.toFixed());
  }
  return amounts.size > (clear ? 2 : 1);
}

function missingPart(best: readonly Figure[] | null, partial: boolean): Pick<Draft, 'missing'> {
  if (!best) return { missing: { zh: '表中没有印出这一项', en: 'no table prints this item' } };
  if (!partial) return {};
  return {
    missing: { zh: '表中只有其中的基本支出部分', en: 'the tables only print the part in basic expenditure' },
  };
}

function isBasicSubject(subject: string, of: string | null): boolean {
  return /^(basic|personnel|public)$/.test(subject) || of === 'basic';
}

/** Cells of tables of basic expenditure, which say nothing of what projects spend. */
function onlyBasic(figures: readonly Figure[]): boolean {
  return figures.every(
    ({ fact }) => fact?.statement === 'basic-by-economic' || fact?.statement === 'basic-by-function',
  );
}

function sameWording(figures: readonly Figure[] | null): Draft['wording'] {
  const count = figures?.length ?? 0;
  if (count <= 1) return { kind: 'same' };
  return {
    kind: 'same',
    what: { zh: `表中对应的 ${count} 个数之和`, en: `the sum of the ${count} figures for it in the tables` },
  };
}

function bestOf(claim: Figure, targets: readonly Figure[][]): Figure[] | null {
  const exact = targets.find((figures) => sumOf(figures).yuan.eq(claim.yuan));
  return exact ?? targets.find((figures) => intervalsOverlap(figures, [claim])) ?? targets[0] ?? null;
}

/** A stated change against the two years, where tables print both. */
function changesAgainstTables(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const claim of context.claims) {
    const { measure, fiscal_year: year, basis } = claim.claim;
    if (measure !== 'change' || year === null || !hasTarget(claim.claim.subject)) continue;
    if (basis === 'execution' && context.input.document.stage === 'budget') continue;
    const now = bestPair(targetsOf(context, claim.claim, year));
    const before = bestPair(targetsOf(context, claim.claim, year - 1));
    if (!now || !before) continue;
    drafts.push({
      subject: claimKey(claim.claim),
      compared: claim,
      terms: [...now.map(plus), ...before.map(minus)],
      cause: { key: `growth:${claim.claim.subject}|${year}` },
      wording: {
        kind: 'computed',
        expected: {
          zh: `表中两年相减（${year} − ${year - 1}）`,
          en: `the tables’ two years (${year} − ${year - 1}) differ by`,
        },
      },
    });
  }
  return drafts;
}

function bestPair(targets: readonly Figure[][]): Figure[] | null {
  return targets[0] ?? null;
}

/** A stated growth rate against the two years of the tables. */
function growthAgainstTables(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const claim of context.input.claims) {
    const { fiscal_year: year, value, direction, basis } = claim;
    if (claim.measure !== 'percent' || direction === null || year === null || !hasTarget(claim.subject))
      continue;
    if (value === null || !/^-?\d+(\.\d+)?$/.test(value)) continue;
    if (basis === 'execution' && context.input.document.stage === 'budget') continue;
    const now = bestPair(targetsOf(context, claim, year));
    const before = bestPair(targetsOf(context, claim, year - 1));
    const [current, previous] = [now?.[0], before?.[0]];
    if (!current || !previous || now?.length !== 1 || before?.length !== 1 || previous.yuan.isZero())
      continue;
    const rate = new Decimal(value);
    const half = new Decimal(10).pow(-(claim.decimals ?? 0)).div(2);
    drafts.push({
      subject: claimKey(claim),
      compared: current,
      terms: [plus(previous)],
      expected: {
        yuan: previous.yuan.times(rate.plus(100)).div(100),
        slack: previous.slack
          .times(rate.plus(100).abs().plus(half))
          .plus(half.times(previous.yuan.abs()))
          .div(100),
      },
      wording: {
        kind: 'computed',
        expected: {
          zh: `按文中所写 ${claim.raw} 由表中上年数推算`,
          en: `last year’s figure changed by the stated ${claim.raw} is`,
        },
      },
      cause: { key: `growth:${claim.subject}|${year}` },
    });
  }
  return drafts;
}

/** 机关运行经费 is the office’s running cost: 公用经费 in most disclosures, more in some. */
function operatingCost(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const claim of context.claims) {
    const { subject, measure, fiscal_year: year } = claim.claim;
    if (subject !== 'operating-cost' || measure !== 'amount' || year === null) continue;
    const best = bestOf(claim, targetsOf(context, { ...claim.claim, subject: 'public', of: null }, year));
    if (!best) continue;
    const ties = intervalsOverlap(best, [claim]);
    drafts.push({
      subject: claimKey(claim.claim),
      compared: claim,
      terms: best.map(plus),
      ...(ties
        ? {}
        : {
            missing: {
              zh: '与公用经费不等；该项口径由各单位自定，可以包括项目中的商品和服务支出',
              en: 'it differs from running costs; agencies define it themselves and may count goods and services of projects',
            },
          }),
      wording: { kind: 'same' },
    });
  }
  return drafts;
}

/** 纳入绩效管理的金额 is all expenditure, or that of projects. */
function performanceAmount(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const claim of context.claims) {
    const { subject, measure, fiscal_year: year } = claim.claim;
    if (subject !== 'performance-amount' || measure !== 'amount' || year === null) continue;
    const options = ['general-public-budget', 'total-expenditure', 'project'].flatMap((option) =>
      targetsOf(context, { ...claim.claim, subject: option, of: null }, year),
    );
    const best = bestOf(claim, options);
    if (!best) continue;
    drafts.push({
      subject: claimKey(claim.claim),
      compared: claim,
      terms: best.map(plus),
      ...(intervalsOverlap(best, [claim])
        ? {}
        : {
            missing: {
              zh: '与支出合计、项目支出都不等，范围没有说明',
              en: 'it is neither all expenditure nor that of projects, and its scope isn’t stated',
            },
          }),
      wording: { kind: 'same' },
    });
  }
  return drafts;
}

export const PROSE_TABLE_RULES: readonly CheckRule[] = [
  {
    id: 'prose-table',
    family: 'prose',
    name: { zh: '文字说明与表', en: 'Prose against tables' },
    meaning: {
      zh: '文字说明中的金额与表中同一科目、同一年度、同一支出的数一致，按两处印出的位数判断。',
      en: 'An amount in the text agrees with the table’s figure for the same subject and year, judged by the digits printed in both.',
    },
    find: againstTables,
  },
  {
    id: 'prose-change',
    family: 'prose',
    name: { zh: '文字所述增减与表中两年数', en: 'Stated change against the two years' },
    meaning: {
      zh: '表中印有两年数的，文字所述的增减等于两年之差。',
      en: 'Where tables print both years, the change stated in the text equals their difference.',
    },
    find: changesAgainstTables,
  },
  {
    id: 'prose-growth',
    family: 'prose',
    name: { zh: '文字所述增幅与表中两年数', en: 'Stated growth against the two years' },
    meaning: {
      zh: '表中印有两年数的，文字所述的增减百分比与两年数推算的结果一致。',
      en: 'Where tables print both years, the growth rate stated in the text agrees with them.',
    },
    find: growthAgainstTables,
  },
  {
    id: 'operating-cost',
    family: 'prose',
    name: { zh: '机关运行经费与公用经费', en: 'Operating cost against running costs' },
    meaning: {
      zh: '文字说明的机关运行经费与基本支出中的公用经费相比。多数单位两者相等；不等的不算矛盾，因为口径由各单位自定。',
      en: 'The stated operating cost of the office beside the running costs of basic expenditure. Most agencies equate them; a difference is no contradiction.',
    },
    find: operatingCost,
  },
  {
    id: 'performance-amount',
    family: 'projects',
    name: { zh: '纳入绩效管理的金额', en: 'Money under performance targets' },
    meaning: {
      zh: '文字说明中纳入绩效管理的金额等于支出合计或项目支出。',
      en: 'The money that the text puts under performance targets is all expenditure or that of projects.',
    },
    find: performanceAmount,
  },
];
