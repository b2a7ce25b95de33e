import type { SourceBlock } from '../../model/index.ts';

/** Names every place as docs/data.md has it for documents without pages: `t<table>r<row>c<cell>` and `§<n>`. */
export function numberPlaces(blocks: readonly SourceBlock[]): void {
  let tables = 0;
  let paragraphs = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      block.locator = `§${++paragraphs}`;
      continue;
    }
    tables++;
    block.rows.forEach((row, r) => {
      row.cells.forEach((cell, c) => {
        cell.locator = `t${tables}r${r}c${c}`;
      });
    });
  }
}
