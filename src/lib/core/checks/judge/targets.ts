import type { Claim, Fact, Item } from '../../model/extract.ts';
import { compactText } from '../../text/normalise.ts';
import { groupBy, stageOf, type Context, type Figure } from './figures.ts';
import { quantitiesOf, type Entry, type Quantities, type Scope } from './quantities.ts';

const TOTALS: Record<string, { flow: 'income' | 'expenditure'; scopes: Scope[] }> = {
  'total-income': { flow: 'income', scopes: ['all'] },
  'total-expenditure': { flow: 'expenditure', scopes: ['all'] },
  'income-and-expenditure': { flow: 'expenditure', scopes: ['all'] },
  'appropriation-income': { flow: 'income', scopes: ['appropriation'] },
  'appropriation-expenditure': { flow: 'expenditure', scopes: ['appropriation'] },
  'appropriation-balance': { flow: 'expenditure', scopes: ['appropriation'] },
  'general-public-budget': { flow: 'expenditure', scopes: ['general-public-budget'] },
  'government-fund': { flow: 'expenditure', scopes: ['government-fund'] },
  'state-capital': { flow: 'expenditure', scopes: ['state-capital'] },
};

const INCOMES: Record<string, Fact['fund']> = {
  'general-public-budget-income': 'general-public-budget',
  'government-fund-income': 'government-fund',
  'state-capital-income': 'state-capital',
  'fiscal-account-income': 'fiscal-account',
  'institution-income': 'institution-income',
  'operating-income': 'operating-income',
  'superior-subsidy': 'superior-subsidy',
  'subsidiary-remittance': 'subsidiary-remittance',
  'other-income': 'other-income',
};

const MEASURES: Record<string, string> = {
  basic: 'basic',
  personnel: 'personnel',
  public: 'public',
  project: 'project',
  'operating-expenditure': 'operating',
  'remitted-up': 'remitted-up',
  'subsidy-down': 'subsidy-down',
};

const ITEMS: readonly string[] = [
  'three-public',
  'abroad',
  'reception',
  'vehicle',
  'vehicle-purchase',
  'vehicle-running',
  'meeting',
  'training',
] satisfies Item[];

/** Departmental economic classes that the items are booked under. */
export const ITEM_CLASSES: Record<string, readonly string[]> = {
  abroad: ['30212'],
  reception: ['30217'],
  'vehicle-running': ['30231'],
  'vehicle-purchase': ['31013', '30913'],
  vehicle: ['30231', '31013', '30913'],
  meeting: ['30215'],
  training: ['30216'],
};
const THREE_PUBLIC_CLASSES = ['30212', '30217', '30231', '31013', '30913'];

const CODED = /^(function|dept-economic|gov-economic):(\d+)$/;

/** Whether a subject of the prose is one that tables state at all. */
export function hasTarget(subject: string): boolean {
  return (
    subject in TOTALS ||
    subject in INCOMES ||
    subject in MEASURES ||
    ITEMS.includes(subject) ||
    CODED.test(subject) ||
    subject === 'procurement' ||
    subject === 'purchased-services' ||
    subject === 'fixed-assets' ||
    subject.startsWith('project:')
  );
}

export function isItem(subject: string): boolean {
  return ITEMS.includes(subject);
}

/** What tables state for the subject of a claim in a year: alternatives, each one or several cells to be added. */
export function targetsOf(context: Context, claim: Claim, year: number): Figure[][] {
  const { subject } = claim;
  const quantities = quantitiesOf(context, year);
  const total = TOTALS[subject];
  if (total) return entriesOf(quantities, totalKeys(total.flow, 'total'), total.scopes);
  const fund = INCOMES[subject];
  if (fund) return entriesOf(quantities, [`income|${fund}`], null);
  const measure = MEASURES[subject];
  if (measure) return measureTargets(quantities, claim, measure);
  const coded = CODED.exec(subject);
  if (coded) return codeTargets(quantities, claim, coded[1] ?? '', coded[2] ?? '');
  if (ITEMS.includes(subject)) return itemTargets(context, claim, year);
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
  const scope = claim.of === null ? undefined : TOTALS[claim.of]?.scopes[0];
  const own = entries.filter((entry) => scope !== undefined && entry.scope === scope);
  return (own.length > 0 ? own : entries).map((entry: Entry) => entry.figures);
}

function itemTargets(context: Context, claim: Claim, year: number): Figure[][] {
  const item = claim.subject;
  const wanted = claim.basis === 'budget' ? 'budget' : 'execution';
  const found: Figure[][] = [];
  for (const facts of context.factsOf.values()) {
    const inTable = facts.filter(
      (fact) =>
        fact.item === item &&
        ['', wanted].includes(stageOf(context, fact)) &&
        fact.measure === 'total' &&
        fact.fiscal_year === year &&
        fact.unit_code === null,
    );
    const statement = facts[0]?.statement;
    if (statement === 'three-public') {
      const figure = inTable.map(context.figure).find((each) => each !== null);
      if (figure) found.push([figure]);
    } else if (statement === 'meeting-training') {
      const figures = inTable.flatMap((fact) => (fact.is_total ? [] : (context.figure(fact) ?? [])));
      if (figures.length > 0) found.push(figures);
    }
  }
  return found.length > 0 ? found : bookedItems(context, item, year);
}

/** Where no table of items is published: the economic classes that the item is booked under. */
function bookedItems(context: Context, item: string, year: number): Figure[][] {
  const codes = item === 'three-public' ? THREE_PUBLIC_CLASSES : (ITEM_CLASSES[item] ?? []);
  const { entries } = quantitiesOf(context, year);
  return ['total', 'basic'].flatMap((measure) => {
    const figures = codes.flatMap(
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
