import type { Issue, RecognisedTable } from '../model/index.ts';
import { columnPath } from '../recognition/index.ts';
import { plainAmountColumn, type AmountColumn, type Column } from './column.ts';
import { exactRow, ties, type Exact } from './exact.ts';
import type { BodyRow } from './matrix.ts';
import { rowRelations } from './relations.ts';
import { ITEM_TERMS, partsOf, yearOf, type Item } from '../terms/index.ts';

/** The items in one order, purchase and running behind vehicles. */
const inOrder = (...parts: readonly Item[]): readonly Item[] => [
  'three-public',
  ...parts.flatMap((part) => [part, ...partsOf(part)]),
];
const RECEPTION_AMID = inOrder('abroad', 'reception', 'vehicle');
const RECEPTION_LAST = inOrder('abroad', 'vehicle', 'reception');
const BESIDE = ['meeting', 'training'] as const;
/** Orders in which three-public tables print their items; null is the sum of all of them, 会议费 and 培训费 included. */
const ORDERS: readonly (readonly (Item | null)[])[] = [
  [null, ...RECEPTION_AMID, ...BESIDE],
  [null, ...RECEPTION_LAST, ...BESIDE],
  [...RECEPTION_LAST, ...BESIDE],
  [...RECEPTION_AMID, ...BESIDE],
  RECEPTION_LAST,
  RECEPTION_AMID,
  inOrder('vehicle', 'reception', 'abroad'),
];

/**
 * Heads of a three-public table that lost cells stand over the wrong columns. Where the sums of the heads as printed fail and
 * one of the known orders of items, once for each year named on top, makes them hold, that order is taken.
 */
export function repairThreePublicHeads(
  table: RecognisedTable,
  columns: readonly Column[],
  rows: readonly BodyRow[],
  fiscalYear: number | null,
): { columns: readonly Column[]; issues: Issue[] } {
  const amounts = columns.filter((column): column is AmountColumn => column.role === 'amount');
  const first = amounts[0]?.column;
  if (first === undefined || rows.length === 0) return { columns, issues: [] };
  const width = Math.max(table.columnCount, ...rows.map((body) => (body.row.cells.at(-1)?.column ?? 0) + 1));
  const values = rows.map((body) => exactRow(body.row, width));
  const printed = sumScore(columns, values);
  if (printed.failing === 0 && !hasDoubles(amounts)) return { columns, issues: [] };
  const years = topHeads(table, first);
  let best: { columns: Column[]; score: number } | null = null;
  for (const order of ORDERS) {
    const candidate = template(columns, first, order, years, fiscalYear, width);
    if (!candidate) continue;
    const { failing, holding } = sumScore(candidate, values);
    const score = failing * 2 - holding;
    if (holding >= 2 && (!best || score < best.score)) best = { columns: candidate, score };
  }
  if (!best || best.score >= printed.failing * 2 - printed.holding) return { columns, issues: [] };
  return {
    columns: best.columns,
    issues: [
      {
        code: 'header-repaired',
        severity: 'warning',
        locator: table.rows[0]?.cells[0]?.locator ?? table.locator,
        text: `表“${table.title}”的表头缺了单元格，所印列名下合计不成立；按此表的规定项目次序，各行合计成立，因此按该次序认列。`,
      },
    ],
  };
}

/** The groups named on top, in order: 上年, 当年, 增减变化情况. */
function topHeads(table: RecognisedTable, first: number): string[] {
  const header = table.rows.slice(0, table.headerRowCount);
  const heads: string[] = [];
  for (let column = first; column < table.columnCount; column += 1) {
    const top = columnPath(header, column)[0];
    if (top !== undefined && heads.at(-1) !== top) heads.push(top);
  }
  const groups = heads.filter((head) => /年|增减|变化/.test(head));
  return groups.length >= 2 ? groups : [''];
}

function template(
  columns: readonly Column[],
  first: number,
  order: readonly (Item | null)[],
  groups: readonly string[],
  fiscalYear: number | null,
  width: number,
): Column[] | null {
  const used = order.length * groups.length;
  if (first + used > width || first + used < width - 3) return null;
  return Array.from({ length: width }, (_, column): Column => {
    const at = column - first;
    const before = columns[column];
    if (at < 0 && before) return before;
    const group = groups[Math.floor(at / order.length)];
    if (group === undefined) return plainAmountColumn({ column, label: '' }, fiscalYear);
    const item = order[at % order.length] ?? null;
    const name = item === null ? '合计' : ITEM_TERMS[item].name.zh;
    const path = group === '' ? [name] : [group, name];
    return {
      ...plainAmountColumn({ column, label: '' }, fiscalYear),
      label: path.join(' / '),
      path,
      measure: /增减|变化/.test(group) ? 'change' : 'total',
      item,
      fiscalYear: yearOf(group, fiscalYear) ?? fiscalYear,
    };
  });
}

/** Two columns with one meaning: heads that slid over their neighbours. */
function hasDoubles(amounts: readonly AmountColumn[]): boolean {
  const seen = new Set<string>();
  return amounts.some((column) => {
    const key = `${column.item ?? ''}|${column.fiscalYear ?? ''}|${column.measure}|${column.fund ?? ''}`;
    if (column.item !== null && seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

function sumScore(
  columns: readonly Column[],
  rows: readonly (Exact | null)[][],
): { failing: number; holding: number } {
  let failing = 0;
  let holding = 0;
  for (const relation of rowRelations(columns, true)) {
    for (const values of rows) {
      const total = values[relation.total];
      if (!total) continue;
      const parts = relation.parts.flatMap(({ column, weight }) => {
        const exact = values[column];
        return exact ? [{ exact, weight }] : [];
      });
      if (parts.length === 0 && total.value === 0n) continue;
      if (ties(total, parts)) holding += 1;
      else failing += 1;
    }
  }
  return { failing, holding };
}
