import { isCodeShaped, SCHEMES } from '../../codes/index.ts';
import type { Fact, Measure } from '../../model/extract.ts';
import {
  groupBy,
  intervalsOverlap,
  isPartOfNeighbour,
  measureOf,
  stageOf,
  type Context,
  type Figure,
  unitOf,
} from './figures.ts';

/** Which money a figure counts: all of it, the fiscal appropriation, or one fund. */
export type Scope = 'all' | 'appropriation' | Exclude<Fact['fund'], 'all'>;

/** A quantity as one table states it: one cell, or several that the table splits it into. */
export interface Entry {
  tableId: string;
  statement: Fact['statement'];
  scope: Scope;
  figures: Figure[];
}

/** Every quantity that documents state in more than one table, by what it is. */
export interface Quantities {
  /** `function|210|total`, `total|expenditure|basic`, `unit|506001|total`, `income|government-fund`: entries of one year. */
  entries: ReadonlyMap<string, Entry[]>;
  /** Whether two scopes count the same money in this document: their totals agree. */
  sameMoney: (a: Scope, b: Scope, flow?: Fact['flow']) => boolean;
  /** Tables that list classes of a scheme: `function` -> table ids. */
  listings: ReadonlyMap<string, Set<string>>;
}

const cache = new WeakMap<Context, Map<number | null, Quantities>>();

/** Quantities of one year, by default the document's. */
export function quantitiesOf(context: Context, year: number | null = context.year): Quantities {
  const years = cache.get(context) ?? new Map<number | null, Quantities>();
  cache.set(context, years);
  const known = years.get(year);
  if (known) return known;
  const made = collect(context, year);
  years.set(year, made);
  return made;
}

const SUMMARIES: readonly Fact['statement'][] = ['budget-summary', 'appropriation-summary'];
const TABLES: readonly Fact['statement'][] = [
  ...SUMMARIES,
  'income-summary',
  'expenditure-summary',
  'general-by-function',
  'general-by-economic',
  'general-by-unit',
  'basic-by-function',
  'basic-by-economic',
  'project-expenditure',
  'performance-overall',
];

function collect(context: Context, year: number | null): Quantities {
  const entries = new Map<string, Entry[]>();
  const listings = new Map<string, Set<string>>();
  for (const [tableId, facts] of context.factsOf) {
    const statement = facts[0]?.statement ?? 'other';
    if (!TABLES.includes(statement) || /机关运行经费/.test(context.tables.get(tableId)?.title ?? ''))
      continue;
    const own = new Map<string, Entry>();
    const add = (key: string, scope: Scope, figure: Figure) => {
      const entry = own.get(`${key}#${scope}`);
      if (entry) {
        // 小计 beside 合计 in one row is the same amount again; further rows are parts of it.
        if (
          !key.startsWith('unit|') &&
          entry.figures.every((other) => other.fact?.row !== figure.fact?.row)
        ) {
          entry.figures.push(figure);
        }
      } else own.set(`${key}#${scope}`, { tableId, statement, scope, figures: [figure] });
    };
    for (const fact of facts) {
      const figure = context.figure(fact);
      if (!figure || fact.fiscal_year !== year || isPartOfNeighbour(fact)) continue;
      if (stageOf(context, fact) === 'budget') continue;
      if (fact.column_code) {
        placeColumn(fact, fact.column_code, figure, scopeOf(fact, context), add);
        continue;
      }
      place(fact, figure, scopeOf(fact, context), add, own);
      if (fact.code !== null && fact.axis !== 'procurement') {
        const tables = listings.get(fact.axis) ?? new Set();
        listings.set(fact.axis, tables.add(tableId));
      }
    }
    addSections(tableId, statement, own);
    addOnlyTotals(own);
    for (const [key, entry] of own) {
      const quantity = key.slice(0, key.indexOf('#'));
      const list = entries.get(quantity);
      if (list) list.push(entry);
      else entries.set(quantity, [entry]);
    }
  }
  return { entries, listings, sameMoney: scopeEquality(entries) };
}

type Add = (key: string, scope: Scope, figure: Figure) => void;

/** The row of totals in a table with classes across its columns. */
function placeColumn(fact: Fact, code: string, figure: Figure, scope: Scope, add: Add): void {
  const scheme = SCHEMES.find((each) => isCodeShaped(each, code));
  if (!scheme || !fact.is_total || unitOf(fact) !== null) return;
  add(`${scheme}|${code}|${expenditureMeasure(fact)}`, scope, figure);
}

