import type { Claim, Fact } from '../../model/extract.ts';
import {
  classesOf,
  fundOfSubject,
  isItem,
  isTopic,
  measureOfSubject,
  topicTerm,
  type Fund,
  type Item,
} from '../../terms/index.ts';
import { compactText } from '../../text/normalise.ts';
import { groupBy, stageOf, type Context, type Figure, unitOf } from './figures.ts';
import { quantitiesOf, type Entry, type Quantities, type Scope } from './quantities.ts';

/** The total of a table that a subject is: which side, of which money. */
function totalOf(subject: string): { flow: Fact['flow']; scope: Scope } | null {
  if (isTopic(subject)) {
    const total = topicTerm(subject).total;
    return total ? { flow: total.flow, scope: total.of } : null;
  }
  const side = fundOfSubject(subject);
  if (side?.flow !== 'expenditure' || side.fund === 'all') return null;
  return { flow: side.flow, scope: side.fund };
}

/** The fund that a subject is an income from, of those that a table of income states. */
function incomeFund(subject: string): Fund | null {
  const side = fundOfSubject(subject);
  return side?.flow === 'income' && side.fund !== 'carry-over' ? side.fund : null;
}

const CODED = /^(function|dept-economic|gov-economic):(\d+)$/;

/** Whether a subject of the prose is one that tables state at all. */
export function hasTarget(subject: string): boolean {
  return (
    totalOf(subject) !== null ||
    incomeFund(subject) !== null ||
    measureOfSubject(subject) !== null ||
    isItem(subject) ||
    CODED.test(subject) ||
    subject === 'procurement' ||
    subject === 'purchased-services' ||
    subject === 'fixed-assets' ||
    subject.startsWith('project:')
  );
}

/** What tables state for the subject of a claim in a year: alternatives, each one or several cells to be added. */
export function targetsOf(context: Context, claim: Claim, year: number): Figure[][] {
  const { subject } = claim;
  const quantities = quantitiesOf(context, year);
  const total = totalOf(subject);
  if (total) return entriesOf(quantities, totalKeys(total.flow, 'total'), [total.scope]);
  const fund = incomeFund(subject);
  if (fund) return entriesOf(quantities, [`income|${fund}`], null);
  const measure = measureOfSubject(subject);
  if (measure) return measureTargets(quantities, claim, measure);
  const coded = CODED.exec(subject);
  if (coded) return codeTargets(quantities, claim, coded[1] ?? '', coded[2] ?? '');
  if (isItem(subject)) return itemTargets(context, claim, subject, year);
  if (subject === 'procurement') return tableTotals(context, 'procurement', year);
  if (subject === 'purchased-services') return tableTotals(context, 'purchased-services', year);
  if (subject === 'fixed-assets') return assetTargets(context);
  if (subject.startsWith('project:')) return projectTargets(context, subject.slice('project:'.length), year);
  return [];
}

function totalKeys(flow: string, measure: string): string[] {
  return [`total|${flow}|${measure}`, `grand|${flow}|${measure}`];
}

/** Entries of the scopes asked for; where there are none, those that count the same money. */
function entriesOf(
  quantities: Quantities,
  keys: readonly string[],
  scopes: readonly Scope[] | null,
): Figure[][] {
  const all = keys.flatMap((key) => quantities.entries.get(key) ?? []);
  const own = scopes === null ? all : all.filter((entry) => scopes.includes(entry.scope));
  const used =
    own.length > 0
      ? own
      : all.filter((entry) =>
          scopes?.some((scope) =>
            quantities.sameMoney(
              scope,
              entry.scope,
              keys.some((key) => key.includes('income')) ? 'income' : 'expenditure',
            ),
          ),
        );
  return used.map((entry) => entry.figures);
}

function measureTargets(quantities: Quantities, claim: Claim, measure: string): Figure[][] {
  const of = claim.of === null ? null : CODED.exec(claim.of);
  const keys = of ? [`${of[1]}|${of[2]}|${measure}`] : totalKeys('expenditure', measure);
  return keys.flatMap((key) => (quantities.entries.get(key) ?? []).map((entry) => entry.figures));
}

