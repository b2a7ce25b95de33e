import type { SourceRow, SourceTable } from '../../model/index.ts';
import { joinLines } from '../layout/text.ts';

/** A cell as its tags gave it: lines of text and tables inside it, in order. */
export interface MarkupCell<Inner> {
  colSpan: number;
  rowSpan: number;
  content: (string | Inner)[];
}

export type MarkupRow<Inner> = MarkupCell<Inner>[];

/** More columns than any table has; a table beyond it is cut there. */
const MOST_COLUMNS = 500;

export const textOf = (cell: MarkupCell<unknown>): string =>
  cell.content
    .filter((part): part is string => typeof part === 'string')
    .reduce((text, line) => joinLines(text, line, false), '');

/** Puts cells into grid columns, spans from above counted; cells keep their place in the markup for the locator. */
export function gridTable(rows: readonly MarkupRow<unknown>[]): SourceTable {
  const busy: number[] = [];
  const made: SourceRow[] = [];
  let columnCount = 0;
  rows.forEach((row, r) => {
    const left = rows.length - r;
    const cells: SourceRow['cells'] = [];
    const taken: [column: number, span: number, rows: number][] = [];
    let column = 0;
    for (const cell of row) {
      while ((busy[column] ?? 0) > 0) column++;
      if (column >= MOST_COLUMNS) break;
      const rowSpan = Math.min(cell.rowSpan === 0 ? left : cell.rowSpan, left);
      let colSpan = 1;
      const widest = Math.min(cell.colSpan, MOST_COLUMNS - column);
      while (colSpan < widest && (busy[column + colSpan] ?? 0) === 0) colSpan++;
      cells.push({ text: textOf(cell), locator: '', column, colSpan, rowSpan });
      taken.push([column, colSpan, rowSpan]);
      column += colSpan;
      columnCount = Math.max(columnCount, column);
    }
    for (let c = 0; c < busy.length; c++) busy[c] = Math.max(0, (busy[c] ?? 0) - 1);
    for (const [from, span, down] of taken) {
      for (let c = from; c < from + span; c++) {
        while (busy.length <= c) busy.push(0);
        busy[c] = Math.max(busy[c] ?? 0, down - 1);
      }
    }
    made.push({ cells, page: null });
  });
  return { kind: 'table', rows: made, geometry: 'exact', columnCount };
}
