import type { Claim } from '../model/extract.ts';
import type { Localised } from '../model/localised.ts';
import { Decimal } from '../money/index.ts';
import {
  asciiKey,
  groupBy,
  intervalsOverlap,
  sumOf,
  type ClaimFigure,
  type Context,
  type Figure,
} from './figures.ts';
import { plus, type CheckRule, type Draft } from './rule.ts';
import { isItem } from './targets.ts';

/** A claim as part of a check id: what it is about and where it stands. */
export function claimKey(claim: Claim): string {
  const subject = claim.subject.split(':').map(asciiKey).join('.');
  const of = claim.of === null ? '' : `.of.${claim.of.split(':').map(asciiKey).join('.')}`;
  const year = claim.fiscal_year === null ? '' : `.${claim.fiscal_year}`;
  return `${subject}${of}${year}.${asciiKey(claim.locator)}`;
}

/** Subjects whose meaning hangs on what they are a part of. */
const DEPENDENT = new Set(['basic', 'personnel', 'public', 'project', 'other']);
/** Subjects that several sentences may use for different things. */
const VAGUE = /^(other|item:|initial-budget|superior-subsidy$)/;

/** Subjects that mean one amount a year wherever the text names them. */
const UNAMBIGUOUS =
  /^(total-income|total-expenditure|income-and-expenditure|three-public|abroad|reception|vehicle|vehicle-purchase|vehicle-running|meeting|training|function:\d{7}|(dept|gov)-economic:\d{3,5})$/;

export function isUnambiguous(subject: string): boolean {
  return UNAMBIGUOUS.test(subject);
}

function identityOf(claim: Claim): string {
  const of = DEPENDENT.has(claim.subject) ? (claim.of ?? '') : '';
  const part =
    /^(function|dept-economic|gov-economic):/.test(claim.subject) && /^(basic|project)$/.test(claim.of ?? '')
      ? claim.of
      : '';
  return [claim.subject, of, part, claim.measure, claim.fiscal_year, claim.basis ?? ''].join('|');
}

/** The same figure stated twice in prose. */
function repeats(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const stated = context.claims.filter((claim) => !VAGUE.test(claim.claim.subject));
  for (const group of groupBy(stated, (claim) => identityOf(claim.claim)).values()) {
    const [first, ...others] = group;
    if (!first) continue;
    const strict =
      isUnambiguous(first.claim.subject) && new Set(group.map((claim) => claim.yuan.toFixed())).size <= 2;
    for (const other of others) {
      // Words such as 政府采购 or 项目支出 also name parts; two amounts of theirs are no contradiction.
      if (!strict && !intervalsOverlap([first], [other])) continue;
      drafts.push({
        subject: `${claimKey(other.claim)}.${other.claim.measure}`,
        compared: other,
        terms: [plus(first)],
        wording: {
          kind: 'computed',
          expected: { zh: '文中前一处写作', en: 'an earlier passage says' },
        },
      });
    }
  }
  return drafts;
}

/** A whole stated in prose and the parts that the following words break it into. */
interface Breakdown {
  whole: ClaimFigure;
  parts: ClaimFigure[];
}

function breakdowns(context: Context): Breakdown[] {
  const all: Breakdown[] = [];
  const open = new Map<string, Breakdown>();
  for (const claim of context.claims) {
    if (claim.claim.measure !== 'amount') continue;
    const { subject, of, fiscal_year: year } = claim.claim;
    if (of !== null) {
      const whole = open.get(`${of}|${year}`);
      const fits = whole && (whole.whole.claim.basis ?? null) === (claim.claim.basis ?? null);
      if (fits && !whole.parts.some((part) => part.claim.subject === subject)) whole.parts.push(claim);
    }
    const started = { whole: claim, parts: [] };
    open.set(`${subject}|${year}`, started);
    all.push(started);
  }
  return all.filter((breakdown) => breakdown.parts.length > 0);
}

/** Sets of parts that make up a whole by definition: with all of `closed` stated nothing can be left. */
const PARTITIONS: readonly { wholes: RegExp; closed: readonly string[]; members: readonly string[] }[] = [
  {
    wholes: /expenditure|^general-public-budget$|balance|^performance-amount$/,
    closed: ['basic', 'project'],
    members: ['basic', 'project', 'operating-expenditure', 'remitted-up', 'subsidy-down'],
  },
  { wholes: /^basic$/, closed: ['personnel', 'public'], members: ['personnel', 'public'] },
  {
    wholes: /^three-public$/,
    closed: ['abroad', 'reception', 'vehicle'],
    members: ['abroad', 'reception', 'vehicle'],
  },
  {
    wholes: /^three-public$/,
    closed: ['abroad', 'reception', 'vehicle-purchase', 'vehicle-running'],
    members: ['abroad', 'reception', 'vehicle-purchase', 'vehicle-running'],
  },
  {
    wholes: /^vehicle$/,
    closed: ['vehicle-purchase', 'vehicle-running'],
    members: ['vehicle-purchase', 'vehicle-running'],
  },
  {
    wholes: /^procurement$/,
    closed: ['procurement-goods', 'procurement-works', 'procurement-services'],
    members: ['procurement-goods', 'procurement-works', 'procurement-services'],
  },
];
const INCOME = /-income$|^(superior-subsidy|subsidiary-remittance|carry-over|unit-funds)$/;

