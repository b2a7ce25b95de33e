import type { RecognisedTable } from '../model/index.ts';
import { SCHEMES, type Scheme } from '../codes/index.ts';
import { compactText } from '../text/index.ts';
import { classCode } from './class-codes.ts';
import type { Column, PartColumn } from './column.ts';

/** The classes whose digits open a pair of columns have to outnumber all others by this share. */
const MOST = 0.8;

/**
 * Columns 类, 款, 项 under heads that name no classification (科目编码 twice side by side): the digits below say which one each
 * run of them is. What the heads say stays where the digits are those of several classifications or of none.
 */
export function withPartSchemes(table: RecognisedTable, columns: readonly Column[]): Column[] {
  const schemes = new Map<number, Scheme>();
  for (const run of partRuns(columns)) {
    const scheme = printedScheme(table, run[0]?.column ?? -1);
    if (scheme !== null) for (const part of run) schemes.set(part.column, scheme);
  }
  return columns.map((column) =>
    column.role === 'part' ? { ...column, scheme: schemes.get(column.column) ?? column.scheme } : column,
  );
}

/** Part columns next to each other; one headed 类 begins anew. */
function partRuns(columns: readonly Column[]): PartColumn[][] {
  const runs: PartColumn[][] = [];
  let last: PartColumn | null = null;
  for (const column of columns) {
    if (column.role !== 'part') last = null;
    else {
      if (last === null || /(?:^|\/ )类$/.test(column.label)) runs.push([]);
      runs.at(-1)?.push(column);
      last = column;
    }
  }
  return runs;
}

/** The classification that the whole codes of a column belong to, where nearly all of them belong to one. */
function printedScheme(table: RecognisedTable, column: number): Scheme | null {
  const counts = new Map<Scheme, number>();
  let all = 0;
  for (const row of table.rows.slice(table.headerRowCount)) {
    const cell = row.cells.find((one) => one.column === column);
    const own = cell && classCode(compactText(cell.text), '', null);
    if (!own) continue;
    all += 1;
    counts.set(own.scheme, (counts.get(own.scheme) ?? 0) + 1);
  }
  return SCHEMES.find((scheme) => all > 0 && (counts.get(scheme) ?? 0) >= all * MOST) ?? null;
}
