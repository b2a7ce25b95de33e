import type { Claim, ExtractResult, Fact, TableRecord, Unit } from '../../model/extract.ts';
import type { RecognisedTable } from '../../model/recognised.ts';
import type { SourceParagraph } from '../../model/source.ts';
import { Decimal, isUnit, printedSlack } from '../../money/index.ts';
import { Passages } from './passages.ts';

export type CheckInput = Pick<
  ExtractResult,
  'document' | 'tables' | 'facts' | 'headcounts' | 'claims' | 'indicators'
>;

/** An amount that takes part in checks: a table cell or a figure in prose, with what its printed digits leave open. */
export interface Figure {
  fact: Fact | null;
  claim: Claim | null;
  yuan: Decimal;
  /** Half a unit of the last printed digit, in yuan. */
  slack: Decimal;
  unit: Unit;
  decimals: number;
}

/** What the document holds beside its records: rows and notes of tables, the text, and what reading it left in doubt. */
export interface Surroundings {
  tables: readonly Pick<
    RecognisedTable,
    'tableId' | 'statement' | 'unit' | 'rows' | 'notes' | 'incomplete'
  >[];
  narrative: readonly Pick<SourceParagraph, 'locator' | 'text'>[];
}

export const NO_SURROUNDINGS: Surroundings = { tables: [], narrative: [] };

export interface Context {
  input: CheckInput;
  surroundings: Surroundings;
  year: number | null;
  tables: ReadonlyMap<string, TableRecord>;
  /** Facts with a table, by table, in row and column order. */
  factsOf: ReadonlyMap<string, Fact[]>;
  /** The figure of a fact, or null where it has no amount (blank, dash, quantity). */
  figure: (fact: Fact) => Figure | null;
  /** Claims of amounts, changes included, with their figures. */
  claims: readonly ClaimFigure[];
  passages: Passages;
}

export interface ClaimFigure extends Figure {
  claim: Claim;
}

export function buildContext(input: CheckInput, surroundings: Surroundings = NO_SURROUNDINGS): Context {
  const factsOf = new Map<string, Fact[]>();
  for (const fact of input.facts) {
    if (fact.table_id === null) continue;
    const list = factsOf.get(fact.table_id);
    if (list) list.push(fact);
    else factsOf.set(fact.table_id, [fact]);
  }
  for (const list of factsOf.values()) {
    list.sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  }
  const figures = new Map<Fact, Figure | null>();
  const claims: ClaimFigure[] = [];
  for (const claim of input.claims) {
    const figure = claimFigure(claim);
    if (figure) claims.push(figure);
  }
  return {
    input,
    surroundings,
    year: input.document.fiscal_year,
    tables: new Map(input.tables.map((table) => [table.table_id, table])),
    factsOf,
    figure: (fact) => {
      const known = figures.get(fact);
      if (known !== undefined) return known;
      const made = factFigure(fact);
      figures.set(fact, made);
      return made;
    },
    claims,
    passages: new Passages(surroundings.narrative, input.claims),
  };
}

function decimalOf(text: string | null): Decimal | null {
  if (text === null || !/^-?\d+(\.\d+)?$/.test(text)) return null;
  return new Decimal(text);
}

function factFigure(fact: Fact): Figure | null {
  const yuan = decimalOf(fact.yuan);
  if (!yuan || !isUnit(fact.unit) || fact.status === 'blank' || fact.status === 'dash') return null;
  const decimals = fact.decimals ?? 0;
  return { fact, claim: null, yuan, slack: printedSlack(fact.unit, decimals), unit: fact.unit, decimals };
}

function claimFigure(claim: Claim): ClaimFigure | null {
  const yuan = decimalOf(claim.yuan);
  if (!yuan || (claim.measure !== 'amount' && claim.measure !== 'change') || !isUnit(claim.unit)) return null;
  // 基本持平 is about the same, not the same.
  if (claim.direction === 'unchanged' && claim.raw.includes('基本')) return null;
  const decimals = claim.decimals ?? 0;
  return { fact: null, claim, yuan, slack: printedSlack(claim.unit, decimals), unit: claim.unit, decimals };
}

/** Sum of figures and what their printed digits leave open together. */
export function sumOf(figures: readonly Figure[]): { yuan: Decimal; slack: Decimal } {
  let yuan = new Decimal(0);
  let slack = new Decimal(0);
  for (const figure of figures) {
    yuan = yuan.plus(figure.yuan);
    slack = slack.plus(figure.slack);
  }
  return { yuan, slack };
}

/** Whether two sums can be the same amount. */
export function intervalsOverlap(a: readonly Figure[], b: readonly Figure[]): boolean {
  const [x, y] = [sumOf(a), sumOf(b)];
  return x.yuan.minus(y.yuan).abs().lte(x.slack.plus(y.slack));
}

/** A cell that counts part of what its neighbour counts already (其中：专项资金). 其中：基本支出 is a column of its own kind. */
export function isPartOfNeighbour(fact: Fact): boolean {
  const own = fact.column_label.split(' / ').at(-1) ?? '';
  return (fact.measure === 'total' && /^\s*其\s*中/.test(own)) || /^\s*其\s*中/.test(fact.label);
}

/**
 * In final accounts the stage that a column states: what was budgeted, or what was spent. Empty in budgets, and where a
 * column names neither.
 */
export function stageOf(context: Context, fact: Fact): 'budget' | 'execution' | '' {
  if (context.input.document.stage !== 'final-account') return '';
  if (/决算数|执行数|实际支出|支出决算|收入决算/.test(fact.column_label)) return 'execution';
  return /预算数|年初预算|调整预算|全年预算/.test(fact.column_label) ? 'budget' : '';
}

/** In tables of basic expenditure the column 合计 is the basic expenditure. */
export function measureOf(fact: Fact): Fact['measure'] {
  const basicTable = fact.statement === 'basic-by-function' || fact.statement === 'basic-by-economic';
  return basicTable && fact.measure === 'total' ? 'basic' : fact.measure;
}

/** Groups values by a key, keeping the order of first appearance. */
export function groupBy<T>(values: Iterable<T>, key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const k = key(value);
    const list = groups.get(k);
    if (list) list.push(value);
    else groups.set(k, [value]);
  }
  return groups;
}

/** Text as a short ASCII key, the same in every release (FNV-1a, 32 bits). */
/** The unit whose figure a fact is, by code or else by name; null for the body as a whole. */
export function unitOf(fact: Fact): string | null {
  return fact.unit_code ?? fact.unit_name;
}

export function asciiKey(text: string): string {
  if (/^[\w.-]{1,40}$/.test(text)) return text;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
