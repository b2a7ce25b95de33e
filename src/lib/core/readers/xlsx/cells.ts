import { stop } from '../limits.ts';
import { legacyText } from './legacy-text.ts';

/** A parsed sheet as far as it is read here (SheetJS, dense). */
export interface RawSheet {
  '!data'?: (RawCell | undefined)[][];
  '!merges'?: { s: { r: number; c: number }; e: { r: number; c: number } }[];
  '!rows'?: ({ hidden?: boolean } | undefined)[];
  '!cols'?: ({ hidden?: boolean } | undefined)[];
  '!ref'?: string;
  '!fullref'?: string;
}

interface RawCell {
  /** Type: number, string, boolean, date, error, stub. */
  t: string;
  v?: unknown;
  /** Formatted as the sheet shows it. */
  w?: string;
  /** Number format. */
  z?: string;
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

/** The cells of a sheet that show something, merged areas as spans, hidden rows and columns left out. */
export function sheetCells(
  sheet: RawSheet,
  where: { zh: string; en: string },
): { cells: SheetCell[]; hiddenLines: number } {
  const spans = new Map<string, { rowSpan: number; colSpan: number }>();
  for (const { s, e } of sheet['!merges'] ?? []) {
    spans.set(`${s.r},${s.c}`, { rowSpan: e.r - s.r + 1, colSpan: e.c - s.c + 1 });
  }
  const hiddenRow = (row: number): boolean => sheet['!rows']?.[row]?.hidden === true;
  const hiddenColumn = (column: number): boolean => sheet['!cols']?.[column]?.hidden === true;
  const cells: SheetCell[] = [];
  const hidden = new Set<string>();
  (sheet['!data'] ?? []).forEach((line, row) => {
    (line ?? []).forEach((cell, column) => {
      const text = cell ? shownText(cell) : '';
      if (text === '') return;
      if (hiddenRow(row)) hidden.add(`r${row}`);
      else if (hiddenColumn(column)) hidden.add(`c${column}`);
      else {
        if (column >= MOST_COLUMNS) tooWide(where);
        cells.push({ row, column, text, ...(spans.get(`${row},${column}`) ?? { rowSpan: 1, colSpan: 1 }) });
      }
    });
  });
  return { cells, hiddenLines: hidden.size };
}

function tooWide(where: { zh: string; en: string }): never {
  stop(
    'too-many-cells',
    `${where.zh}超过 ${MOST_COLUMNS} 列的上限，不像预算表。请只保留预算表再试。`,
    `${where.en} has more than ${MOST_COLUMNS} columns and looks like no budget table. Keep only the budget tables and try again.`,
  );
}

/**
 * What the sheet shows. A number without a format of its own (General) is shown by as many digits as its column takes,
 * and a scientific or overflowing one by no amount at all; those are the number itself, in plain digits.
 */
function shownText(cell: RawCell): string {
  if (cell.t === 'z' || cell.t === 'e') return cell.t === 'e' ? (cell.w ?? '').trim() : '';
  const shown = legacyText((cell.w ?? (typeof cell.v === 'string' ? cell.v : '')).trim());
  if (cell.t !== 'n' || typeof cell.v !== 'number') return shown;
  const general = cell.z === undefined || /^general$/i.test(cell.z);
  return general || shown === '' || /^#+$|\d[eE][-+]?\d/.test(shown) ? plainNumber(cell.v) : shown;
}

/** A double in plain digits, at most fifteen of them (what a spreadsheet holds). */
function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const digits = value.toPrecision(15);
  if (!/[eE]/.test(digits)) return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return Math.abs(value) >= 1
    ? BigInt(Math.trunc(value)).toString()
    : value.toFixed(15).replace(/\.?0+$/, '');
}
