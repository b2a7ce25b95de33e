import { stop } from '../limits.ts';
import { lacksResult, shownText, type RawCell } from './shown.ts';

/** A parsed sheet as far as it is read here (SheetJS, dense). */
export interface RawSheet {
  '!data'?: (RawCell | undefined)[][];
  '!merges'?: { s: { r: number; c: number }; e: { r: number; c: number } }[];
  '!rows'?: ({ hidden?: boolean } | undefined)[];
  '!cols'?: ({ hidden?: boolean } | undefined)[];
  '!ref'?: string;
  '!fullref'?: string;
}

/** A cell with something in it; row and column as in the sheet, from 0. */
export interface SheetCell {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  text: string;
}

const MOST_COLUMNS = 500;

/** A cell's place, row and column from 0. */
export interface Place {
  row: number;
  column: number;
}

/** The cells of a sheet that show something, merged areas as spans, hidden rows and columns left out. */
export function sheetCells(
  sheet: RawSheet,
  where: { zh: string; en: string },
): { cells: SheetCell[]; hiddenRows: Set<number>; hiddenColumns: Set<number>; withoutResult: Place[] } {
  const spans = new Map<string, { rowSpan: number; colSpan: number }>();
  for (const { s, e } of sheet['!merges'] ?? []) {
    spans.set(`${s.r},${s.c}`, { rowSpan: e.r - s.r + 1, colSpan: e.c - s.c + 1 });
  }
  const hiddenRow = (row: number): boolean => sheet['!rows']?.[row]?.hidden === true;
  const hiddenColumn = (column: number): boolean => sheet['!cols']?.[column]?.hidden === true;
  const cells: SheetCell[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const withoutResult: Place[] = [];
  (sheet['!data'] ?? []).forEach((line, row) => {
    (line ?? []).forEach((cell, column) => {
      const text = cell ? shownText(cell) : '';
      if (cell && lacksResult(cell)) withoutResult.push({ row, column });
      if (text === '') return;
      if (hiddenRow(row)) hiddenRows.add(row);
      else if (hiddenColumn(column)) hiddenColumns.add(column);
      else {
        if (column >= MOST_COLUMNS) tooWide(where);
        cells.push({ row, column, text, ...(spans.get(`${row},${column}`) ?? { rowSpan: 1, colSpan: 1 }) });
      }
    });
  });
  return { cells, hiddenRows, hiddenColumns, withoutResult };
}

function tooWide(where: { zh: string; en: string }): never {
  stop(
    'too-many-cells',
    `${where.zh}超过 ${MOST_COLUMNS} 列的上限，不像预算表。请只保留预算表再试。`,
    `${where.en} has more than ${MOST_COLUMNS} columns and looks like no budget table. Keep only the budget tables and try again.`,
  );
}
