import type { Claim } from '../../model/extract.ts';
import { Decimal, isUnit, printedSlack } from '../../money/index.ts';
import { claimKey } from '../judge/claim-subjects.ts';
import { sumOf, type Context, type Figure } from '../judge/figures.ts';
import { minus, plus, type CheckRule, type Draft } from '../judge/rule.ts';
import { hasTarget, targetsOf } from '../judge/targets.ts';

/** What one table prints for a subject in two years. */
interface TwoYears {
  now: Figure[];
  before: Figure[];
}

/** A stated change against the two years, where tables print both. */
function changesAgainstTables(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const claim of context.claims) {
    const { measure, fiscal_year: year, decimals, unit } = claim.claim;
    if (measure !== 'change' || year === null || !isComparable(context, claim.claim)) continue;
    const [pair, ...others] = twoYears(context, claim.claim, year);
    if (!pair || others.length > 0) continue;
    const { now, before } = pair;
    const exact = sumOf(now).yuan.minus(sumOf(before).yuan);
    // Each year may have been rounded to the text’s digits before they were subtracted.
    const rounded = isUnit(unit) ? printedSlack(unit, decimals ?? 0) : new Decimal(0);
    const slack = sumOf([...now, ...before]).slack.plus(rounded);
    drafts.push({
      subject: claimKey(claim.claim),
      compared: claim,
      terms: [...now.map(plus), ...before.map(minus)],
      expected: { yuan: exact, slack },
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

function isComparable(context: Context, claim: Claim): boolean {
  return (
    hasTarget(claim.subject) &&
    !(claim.basis === 'execution' && context.input.document.stage === 'budget') &&
    !context.passages.isReason(claim) &&
    !isOfSeveral(context, claim)
  );
}

/** 教育支出 3 万元，卫生健康支出 5 万元。比上年减少 1 万元: a change after a list of amounts is of none of them. */
function isOfSeveral(context: Context, claim: Claim): boolean {
  const scheme = /^(function|dept-economic|gov-economic):/.exec(claim.subject)?.[0];
  if (scheme === undefined) return false;
  const here = context.input.claims.filter((other) => other.locator === claim.locator);
  const before = here.slice(0, here.indexOf(claim));
  const last = before.findLastIndex((other) => other.measure !== 'amount');
  return before.slice(last + 1).filter((other) => other.subject.startsWith(scheme)).length > 1;
}

/** Pairs of years of one table each: what another table prints for one of them may be other money. */
function twoYears(context: Context, claim: Claim, year: number): TwoYears[] {
  const before = targetsOf(context, claim, year - 1);
  const pairs = targetsOf(context, claim, year).flatMap((now): TwoYears[] => {
    const same = before.find((figures) => tableOf(figures) !== null && tableOf(figures) === tableOf(now));
    return same ? [{ now, before: same }] : [];
  });
  const seen = new Set<string>();
  return pairs.filter((pair) => {
    const key = `${sumOf(pair.now).yuan.toFixed()}|${sumOf(pair.before).yuan.toFixed()}`;
    return !seen.has(key) && seen.add(key);
  });
}

function tableOf(figures: readonly Figure[]): string | null {
  return figures[0]?.fact?.table_id ?? null;
}

/** A stated growth rate against the two years of the tables. */
function growthAgainstTables(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const claim of context.input.claims) {
    const { fiscal_year: year, value, direction } = claim;
    if (claim.measure !== 'percent' || direction === null || year === null) continue;
    if (value === null || !/^-?\d+(\.\d+)?$/.test(value) || !isComparable(context, claim)) continue;
    const [pair, ...others] = twoYears(context, claim, year);
    const [current, previous] = [pair?.now[0], pair?.before[0]];
    if (!pair || !current || !previous || others.length > 0) continue;
    if (pair.now.length !== 1 || pair.before.length !== 1 || previous.yuan.isZero()) continue;
    const factor = new Decimal(value).plus(100).div(100);
    const half = new Decimal(10).pow(-(claim.decimals ?? 0)).div(200);
    // The rate may have been worked out from the amounts as the text rounds them.
    const rounded = roundingOf(context, claim);
    drafts.push({
      subject: claimKey(claim),
      compared: current,
      terms: [plus(previous)],
      expected: {
        yuan: previous.yuan.times(factor),
        slack: Decimal.max(previous.slack, rounded)
          .times(factor.abs().plus(half))
          .plus(half.times(previous.yuan.abs()))
          .plus(rounded),
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

/** Half a unit of the last digit that the text prints for the subject, or zero where it prints no amount of it. */
function roundingOf(context: Context, { subject, locator }: Claim): Decimal {
  const slacks = context.claims
    .filter(({ claim }) => claim.subject === subject && claim.locator === locator)
    .map(({ slack }) => slack);
  return slacks.length === 0 ? new Decimal(0) : Decimal.min(...slacks);
}

export const PROSE_YEARS_RULES: readonly CheckRule[] = [
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
];
