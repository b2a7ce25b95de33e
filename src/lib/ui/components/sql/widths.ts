import type { ReaderResult } from '$lib/data/engine/reader-query';
import { cellText } from '$lib/view/sql/index';

const LOOKED_AT = 200;
const NARROWEST = 8;
const WIDEST = 48;
const PADDING = 3;

/** Widths of the columns in `ch`, from what stands in the first rows, so that rows scrolled in don't move them. */
export function columnWidths({ columns, rows }: ReaderResult): number[] {
  return columns.map((column, i) => {
    const texts = rows.slice(0, LOOKED_AT).map((row) => cellText(row[i] ?? null, column));
    const widest = Math.max(...[column.name, column.type, ...texts].map(textCells));
    return Math.min(WIDEST, Math.max(NARROWEST, widest)) + PADDING;
  });
}

/** Han characters and full-width marks take the place of two digits. */
function textCells(text: string): number {
  let cells = 0;
  for (const character of text.slice(0, WIDEST)) cells += /[\u2e80-\uffef]/.test(character) ? 2 : 1;
  return cells;
}
