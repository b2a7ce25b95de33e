import type { SourceCell, SourceRow } from '../model/index.ts';
import { compactText, normaliseText } from '../text/index.ts';

export function cellAt(row: SourceRow, column: number): SourceCell | null {
  return row.cells.find((cell) => cell.column === column) ?? null;
}

/** The cell that stands at a column or spans over it. */
export function coveringCell(row: SourceRow, column: number): SourceCell | null {
  return row.cells.find((cell) => cell.column <= column && column < cell.column + cell.colSpan) ?? null;
}

export function cellText(row: SourceRow, column: number): string {
  return normaliseText(cellAt(row, column)?.text ?? '');
}

/** A code as its column prints it, without the grouping and decimals that a number format adds: 2,011,301 or 201.00. */
export function codeText(text: string): string {
  const compact = compactText(text);
  return /^\d{1,3}(?:,\d{3})*(?:\.0+)?$/.test(compact)
    ? compact.replaceAll(',', '').replace(/\.0+$/, '')
    : compact;
}

const RADICALS = /[\u2e80-\u2fdf]/g;

/** A label as printed, without layout spaces; PDF radicals put right, brackets and digits left as they stand. */
export function printedLabel(text: string): string {
  return text
    .replace(RADICALS, (radical) => normaliseText(radical))
    .replace(/[\s\u3000\u00a0\u200b]+/g, ' ')
    .replace(/(?<=[^\x21-\x7e]) | (?=[^\x21-\x7e])/g, '')
    .trim();
}
