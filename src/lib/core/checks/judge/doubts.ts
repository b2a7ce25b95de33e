import type { Fact } from '../../model/extract.ts';
import type { Localised } from '../../model/localised.ts';
import type { Decimal } from '../../money/index.ts';
import { compactText } from '../../text/normalise.ts';
import { isPartOfNeighbour, sumOf, type Context, type Figure } from './figures.ts';
import type { Draft } from './rule.ts';

const TWICE: Localised = {
  zh: '相加的数恰为合计的两倍，小计与明细无法分开',
  en: 'the parts add up to exactly twice the total: subtotals and lines can’t be told apart',
};
const NESTED: Localised = {
  zh: '多出的恰是其中一项，它可能包含在另一项里',
  en: 'the excess is exactly one of the parts, which may be counted in another',
};
const REPEATED: Localised = {
  zh: '相加的行中有两行科目相同，可能是上下级',
  en: 'two of the lines have the same class; one may be part of the other',
};
const STRANGER: Localised = {
  zh: '表中还有没有认出归属的行或栏，可能属于这个合计',
  en: 'the table has lines or columns that may belong to the sum and weren’t recognised as such',
};
const ONE_PART: Localised = {
  zh: '同行只认出其中一栏，其余各栏可能没有认出',
  en: 'only one column of the row is known to be a part; others may not have been recognised',
};
const UNREAD: Localised = {
  zh: '所涉及的行中有没有读成数的单元格',
  en: 'cells of the lines concerned could not be read as figures',
};

const INCOMPLETE: Localised = {
  zh: '表中有隐藏的行或列，或没有保存结果的公式，合计无法核对',
  en: 'the table has hidden lines or formulas without results: its sums can’t be checked',
};

/**
 * Why a sum that doesn’t hold may be our reading instead of the document: its parts are counted twice, lines beside them
 * aren’t known to be parts or not, or cells were not read. Null where the rows and columns concerned are all accounted for.
 */
export function doubtOfSum(context: Context, draft: Draft): Localised | null {
  const { compared } = draft;
  if (isIncomplete(context, draft)) return INCOMPLETE;
  if (draft.wording.kind !== 'sum' || !compared?.fact || draft.expected) return null;
  const parts = draft.terms.filter(({ weight }) => weight === 1).map(({ figure }) => figure);
  const facts = parts.flatMap(({ fact }) => fact ?? []);
  const tableId = compared.fact.table_id;
  if (facts.length < draft.terms.length || facts.some((fact) => fact.table_id !== tableId)) return null;
  const excess = sumOf(parts).yuan.minus(compared.yuan);
  const slack = sumOf([...parts, compared]).slack;
  if (parts.length > 1 && excess.minus(compared.yuan).abs().lte(slack)) return TWICE;
  if (parts.length > 1 && excess.gt(0) && parts.some(({ yuan }) => yuan.minus(excess).abs().lte(slack)))
    return NESTED;
  if (excess.gt(0) && isRepeated(facts)) return REPEATED;
  const sum: Sum = { whole: compared.fact, parts: facts, missing: excess.negated(), slack };
  if (isAcross(sum) && facts.length === 1 && excess.lt(0)) return ONE_PART;
  if (hasStrangers(context, sum)) return STRANGER;
  return hasUnread(context, sum) ? UNREAD : null;
}

/** Whether a table concerned has hidden lines or results that were not stored. */
function isIncomplete(context: Context, { compared, terms }: Draft): boolean {
  const incomplete = new Set(
    context.surroundings.tables.filter((table) => table.incomplete).map((table) => table.tableId),
  );
  const facts = [compared?.fact, ...terms.map(({ figure }) => figure.fact)];
  return incomplete.size > 0 && facts.some((fact) => incomplete.has(fact?.table_id ?? ''));
}

interface Sum {
  whole: Fact;
  parts: readonly Fact[];
  /** What the parts lack of the whole. */
  missing: Decimal;
  slack: Decimal;
}

function isRepeated(facts: readonly Fact[]): boolean {
  const seen = new Set<string>();
  return facts.some((fact) => {
    if (fact.code === null || fact.axis === 'procurement' || fact.project !== null) return false;
    const key = [fact.code, fact.gov_code, fact.column, fact.unit_code, fact.label].join('|');
    const known = seen.has(key);
    seen.add(key);
    return known;
  });
}

function isAcross({ whole, parts }: Sum): boolean {
  return parts.every((fact) => fact.row === whole.row);
}

