import type { RecognisedTable, SourceRow } from '../model/index.ts';
import { parseCell } from '../money/index.ts';
import type { Column } from './column.ts';

/** A printed figure as a whole number of millionths, with half a unit of its last printed digit. */
export interface Exact {
  value: bigint;
  slack: bigint;
}

const SCALE = 6;

/** The figure of every grid column of a row; null where the cell is blank, a dash or text. */
export function exactRow(row: SourceRow, columnCount: number): (Exact | null)[] {
  const values: (Exact | null)[] = Array.from({ length: columnCount }, () => null);
  for (const cell of row.cells) {
    const parsed = parseCell(cell.text);
    if (parsed.kind !== 'number' || parsed.number.percent || parsed.number.decimals > SCALE) continue;
    const { value, decimals } = parsed.number;
    values[cell.column] = {
      value: BigInt(value.times(10 ** SCALE).toFixed(0)),
      slack: 10n ** BigInt(SCALE - decimals) / 2n,
    };
  }
  return values;
}

/** What each row prints in the table's first column of total amounts; null where it prints none, or no column is one. */
export function totalAmounts(
  table: RecognisedTable,
  columns: readonly Column[],
  rows: readonly { row: SourceRow }[],
): (Exact | null)[] {
  const money = columns.find(
    (column) => column.role === 'amount' && column.path.length > 0 && column.measure === 'total',
  );
  if (!money) return rows.map(() => null);
  const width = Math.max(table.columnCount, money.column + 1);
  return rows.map(({ row }) => exactRow(row, width)[money.column] ?? null);
}

/** Whether a printed total can be the sum of printed parts, each within half a unit of its last digit. */
export function ties(total: Exact, parts: readonly { exact: Exact; weight: 1 | -1 }[]): boolean {
  let gap = total.value;
  let slack = total.slack;
  for (const part of parts) {
    gap -= part.weight === 1 ? part.exact.value : -part.exact.value;
    slack += part.exact.slack;
  }
  if (gap === 0n) return true;
  return (gap < 0n ? -gap : gap) <= slack;
}
