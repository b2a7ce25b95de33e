import type { Claim, Fact } from '../../model/extract.ts';
import { Decimal } from '../../money/index.ts';
import { stageOf, type ClaimFigure, type Context, type Figure } from './figures.ts';

const CODED = /^(?:function|dept-economic|gov-economic):(\d+)$/;
const LISTS: readonly Fact['statement'][] = [
  'procurement',
  'purchased-services',
  'meeting-training',
  'performance-project',
  'assets',
];

/**
 * A cell that prints the amount of a claim for its subject by another fund, measure or unit than the subject alone says
 * (对个人和家庭的补助 of basic expenditure, a class of one fund): the text means that one.
 */
export function elsewhere(context: Context, claim: ClaimFigure): Figure | null {
  const { fiscal_year: year, subject } = claim.claim;
  if (claim.yuan.isZero()) return null;
  for (const facts of context.factsOf.values()) {
    for (const fact of facts) {
      if (fact.fiscal_year !== year || fact.measure === 'change' || !fits(fact, subject)) continue;
      if (stageOf(context, fact) === 'budget' && claim.claim.basis !== 'budget') continue;
      const figure = context.figure(fact);
      if (figure && isSamePrint(figure, claim)) return figure;
    }
  }
  return null;
}

/** The same amount, the coarser print being the finer one rounded. */
function isSamePrint(a: Figure, b: Figure): boolean {
  return a.yuan.minus(b.yuan).abs().lte(Decimal.max(a.slack, b.slack));
}

function fits(fact: Fact, subject: string): boolean {
  const code = CODED.exec(subject)?.[1];
  // 法院（款）其他支出（项） may be read as the 款 where the text writes the 项 in its own words.
  if (code !== undefined)
    return [fact.code, fact.column_code, fact.gov_code].some((own) => own?.startsWith(code) === true);
  if (subject === 'procurement' || subject === 'purchased-services')
    return fact.statement === subject && fact.is_total;
  if (fact.item !== null) return fact.item === subject;
  if (subject.startsWith('project:') || LISTS.includes(fact.statement)) return false;
  return fact.is_total || fact.axis === 'total' || fact.axis === 'item' || fact.axis === 'unit';
}

/** The text states the same subject with another amount that a table confirms: this one is of something narrower. */
export function isConfirmedOtherwise(context: Context, { claim, yuan }: ClaimFigure): boolean {
  return context.claims.some(
    (other) =>
      other.claim !== claim &&
      isAlike(other.claim, claim) &&
      !other.yuan.eq(yuan) &&
      elsewhere(context, other) !== null,
  );
}

function isAlike(a: Claim, b: Claim): boolean {
  return a.subject === b.subject && a.measure === b.measure && a.fiscal_year === b.fiscal_year;
}