/** Figures of the same row (or of the same column, among the lines summed) that are neither the whole nor a part. */
function hasStrangers(context: Context, sum: Sum): boolean {
  const { whole, parts, missing, slack } = sum;
  const known = new Set([whole, ...parts]);
  const facts = context.factsOf.get(whole.table_id ?? '') ?? [];
  const near = isAcross(sum)
    ? facts.filter((fact) => fact.row === whole.row && !isPartOfNeighbour(fact))
    : facts.filter((fact) => fact.column === whole.column && isAmong(fact, sum));
  const strangers: Figure[] = [];
  for (const fact of near) {
    const figure = known.has(fact) || fact.fiscal_year !== whole.fiscal_year ? null : context.figure(fact);
    if (figure && !figure.yuan.isZero() && fact.measure !== 'change') strangers.push(figure);
  }
  if (strangers.length === 0) return false;
  const makesUp = (yuan: Decimal) => yuan.minus(missing).abs().lte(slack);
  return (
    (!isAcross(sum) && strangers.some(({ fact }) => fact !== null && isLoose(fact, sum))) ||
    strangers.some(({ yuan }) => makesUp(yuan)) ||
    makesUp(sumOf(strangers).yuan)
  );
}

/** Between the first and the last line of a sum, the whole included, and the lines without a code that follow. */
function isAmong(fact: Fact, { whole, parts }: Sum): boolean {
  const rows = [whole, ...parts].map((each) => each.row ?? 0);
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const row = fact.row ?? 0;
  return row >= first && row <= last + TAIL;
}

/** How many lines below the last part may still belong to it. */
const TAIL = 3;

/** A line among the classes of a class that has no class itself, or one of another branch. */
function isLoose(fact: Fact, { whole, parts }: Sum): boolean {
  if (whole.code === null || fact.is_total || fact.axis === 'unit' || fact.axis === 'total') return false;
  const last = Math.max(...parts.map((each) => each.row ?? 0));
  if (fact.code === null) return compactText(fact.label) !== '' && !/^其中/.test(compactText(fact.label));
  return (fact.row ?? 0) < last && !fact.code.startsWith(whole.code);
}

const cache = new WeakMap<Context, Map<string, { row: number; column: number }[]>>();

/** Cells with digits in columns of amounts, of which no fact was made, by table; rows counted as the table’s grid does. */
function unread(context: Context): Map<string, { row: number; column: number }[]> {
  const known = cache.get(context);
  if (known) return known;
  const all = new Map<string, { row: number; column: number }[]>();
  cache.set(context, all);
  const read = new Set(context.input.facts.map((fact) => fact.locator));
  for (const table of context.surroundings.tables) {
    const facts = context.factsOf.get(table.tableId) ?? [];
    const columns = new Set(facts.map((fact) => fact.locator));
    const amountColumns = new Set<number>();
    for (const row of table.rows)
      for (const cell of row.cells) if (columns.has(cell.locator)) amountColumns.add(cell.column);
    const lost = table.rows.flatMap((row, index) =>
      row.cells
        .filter(
          (cell) =>
            amountColumns.has(cell.column) && AMOUNT.test(compactText(cell.text)) && !read.has(cell.locator),
        )
        .map((cell) => ({ row: index, column: cell.column })),
    );
    all.set(table.tableId, lost);
  }
  return all;
}

const AMOUNT = /^[-(（]?[¥￥]?\d[\d,，]*(\.\d+)?[)）]?$|\d\.\d{2}/;

/** A cell of the lines concerned holds digits that are no fact. */
function hasUnread(context: Context, sum: Sum): boolean {
  const { whole, parts } = sum;
  const lost = unread(context).get(whole.table_id ?? '') ?? [];
  if (lost.length === 0) return false;
  const table = context.surroundings.tables.find((each) => each.tableId === whole.table_id);
  const places = new Map(
    table?.rows.flatMap((row, index) =>
      row.cells.map((cell) => [cell.locator, { row: index, column: cell.column }] as const),
    ),
  );
  const own = [whole, ...parts].flatMap((fact) => places.get(fact.locator) ?? []);
  const [first, last] = [Math.min(...own.map(({ row }) => row)), Math.max(...own.map(({ row }) => row))];
  const columns = new Set(own.map(({ column }) => column));
  return lost.some(
    ({ row, column }) => row >= first && row <= last && (isAcross(sum) || columns.has(column)),
  );
}