function partSums(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const breakdown of breakdowns(context)) {
    const { whole } = breakdown;
    for (const { parts: listed, closed, name } of partSets(breakdown)) {
      const parts = withoutNested(listed, whole);
      const sum = sumOf(parts);
      const less = sum.yuan.lt(whole.yuan) && !intervalsOverlap(parts, [whole]);
      if (less && !closed && parts.length === 1) continue;
      if (parts.every((part) => part.yuan.isZero()) && whole.yuan.isZero() && parts.length === 1) continue;
      drafts.push({
        subject: `${claimKey(whole.claim)}.${name}`,
        compared: whole,
        terms: parts.map(plus),
        ...(less && (!closed || isStated(context, whole.yuan.minus(sum.yuan)))
          ? {
              missing: {
                zh: `文中所列 ${parts.length} 项可能不全`,
                en: `the ${parts.length} parts that the text lists may not be all`,
              },
            }
          : {}),
        wording: { kind: 'sum', parts: partsName(parts.length) },
      });
    }
  }
  return drafts;
}

/** Where the parts exceed the whole by just one of them, that one is a part of another. */
function withoutNested(parts: ClaimFigure[], whole: ClaimFigure): ClaimFigure[] {
  const excess = sumOf(parts).yuan.minus(whole.yuan);
  if (excess.lte(0) || intervalsOverlap(parts, [whole])) return parts;
  const nested = parts.find((part) => part.yuan.eq(excess));
  return nested ? parts.filter((part) => part !== nested) : parts;
}

/** What is left of the whole is an amount that the text states elsewhere: a part by another name. */
function isStated(context: Context, rest: Decimal): boolean {
  return context.claims.some((claim) => claim.yuan.eq(rest));
}

function partsName(count: number): Localised {
  return { zh: `文中所列 ${count} 项`, en: `the ${count} parts that the text lists` };
}

function partSets({ whole, parts }: Breakdown): { parts: ClaimFigure[]; closed: boolean; name: string }[] {
  const sets: { parts: ClaimFigure[]; closed: boolean; name: string }[] = [];
  const bySubject = new Map(parts.map((part) => [part.claim.subject, part]));
  const ofCode = /^function:/.test(whole.claim.subject);
  for (const { wholes, closed, members } of PARTITIONS) {
    if (!wholes.test(whole.claim.subject)) continue;
    const own = members.flatMap((member) => bySubject.get(member) ?? []);
    if (
      own.length === 0 ||
      (bySubject.has('vehicle') && members.includes('vehicle-running') && members.includes('abroad'))
    )
      continue;
    if (!bySubject.has('vehicle') && members.includes('vehicle')) continue;
    if (
      members.includes('abroad') &&
      !bySubject.has('vehicle') &&
      !own.some((part) => part.claim.subject.startsWith('vehicle'))
    )
      continue;
    sets.push({
      parts: own,
      closed: closed.every((member) => bySubject.has(member)),
      name: members[0] ?? '',
    });
  }
  if (ofCode) {
    const own = parts.filter((part) =>
      ['personnel', 'public', 'project', 'basic'].includes(part.claim.subject),
    );
    const leaf = bySubject.has('basic')
      ? own.filter((part) => !['personnel', 'public'].includes(part.claim.subject))
      : own;
    if (leaf.length > 0) sets.push({ parts: leaf, closed: false, name: 'measures' });
  }
  const nested = parts.some((part) => part.claim.subject === 'appropriation-income');
  const incomes = parts.filter(
    (part) =>
      INCOME.test(part.claim.subject) &&
      !(nested && /^(general-public-budget|government-fund|state-capital)-income$/.test(part.claim.subject)),
  );
  if (incomes.length > 0 && /income|balance/.test(whole.claim.subject))
    sets.push({ parts: incomes, closed: false, name: 'income' });
  const coded = parts.filter((part) =>
    /^(function|dept-economic|gov-economic):\d+$/.test(part.claim.subject),
  );
  for (const [axis, list] of groupBy(coded, (part) => part.claim.subject.split(':')[0] ?? '')) {
    const codes = list.map((part) => part.claim.subject);
    const roots = list.filter(
      (part) => !codes.some((code) => code !== part.claim.subject && part.claim.subject.startsWith(code)),
    );
    sets.push({ parts: roots, closed: false, name: axis });
  }
  const projects = parts.filter((part) => part.claim.subject.startsWith('project:'));
  if (projects.length > 0) sets.push({ parts: projects, closed: false, name: 'projects' });
  return sets;
}

