import type { Fact } from '../../model/extract.ts';
import type { Localised } from '../../model/localised.ts';
import type { Decimal } from '../../money/index.ts';
import { compactText } from '../../text/normalise.ts';
import { isPartOfNeighbour, sumOf, unitOf, type Context, type Figure } from './figures.ts';
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
  const ids = new Set(
    [compared?.fact, ...terms.map(({ figure }) => figure.fact)].map((fact) => fact?.table_id),
  );
  return context.surroundings.tables.some((table) => table.incomplete && ids.has(table.tableId));
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
    const key = [fact.code, fact.gov_code, fact.column, unitOf(fact), fact.label].join('|');
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

interface Place {
  row: number;
  column: number;
}

/** Where a table's grid holds its facts, by locator, and the cells with digits in its columns of amounts that are none. */
interface Reading {
  places: ReadonlyMap<string, Place>;
  lost: readonly Place[];
}

const cache = new WeakMap<Context, ReadonlyMap<string, Reading>>();

function readings(context: Context): ReadonlyMap<string, Reading> {
  const known = cache.get(context);
  if (known) return known;
  const read = new Set(context.input.facts.map((fact) => fact.locator));
  const all = new Map(
    context.surroundings.tables.map((table) => [
      table.tableId,
      readingOf(table, context.factsOf.get(table.tableId) ?? [], read),
    ]),
  );
  cache.set(context, all);
  return all;
}

/** `read` holds the locators of the facts of all tables: one table's cell may be another's fact. */
function readingOf(
  { rows }: Context['surroundings']['tables'][number],
  facts: readonly Fact[],
  read: ReadonlySet<string>,
): Reading {
  const own = new Set(facts.map((fact) => fact.locator));
  const cells = rows.flatMap((row, index) =>
    row.cells.map(({ locator, text, column }) => ({ locator, text, place: { row: index, column } })),
  );
  const amountColumns = new Set(
    cells.filter(({ locator }) => own.has(locator)).map(({ place }) => place.column),
  );
  return {
    places: new Map(cells.map(({ locator, place }) => [locator, place])),
    lost: cells
      .filter(
        ({ place, text, locator }) =>
          amountColumns.has(place.column) && AMOUNT.test(compactText(text)) && !read.has(locator),
      )
      .map(({ place }) => place),
  };
}

const AMOUNT = /^[-(（]?[¥￥]?\d[\d,，]*(\.\d+)?[)）]?$|\d\.\d{2}/;

/** A cell of the lines concerned holds digits that are no fact. */
function hasUnread(context: Context, sum: Sum): boolean {
  const { whole, parts } = sum;
  const reading = readings(context).get(whole.table_id ?? '');
  if (!reading || reading.lost.length === 0) return false;
  const own = [whole, ...parts].flatMap((fact) => reading.places.get(fact.locator) ?? []);
  const [first, last] = [Math.min(...own.map(({ row }) => row)), Math.max(...own.map(({ row }) => row))];
  const columns = new Set(own.map(({ column }) => column));
  return reading.lost.some(
    ({ row, column }) => row >= first && row <= last && (isAcross(sum) || columns.has(column)),
  );
}
