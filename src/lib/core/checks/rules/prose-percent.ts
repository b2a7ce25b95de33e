import type { Claim } from '../../model/extract.ts';
import { Decimal } from '../../money/index.ts';
import { claimKey, DEPENDENT, WHOLES } from '../judge/claim-subjects.ts';
import type { ClaimFigure, Context, Figure } from '../judge/figures.ts';
import { plus, type Draft } from '../judge/rule.ts';
import { isItem } from '../../terms/index.ts';

/** Shares (占 x%) and growth (增长 x%) against the amounts that the text states. */
export function percentages(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const lookup = new Statements(context);
  for (const [index, claim] of context.input.claims.entries()) {
    if (claim.measure !== 'percent' || claim.value === null || !/^-?\d+(\.\d+)?$/.test(claim.value)) continue;
    const percent = new Decimal(claim.value);
    const half = new Decimal(10).pow(-(claim.decimals ?? 0)).div(2);
    const draft =
      claim.direction === null
        ? share(lookup, claim, index, percent, half)
        : growth(lookup, claim, index, percent, half);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

/** Amounts and changes of the prose by subject and position, for what a percentage refers to. */
class Statements {
  readonly isFinalAccount: boolean;
  readonly #figures: Map<Claim, ClaimFigure>;
  readonly #claims: readonly Claim[];

  constructor(context: Context) {
    this.isFinalAccount = context.input.document.stage === 'final-account';
    this.#claims = context.input.claims;
    this.#figures = new Map(context.claims.map((figure) => [figure.claim, figure]));
  }

  /** The last statement of a subject before a position, or the first after it; in the same passage where asked. */
  near(
    subject: string,
    measure: Claim['measure'],
    year: number | null,
    index: number,
    locator?: string,
  ): ClaimFigure | null {
    const fits = (claim: Claim | undefined) =>
      claim !== undefined &&
      claim.subject === subject &&
      claim.measure === measure &&
      claim.fiscal_year === year &&
      (locator === undefined || claim.locator === locator);
    for (let i = index - 1; i >= 0; i--) {
      const claim = this.#claims[i];
      if (claim && fits(claim)) return this.#figures.get(claim) ?? null;
    }
    return null;
  }

  /** Amounts of a year before a position, the nearest first. */
  before(index: number, fits: (claim: Claim) => boolean, year: number | null): ClaimFigure[] {
    return this.#claims
      .slice(0, index)
      .filter((claim) => claim.measure === 'amount' && claim.fiscal_year === year && fits(claim))
      .flatMap((claim) => this.#figures.get(claim) ?? [])
      .reverse();
  }

  /** The passage states several shares of one subject. */
  isOneOfManyShares({ subject, locator }: Claim): boolean {
    const shares = this.#claims.filter(
      (claim) =>
        claim.subject === subject &&
        claim.locator === locator &&
        claim.measure === 'percent' &&
        claim.direction === null,
    );
    return shares.length > 1;
  }
}

/** What a share may be taken of where the sentence names no whole but states one. */
const WHOLE = /expenditure|income|balance|budget|^(procurement|three-public)$/;

function share(
  lookup: Statements,
  claim: Claim,
  index: number,
  percent: Decimal,
  half: Decimal,
): Draft | null {
  const part = lookup.near(claim.subject, 'amount', claim.fiscal_year, index, claim.locator);
  // A final account evaluates projects by their budget and states what they spent: shares of the one are none of the other.
  if (!part || (claim.subject === 'performance-amount' && lookup.isFinalAccount)) return null;
  const drafts = wholesOf(lookup, claim, index).map((whole) =>
    percentDraft(claim, part, whole, percent, half, whole.yuan, whole.slack),
  );
  const [nearest] = drafts;
  const fitting = drafts.find(agrees);
  if (fitting || !nearest) return fitting ?? null;
  // 占货物支出的 9.16%, 占服务支出的 90.84%: shares of parts whose amounts the sentence leaves out.
  if (lookup.isOneOfManyShares(claim)) return null;
  if (!DEPENDENT.has(claim.of ?? '') || drafts.length === 1) return nearest;
  return {
    ...nearest,
    missing: { zh: '文中没有写明占的是哪一个总数', en: 'the text doesn’t say of which whole' },
  };
}

/** The amounts that a share may be of, the likeliest first. */
function wholesOf(lookup: Statements, claim: Claim, index: number): ClaimFigure[] {
  const { of, fiscal_year: year, subject, locator } = claim;
  if (of !== null && DEPENDENT.has(of)) return lookup.before(index, (other) => other.subject === of, year);
  const named = of !== null ? [of] : isItem(subject) ? ['three-public'] : WHOLES;
  const nearest = named.flatMap((whole) => lookup.near(whole, 'amount', year, index) ?? []);
  if (of !== null) return nearest;
  const stated = lookup.before(
    index,
    (other) => other.locator === locator && other.subject !== subject && WHOLE.test(other.subject),
    year,
  );
  return [...stated, ...nearest.slice(0, 1)];
}

function agrees({ compared, expected }: Draft): boolean {
  if (!expected || !compared) return false;
  return compared.yuan.minus(expected.yuan).abs().lte(compared.slack.plus(expected.slack));
}

function growth(
  lookup: Statements,
  claim: Claim,
  index: number,
  percent: Decimal,
  half: Decimal,
): Draft | null {
  const change = lookup.near(claim.subject, 'change', claim.fiscal_year, index);
  const amount = lookup.near(claim.subject, 'amount', claim.fiscal_year, index);
  if (!change || !amount) return null;
  const base = amount.yuan.minus(change.yuan);
  // From nothing there is no rate; 增长 100% is a way of saying so.
  if (base.isZero()) return null;
  return percentDraft(claim, change, amount, percent, half, base, amount.slack.plus(change.slack));
}

/** The amount that a percentage of a base stands for, with what the digits of both leave open. */
function percentDraft(
  claim: Claim,
  compared: ClaimFigure,
  other: Figure,
  percent: Decimal,
  half: Decimal,
  base: Decimal,
  baseSlack: Decimal,
): Draft {
  const yuan = base.times(percent).div(100);
  const slack = percent
    .abs()
    .times(baseSlack)
    .plus(half.times(base.abs().plus(baseSlack)))
    .div(100);
  const growthOf = claim.direction !== null;
  return {
    subject: claimKey(claim),
    compared,
    terms: [plus(other)],
    expected: { yuan, slack },
    wording: {
      kind: 'computed',
      expected: growthOf
        ? { zh: `按所写 ${claim.raw} 由上年数推算`, en: `the stated ${claim.raw} of last year’s amount is` }
        : { zh: `按所写 ${claim.raw} 推算`, en: `the stated ${claim.raw} of the whole is` },
    },
  };
}