/** Shares (占 x%) and growth (增长 x%) against the amounts that the text states. */
function percentages(context: Context): Draft[] {
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
  readonly #figures: Map<Claim, ClaimFigure>;
  readonly #claims: readonly Claim[];

  constructor(context: Context) {
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

const WHOLES = ['general-public-budget', 'total-expenditure', 'income-and-expenditure'];
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
  if (!part) return null;
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

/** Changes of the parts against the change of the whole. */
function changeParts(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const changes = context.claims.filter((claim) => claim.claim.measure === 'change');
  for (const group of groupBy(
    changes,
    (claim) => `${claim.claim.locator}|${claim.claim.fiscal_year}`,
  ).values()) {
    const find = (subjects: readonly string[]) =>
      group.find((claim) => subjects.includes(claim.claim.subject));
    const whole = find([...WHOLES, 'total-income']);
    const [basic, project] = [find(['basic']), find(['project'])];
    if (!whole || !basic || !project) continue;
    drafts.push({
      subject: `${claimKey(whole.claim)}.basic`,
      compared: whole,
      terms: [plus(basic), plus(project)],
      wording: {
        kind: 'sum',
        parts: { zh: '基本支出与项目支出增减', en: 'the changes of basic and project expenditure' },
      },
    });
  }
  const bySubject = groupBy(changes, (claim) => `${claim.claim.subject}|${claim.claim.fiscal_year}`);
  for (const { whole, parts } of breakdowns(context)) {
    const total = bySubject.get(`${whole.claim.subject}|${whole.claim.fiscal_year}`)?.at(-1);
    const coded = parts.filter((part) => /^(dept|gov)-economic:\d{3}$/.test(part.claim.subject));
    const moved = coded.flatMap(
      (part) =>
        bySubject
          .get(`${part.claim.subject}|${part.claim.fiscal_year}`)
          ?.find((change) => change.claim.locator === part.claim.locator) ?? [],
    );
    if (!total || moved.length < 2 || moved.length < coded.length) continue;
    const ties = intervalsOverlap(moved, [total]);
    drafts.push({
      subject: `${claimKey(whole.claim)}.${moved[0]?.claim.subject.split(':')[0] ?? ''}`,
      compared: total,
      terms: moved.map(plus),
      ...(ties
        ? {}
        : {
            missing: {
              zh: `所列 ${moved.length} 类的增减之和不等；上年有、本年没有的类不在其中`,
              en: `the changes of the ${moved.length} classes listed add up to something else; classes that only last year had are not among them`,
            },
          }),
      wording: {
        kind: 'sum',
        parts: { zh: `所列 ${moved.length} 类增减`, en: `the changes of the ${moved.length} classes listed` },
      },
    });
  }
  return drafts;
}

export const PROSE_RULES: readonly CheckRule[] = [
  {
    id: 'prose-repeated',
    family: 'prose',
    name: { zh: '文中同一数前后一致', en: 'A figure stated twice in the text' },
    meaning: {
      zh: '文字说明中同一科目、同一年度的数在各处一致。',
      en: 'The same subject and year has the same figure wherever the text states it.',
    },
    find: repeats,
  },
  {
    id: 'prose-parts',
    family: 'prose',
    name: { zh: '文中分项之和', en: 'Parts stated in the text' },
    meaning: {
      zh: '文字说明中“其中”“包括”所列各项之和等于前面的总数；没有列全的不作判断，超过总数的是矛盾。',
      en: 'The parts that the text lists add up to the whole it states; an incomplete list is not judged, one that exceeds the whole is a contradiction.',
    },
    find: partSums,
  },
  {
    id: 'prose-percent',
    family: 'prose',
    name: { zh: '文中百分比与金额', en: 'Stated percentages against amounts' },
    meaning: {
      zh: '文字说明中的占比、增幅与所写金额推算的结果一致，按各数印出的位数判断。',
      en: 'Shares and growth rates in the text agree with the amounts it states, judged by the printed digits of each.',
    },
    find: percentages,
  },
  {
    id: 'prose-change-parts',
    family: 'prose',
    name: { zh: '文中分项增减之和', en: 'Changes of the parts' },
    meaning: {
      zh: '文字说明中各部分的增减之和等于总数的增减。',
      en: 'The changes of the parts add up to the change of the whole.',
    },
    find: changeParts,
  },
];
