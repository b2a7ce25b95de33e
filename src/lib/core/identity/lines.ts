import type { SourceDocument } from '../model/index.ts';
import { isPageNumber } from '../recognition/furniture.ts';
import { compactText } from '../text/index.ts';

/** One line or cell of the document as identity looks at it: without layout spaces, in reading order. */
export interface Line {
  text: string;
  locator: string;
  page: number | null;
  /** Text of the cells to the right in the same row, first non-blank ones; empty for paragraphs. */
  following: string[];
  /** False for a cell of a table. */
  prose: boolean;
}

const MARKUP = /<\/?[a-z][^>]*>|\*\*|^#+|\[bookmark:[^\]]*\]/gi;
const CELLS_A_ROW = 8;

/** The document's text as lines: one a printed line of a paragraph, one a table cell. */
export function readLines(document: SourceDocument): Line[] {
  const lines: Line[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') {
      for (const part of block.text.split(/\r?\n/)) {
        const text = clean(part);
        if (text && !isPageNumber(text))
          lines.push({ text, locator: block.locator, page: block.page, following: [], prose: true });
      }
      continue;
    }
    for (const row of block.rows) {
      const cells = row.cells
        .slice(0, CELLS_A_ROW)
        .map((cell) => ({ text: clean(cell.text), locator: cell.locator }))
        .filter((cell) => cell.text !== '');
      cells.forEach((cell, index) =>
        lines.push({
          ...cell,
          page: row.page,
          following: cells.slice(index + 1).map((next) => next.text),
          prose: false,
        }),
      );
    }
  }
  return lines;
}

function clean(text: string): string {
  return compactText(text.replace(MARKUP, ' ')).replace(/^[->\s]+/, '');
}