function place(fact: Fact, figure: Figure, scope: Scope, add: Add, own: ReadonlyMap<string, Entry>): void {
  const measure = expenditureMeasure(fact);
  if (fact.axis === 'unit') {
    if (fact.unit_code !== null && fact.item === null)
      add(`unit|${fact.unit_code}|${measure}`, scope, figure);
    return;
  }
  if (unitOf(fact) !== null || fact.project !== null || fact.item !== null) return;
  if (
    fact.code !== null &&
    (fact.axis === 'function' || fact.axis === 'dept-economic' || fact.axis === 'gov-economic')
  ) {
    if (fact.flow !== 'expenditure') return;
    add(`${fact.axis}|${fact.code}|${measure}`, scope, figure);
    if (fact.axis === 'dept-economic' && fact.gov_code !== null) {
      add(`gov-economic|${fact.gov_code}|${measure}`, scope, figure);
      if (fact.gov_code.length > 3)
        add(`gov-economic|${fact.gov_code.slice(0, 3)}|${measure}`, scope, figure);
    }
    return;
  }
  const label = fact.label.replaceAll(/\s/g, '');
  if (fact.statement === 'performance-overall' && fact.flow === 'income') return;
  if (fact.is_total || fact.axis === 'total') {
    const kind = /总计/.test(label) ? 'grand' : 'total';
    const flow = fact.statement === 'income-summary' && fact.flow === 'income' ? 'income' : fact.flow;
    const key = `${kind}|${flow}|${measure}`;
    if (!own.has(`${key}#${scope}`)) add(key, scope, figure);
    return;
  }
  if (fact.flow === 'income' && fact.axis === 'item' && fact.fund !== 'all' && fact.fund !== 'carry-over') {
    const key = `income|${fact.fund}`;
    if (!own.has(`${key}#${scope}`)) add(key, scope, figure);
  }
  const divided = SUMMARIES.includes(fact.statement) || fact.statement === 'performance-overall';
  if (divided && fact.axis === 'item' && fact.measure !== 'total' && isPlainPart(fact)) {
    const key = `total|expenditure|${measure}`;
    if (!own.has(`${key}#${scope}`)) add(key, scope, figure);
  }
}

/** In overall forms tasks have names of their own; only lines that name a kind of expenditure and no more are that kind. */
function isPlainPart(fact: Fact): boolean {
  if (fact.statement !== 'performance-overall') return true;
  return /^(人员(经费|支出|类项目支出|类)|(日常)?公用(经费|支出)|运转类(项目支出)?|基本支出|项目支出|专项(业务)?经费|特定目标类(项目支出)?)$/.test(
    fact.label.replaceAll(/\s/g, ''),
  );
}

function expenditureMeasure(fact: Fact): Measure {
  if (fact.statement === 'project-expenditure' && fact.measure === 'total') return 'project';
  return measureOf(fact);
}

function scopeOf(fact: Fact, context: Context): Scope {
  if (fact.fund !== 'all') return fact.fund;
  if (fact.statement === 'appropriation-summary') return 'appropriation';
  const title = fact.table_id === null ? '' : (context.tables.get(fact.table_id)?.title ?? '');
  return /财政拨款/.test(title) ? 'appropriation' : 'all';
}

/** Summaries list economic classes once under basic and once under project expenditure: both together are the class. */
function addSections(tableId: string, statement: Fact['statement'], own: Map<string, Entry>): void {
  for (const [key, entry] of [...own]) {
    const match = /^(dept-economic\|\d+)\|(basic|project)#(.+)$/.exec(key);
    if (!match || own.has(`${match[1]}|total#${match[3]}`)) continue;
    const other = own.get(`${match[1]}|${match[2] === 'basic' ? 'project' : 'basic'}#${match[3]}`);
    if (!SUMMARIES.includes(statement)) continue;
    own.set(`${match[1]}|total#${match[3]}`, {
      tableId,
      statement,
      scope: entry.scope,
      figures: [...entry.figures, ...(other?.figures ?? [])],
    });
  }
}

/** A table whose only total is called 总计. */
function addOnlyTotals(own: Map<string, Entry>): void {
  for (const [key, entry] of [...own]) {
    const plain = key.replace(/^grand/, 'total');
    if (plain !== key && !own.has(plain)) own.set(plain, entry);
  }
}

function scopeEquality(entries: ReadonlyMap<string, Entry[]>): Quantities['sameMoney'] {
  const totalsOf = (flow: Fact['flow']) =>
    groupBy(
      ['total', 'grand'].flatMap((kind) => entries.get(`${kind}|${flow}|total`) ?? []),
      (entry) => entry.scope,
    );
  const incomes = [...entries].flatMap(([key, list]) => (key.startsWith('income|') ? list : []));
  const income = groupBy([...[...totalsOf('income').values()].flat(), ...incomes], (entry) => entry.scope);
  const expenditure = totalsOf('expenditure');
  const known = new Map<string, boolean>();
  const decide = (a: Scope, b: Scope, flow: Fact['flow']) => {
    const own = flow === 'income' || !expenditure.has(a) || !expenditure.has(b) ? income : expenditure;
    const [left, right] = [own.get(a), own.get(b)];
    if (!left || !right) return false;
    // Nothing in both says nothing of what they count.
    return left.some(
      (x) =>
        x.figures.some((figure) => !figure.yuan.isZero()) &&
        right.some((y) => intervalsOverlap(x.figures, y.figures)),
    );
  };
  return (a, b, flow = 'expenditure') => {
    if (a === b) return true;
    const key = `${a}|${b}|${flow}`;
    const same = known.get(key) ?? decide(a, b, flow);
    known.set(key, same);
    return same;
  };
}
