import type { SourceCell, SourceRow } from '../model/index.ts';
import { parseCell } from '../money/index.ts';
import { compactText, normaliseText } from '../text/index.ts';

const MARKUP = /<\/?[a-z][^>]*>/gi;

/** A cell's text without markup left over from a conversion, layout spaces kept single. */
export function plainText(text: string): string {
  return normaliseText(text.replace(MARKUP, ' '));
}

/** As plainText, without any space: for labels and headers. */
export function cellWords(text: string): string {
  return compactText(text.replace(MARKUP, ' '));
}

/** As printed for display: markup and line breaks out, brackets and widths left as they are. */
export function printedText(text: string): string {
  return text.replace(MARKUP, ' ').replace(/\s+/g, ' ').trim();
}

export function filledCells(row: SourceRow): SourceCell[] {
  return row.cells.filter((cell) => cellWords(cell.text) !== '');
}

export function isNumber(cell: SourceCell): boolean {
  const parsed = parseCell(cell.text);
  return parsed.kind === 'number' && parsed.number.unit === undefined;
}
