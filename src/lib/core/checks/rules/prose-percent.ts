import type { Claim } from '../../model/extract.ts';
import type { Localised } from '../../model/localised.ts';
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

/** Claims that stand near enough to be of one section. */
const PAGE = 12;

/** Amounts and changes of the prose by subject and position, for what a percentage refers to. */
class Statements {
  readonly isFinalAccount: boolean;
  readonly #figures: Map<Claim, ClaimFigure>;
  readonly #claims: readonly Claim[];

  constructor(context: Context) {
    this.isFinalAccount = context.input.document.stage === 'final-account';
    this.#claims = context.input.claims;
    this.#figures = new Map(
      context.claims
        .filter((figure) => !context.passages.isReason(figure.claim))
        .map((figure) => [figure.claim, figure]),
    );
  }

  /** The figures of one kind and year before a position, the nearest first; what tells a reason is left out. */
  before(
    index: number,
    measure: Claim['measure'],
    year: number | null,
    fits: (claim: Claim) => boolean,
  ): ClaimFigure[] {
    return this.#among(this.#claims.slice(0, index), measure, year, fits).reverse();
  }

  /** The same on both sides of a position, within what a page of text holds. */
  around(
    index: number,
    measure: Claim['measure'],
    year: number | null,
    fits: (claim: Claim) => boolean,
  ): ClaimFigure[] {
    return this.#among(this.#claims.slice(Math.max(0, index - PAGE), index + PAGE), measure, year, fits);
  }

  #among(
    claims: readonly Claim[],
    measure: Claim['measure'],
    year: number | null,
    fits: (claim: Claim) => boolean,
  ): ClaimFigure[] {
    return claims
      .filter((claim) => claim.measure === measure && claim.fiscal_year === year && fits(claim))
      .flatMap((claim) => this.#figures.get(claim) ?? []);
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
const WHOLE = /expenditure|income|balance|budget|fund|^(procurement|three-public)$/;
const UNKNOWN_WHOLE: Localised = {
  zh: '文中没有写明占的是哪一个总数',
  en: 'the text doesn’t say of which whole',
};

function share(
  lookup: Statements,
  claim: Claim,
  index: number,
  percent: Decimal,
  half: Decimal,
): Draft | null {
  const { subject, fiscal_year: year, locator } = claim;
  const [part] = lookup.before(
    index,
    'amount',
    year,
    (other) => other.subject === subject && other.locator === locator,
  );
  // A final account evaluates projects by their budget and states what they spent: shares of the one are none of the other.
  if (!part || (subject === 'performance-amount' && lookup.isFinalAccount)) return null;
  const draft = (whole: ClaimFigure, yuan = whole.yuan, slack = whole.slack) =>
    percentDraft(claim, part, whole, percent, half, yuan, slack);
  const named = namedWholes(lookup, claim, index);
  const drafts = named.map((whole) => draft(whole));
  const [nearest] = drafts;
  const others = [
    ...lookup
      .before(index, 'amount', year, (other) => WHOLE.test(other.subject))
      .map((whole) => draft(whole)),
    ...kindsTogether(lookup, claim, index).map(({ first, yuan, slack }) => draft(first, yuan, slack)),
  ];
  const fitting = [...drafts, ...others].find(agrees);
  if (fitting || !nearest) return fitting ?? null;
  // 占货物支出的 9.16%, 占服务支出的 90.84%: shares of parts whose amounts the sentence leaves out.
  if (lookup.isOneOfManyShares(claim)) return null;
  const sure = isNamed(claim, named) && (!DEPENDENT.has(claim.of ?? '') || drafts.length === 1);
  return sure ? nearest : { ...nearest, missing: UNKNOWN_WHOLE };
}

/** The sentence names its whole, states it beside the share, or the share is an item of the three-public expenses. */
function isNamed(claim: Claim, wholes: readonly ClaimFigure[]): boolean {
  return claim.of !== null || isItem(claim.subject) || wholes[0]?.claim.locator === claim.locator;
}

/** The amounts that a share is of as its sentence says, the likeliest first. */
function namedWholes(lookup: Statements, claim: Claim, index: number): ClaimFigure[] {
  const { of, fiscal_year: year, subject, locator } = claim;
  const nearest = (whole: string) =>
    lookup.before(index, 'amount', year, (other) => other.subject === whole).slice(0, 1);
  if (of !== null && DEPENDENT.has(of))
    return lookup.before(index, 'amount', year, (other) => other.subject === of);
  if (of !== null) return nearest(of);
  const stated = lookup.before(
    index,
    'amount',
    year,
    (other) => other.locator === locator && other.subject !== subject && WHOLE.test(other.subject),
  );
  return [...stated, ...(isItem(subject) ? ['three-public'] : WHOLES).flatMap(nearest).slice(0, 1)];
}

/** 本年支出 without a figure of its own: basic and project expenditure together, as the text states them. */
function kindsTogether(
  lookup: Statements,
  { subject, fiscal_year: year }: Claim,
  index: number,
): { first: ClaimFigure; yuan: Decimal; slack: Decimal }[] {
  if (subject !== 'basic' && subject !== 'project') return [];
  const all = (kind: string) => lookup.around(index, 'amount', year, (other) => other.subject === kind);
  return all('basic').flatMap((basic) =>
    all('project').map((project) => ({
      first: basic,
      yuan: basic.yuan.plus(project.yuan),
      slack: basic.slack.plus(project.slack),
    })),
  );
}

function agrees({ compared, expected }: Draft): boolean {
  if (!expected || !compared) return false;
  return compared.yuan.minus(expected.yuan).abs().lte(compared.slack.plus(expected.slack));
}

/** The change and the amount that the passage states before the rate; others between them make it unsure whose rate it is. */
function growth(
  lookup: Statements,
  claim: Claim,
  index: number,
  percent: Decimal,
  half: Decimal,
): Draft | null {
  const { fiscal_year: year, locator, subject } = claim;
  const here = (other: Claim) => other.locator === locator;
  const changes = lookup.before(index, 'change', year, here);
  const amounts = lookup.before(index, 'amount', year, here);
  const change = changes.find((other) => other.claim.subject === subject);
  if (!change) return null;
  const ratesOf = (amount: ClaimFigure) => {
    const base = amount.yuan.minus(change.yuan);
    return percentDraft(claim, change, amount, percent, half, base, amount.slack.plus(change.slack));
  };
  const own = amounts.find((amount) => amount.claim.subject === subject);
  // From nothing there is no rate; 增长 100% is a way of saying so.
  if (own?.yuan.eq(change.yuan)) return null;
  const fitting = [...(own ? [own] : []), ...amounts].map(ratesOf).find(agrees);
  if (fitting) return fitting;
  return own && own === amounts[0] && change === changes[0] ? ratesOf(own) : null;
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
    ...(growthOf ? { cause: { key: `growth:${claim.subject}|${claim.fiscal_year ?? ''}` } } : {}),
    wording: {
      kind: 'computed',
      expected: growthOf
        ? { zh: `按所写 ${claim.raw} 由上年数推算`, en: `the stated ${claim.raw} of last year’s amount is` }
        : { zh: `按所写 ${claim.raw} 推算`, en: `the stated ${claim.raw} of the whole is` },
    },
  };
}
