import type { Localised } from '../../model/localised.ts';
import {
  leavesOf,
  measureParts,
  measureSide,
  partsOf,
  TOPIC_TERMS,
  type Item,
  type Measure,
} from '../../terms/index.ts';
import { claimKey } from '../judge/claim-subjects.ts';
import { groupBy, intervalsOverlap, sumOf, type ClaimFigure, type Context } from '../judge/figures.ts';
import { plus, type Draft } from '../judge/rule.ts';

/** A whole stated in prose and the parts that the following words break it into. */
export interface Breakdown {
  whole: ClaimFigure;
  parts: ClaimFigure[];
}

export function breakdowns(context: Context): Breakdown[] {
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

interface Partition {
  wholes: RegExp;
  /** With all of these stated nothing can be left. */
  closed: readonly string[];
  members: readonly string[];
}

const whole = (id: string): RegExp => new RegExp(`^${id}$`);
const sides = (measures: readonly Measure[]): string[] =>
  measures.flatMap((measure) => measureSide(measure)?.subject ?? []);
const items = (item: Item, parts: readonly Item[]): Partition => ({
  wholes: whole(item),
  closed: parts,
  members: parts,
});

/** Sets of parts that make up a whole by definition. */
const PARTITIONS: readonly Partition[] = [
  {
    wholes: /expenditure|^general-public-budget$|balance|^performance-amount$/,
    closed: sides(['basic', 'project']),
    members: sides(measureParts('total')),
  },
  { wholes: whole('basic'), closed: sides(measureParts('basic')), members: sides(measureParts('basic')) },
  items('three-public', partsOf('three-public')),
  items('three-public', leavesOf('three-public')),
  items('vehicle', partsOf('vehicle')),
  {
    wholes: whole('procurement'),
    closed: TOPIC_TERMS.procurement.parts,
    members: TOPIC_TERMS.procurement.parts,
  },
];
const INCOME = /-income$|^(superior-subsidy|subsidiary-remittance|carry-over|unit-funds)$/;

/** Parts that the text lists against the whole that it states. */
export function partSums(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const breakdown of breakdowns(context)) {
    const { whole } = breakdown;
    for (const { parts: listed, closed, name } of partSets(breakdown)) {
      const parts = withoutNested(listed, whole);
      const sum = sumOf(parts);
      const less = sum.yuan.lt(whole.yuan) && !intervalsOverlap(parts, [whole]);
      if (less && !closed && parts.length === 1) continue;
      if (parts.every((part) => part.yuan.isZero()) && whole.yuan.isZero() && parts.length === 1) continue;
      const ties = intervalsOverlap(parts, [whole]);
      drafts.push({
        subject: `${claimKey(whole.claim)}.${name}`,
        compared: whole,
        terms: parts.map(plus),
        ...(name === 'projects' && !ties ? { missing: NOT_NESTED } : {}),
        ...(less && (!closed || isStated(context, whole, parts))
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

const NOT_NESTED: Localised = {
  zh: '文中项目的层次没有标明，哪些属于它无法确定',
  en: 'the text doesn’t mark the levels of its projects; which belong to it isn’t sure',
};

/** Where the parts exceed the whole by just one of them, that one is a part of another. */
function withoutNested(parts: ClaimFigure[], whole: ClaimFigure): ClaimFigure[] {
  const excess = sumOf(parts).yuan.minus(whole.yuan);
  if (excess.lte(0) || intervalsOverlap(parts, [whole])) return parts;
  const nested = parts.find((part) => part.yuan.eq(excess));
  return nested ? parts.filter((part) => part !== nested) : parts;
}

/** What is left of the whole is an amount that the text states elsewhere: a part by another name. */
function isStated(context: Context, whole: ClaimFigure, parts: readonly ClaimFigure[]): boolean {
  return context.claims.some(
    (claim) => claim !== whole && !parts.includes(claim) && intervalsOverlap([whole], [...parts, claim]),
  );
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
