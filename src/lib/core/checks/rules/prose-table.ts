import type { Localised } from '../../model/localised.ts';
import { elsewhere, isConfirmedOtherwise } from '../judge/elsewhere.ts';
import { intervalsOverlap, sumOf, type ClaimFigure, type Context, type Figure } from '../judge/figures.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';
import { isItem } from '../../terms/index.ts';
import { hasTarget, targetsOf } from '../judge/targets.ts';
import { PROSE_YEARS_RULES } from './prose-years.ts';
import { claimKey, DEPENDENT, isUnambiguous } from '../judge/claim-subjects.ts';

/** Every amount in prose against the tables: against the table that agrees, if one does. */
function againstTables(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const claim of context.claims) {
    if (claim.claim.measure !== 'amount' || claim.claim.fiscal_year === null) continue;
    if (isOtherStage(context, claim)) continue;
    if (!hasTarget(claim.claim.subject)) continue;
    if (isPartOfAnother(context, claim)) continue;
    const targets = targetsOf(context, claim.claim, claim.claim.fiscal_year);
    const likeliest = bestOf(claim, targets);
    const ties = likeliest !== null && intervalsOverlap(likeliest, [claim]);
    const other = ties ? null : elsewhere(context, claim);
    const best = other ? [other] : likeliest;
    // A zero of a total is a blank of the form that the text was written in.
    if (claim.yuan.isZero() && (!best || /total|income-and/.test(claim.claim.subject))) continue;
    const certain = ties || other !== null;
    if (best && !certain && isMixed(context, claim)) continue;
    const missing = best ? (certain ? null : doubtOf(context, claim, best, targets)) : NOT_PRINTED;
    drafts.push({
      subject: claimKey(claim.claim),
      compared: claim,
      terms: (best ?? []).map(plus),
      ...(missing ? { missing } : {}),
      wording: sameWording(best),
      cause: {
        key: `claim:${claim.claim.subject}|${claim.claim.of ?? ''}|${claim.claim.fiscal_year}`,
        byGap: true,
      },
    });
  }
  return drafts;
}

const NOT_PRINTED: Localised = { zh: '表中没有印出这一项', en: 'no table prints this item' };

/** Why a stated amount that no table prints is no contradiction. */
function doubtOf(
  context: Context,
  claim: ClaimFigure,
  best: readonly Figure[],
  targets: readonly Figure[][],
): Localised | null {
  const { subject, of } = claim.claim;
  if (context.passages.isReason(claim.claim))
    return {
      zh: '这个数出现在说明原因的文字中，所指范围没有写明',
      en: 'the amount stands where the text gives a reason and doesn’t say what it covers',
    };
  if (of === 'project' && subject.startsWith('function:'))
    return {
      zh: '文中所列是项目名称，不一定是科目',
      en: 'the text lists projects, whose names need not be classes',
    };
  if (isKindOfUse(context, claim))
    return {
      zh: '文中按用途列举，不一定是经济科目',
      en: 'the text lists uses of money, which need not be economic classes',
    };
  if (isWithinClass(context, claim))
    return {
      zh: '文中说的是某一科目之内的数',
      en: 'the text speaks of what is within one class',
    };
  if (onlyBasic(best) && !isBasicSubject(subject, of))
    return { zh: '表中只有其中的基本支出部分', en: 'the tables only print the part in basic expenditure' };
  if ((DEPENDENT.has(subject) || /:/.test(subject)) && !agree(targets))
    return {
      zh: '各表印出的数不同，文中没有写明是哪一个',
      en: 'the tables print several amounts for it and the text doesn’t say which it means',
    };
  if (isConfirmedOtherwise(context, claim))
    return {
      zh: '文中另一处的数与表相符，这一处的范围没有写明',
      en: 'another passage agrees with the tables; what this one covers isn’t said',
    };
  return null;
}

/** 在职人员经费、公用经费、对个人和家庭的补助、增人增资: a list of uses, in which a class’s name covers less than the class. */
function isKindOfUse(context: Context, { claim, yuan }: ClaimFigure): boolean {
  if (!/^dept-economic:\d{3}$/.test(claim.subject)) return false;
  return context.claims.some(
    (other) =>
      other.claim.subject === claim.subject &&
      other.yuan.eq(yuan) &&
      KINDS.every((kind) =>
        context.claims.some(
          (beside) => beside.claim.subject === kind && beside.claim.locator === other.claim.locator,
        ),
      ),
  );
}

const KINDS = ['personnel', 'public'];

/** “农林水支出”科目 83 万元，用于人员经费 18 万元: an amount of what the passage named before. */
function isWithinClass(context: Context, { claim }: ClaimFigure): boolean {
  if (!DEPENDENT.has(claim.subject) || claim.of !== null) return false;
  const here = context.input.claims.filter((other) => other.locator === claim.locator);
  return here.slice(0, here.indexOf(claim)).some((other) => /^function:/.test(other.subject));
}

/** All tables print the same amount, each to its own digits. */
function agree(targets: readonly Figure[][]): boolean {
  const [first] = targets;
  return first !== undefined && targets.every((figures) => intervalsOverlap(figures, first));
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
  return exact ?? targets.find((figures) => intervalsOverlap(figures, [claim])) ?? nearest(claim, targets);
}

/** Of amounts that all differ the one that comes closest: the difference that a reader would be told of. */
function nearest(claim: Figure, targets: readonly Figure[][]): Figure[] | null {
  const gap = (figures: readonly Figure[]) => sumOf(figures).yuan.minus(claim.yuan).abs();
  return targets.reduce<Figure[] | null>(
    (best, figures) => (best !== null && gap(best).lte(gap(figures)) ? best : figures),
    null,
  );
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
  ...PROSE_YEARS_RULES,
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