function codeTargets(quantities: Quantities, claim: Claim, axis: string, code: string): Figure[][] {
  const part = claim.of === 'basic' ? 'basic' : claim.of === 'project' ? 'project' : 'total';
  const entries = quantities.entries.get(`${axis}|${code}|${part}`) ?? [];
  const scope = claim.of === null ? undefined : totalOf(claim.of)?.scope;
  const own = entries.filter((entry) => scope !== undefined && entry.scope === scope);
  return (own.length > 0 ? own : entries).map((entry: Entry) => entry.figures);
}

function itemTargets(context: Context, claim: Claim, item: Item, year: number): Figure[][] {
  const wanted = claim.basis === 'budget' ? 'budget' : 'execution';
  const found: Figure[][] = [];
  for (const facts of context.factsOf.values()) {
    const inTable = facts.filter(
      (fact) =>
        fact.item === item &&
        ['', wanted].includes(stageOf(context, fact)) &&
        fact.measure === 'total' &&
        fact.fiscal_year === year &&
        unitOf(fact) === null,
    );
    const statement = facts[0]?.statement;
    if (statement === 'three-public') {
      const figure = inTable.map(context.figure).find((each) => each !== null);
      if (figure) found.push([figure]);
    } else if (statement === 'meeting-training' && isListOf(context, facts[0]?.table_id, item)) {
      const figures = inTable.flatMap((fact) => (fact.is_total ? [] : (context.figure(fact) ?? [])));
      if (figures.length > 0) found.push(figures);
    }
  }
  return found.length > 0 ? found : bookedItems(context, item, year);
}

/** A list of courses (培训费明细表) has no meetings, whatever a course is called. */
function isListOf(context: Context, tableId: string | null | undefined, item: string): boolean {
  const title = compactText(context.tables.get(tableId ?? '')?.title ?? '');
  const [meetings, courses] = [title.includes('会议'), title.includes('培训')];
  if (meetings === courses) return true;
  return item === 'meeting' ? meetings : courses;
}

/** Where no table of items is published: the economic classes that the item is booked under. */
function bookedItems(context: Context, item: Item, year: number): Figure[][] {
  const { entries } = quantitiesOf(context, year);
  return ['total', 'basic'].flatMap((measure) => {
    const figures = classesOf(item).flatMap(
      (code) => entries.get(`dept-economic|${code}|${measure}`)?.[0]?.figures ?? [],
    );
    return figures.length > 0 ? [figures] : [];
  });
}

function tableTotals(context: Context, statement: Fact['statement'], year: number): Figure[][] {
  const found: Figure[][] = [];
  for (const facts of context.factsOf.values()) {
    if (facts[0]?.statement !== statement) continue;
    for (const fact of facts) {
      const figure = context.figure(fact);
      if (figure && fact.is_total && fact.measure === 'total' && fact.fiscal_year === year) {
        found.push([figure]);
        break;
      }
    }
  }
  return found;
}

function assetTargets(context: Context): Figure[][] {
  const found: Figure[][] = [];
  for (const facts of context.factsOf.values()) {
    if (facts[0]?.statement !== 'assets') continue;
    for (const fact of facts) {
      const figure = context.figure(fact);
      if (figure && /资产总额|固定资产(总额|合计)?$|^合计/.test(compactText(fact.label)))
        found.push([figure]);
    }
  }
  return found;
}

function projectTargets(context: Context, name: string, year: number): Figure[][] {
  const wanted = projectKey(name);
  const found: Figure[][] = [];
  for (const facts of context.factsOf.values()) {
    if (facts[0]?.statement !== 'project-expenditure') continue;
    const rows = facts.filter(
      (fact) => fact.project !== null && projectKey(fact.project) === wanted && fact.fiscal_year === year,
    );
    for (const group of groupBy(rows, (fact) => `${fact.row}`).values()) {
      const figure = group.map(context.figure).find((each) => each !== null);
      if (figure) found.push([figure]);
    }
  }
  return found;
}

/** Project names are written differently from place to place: list letters, brackets, 精简 for 精减, 六十年代 for 60年代. */
export function projectKey(name: string): string {
  return compactText(name)
    .replace(/^[A-Za-z]+(?=[\u4e00-\u9fff])/, '')
    .replaceAll('精减', '精简')
    .replaceAll('六十年代', '60年代')
    .replace(/[[(【〔].*?[\])】〕]/g, '')
    .replace(/[,，、。;；:：“”"'()（）\-—·]/g, '')
    .replaceAll('的', '');
}
