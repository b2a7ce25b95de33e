import type { SourceBlock } from '../../model/index.ts';
import { pageBlocks } from '../layout/blocks.ts';
import { paragraphsOf, type NumberedBlocks } from '../layout/paragraphs.ts';
import { sheetContent, type Sheet } from './positioned.ts';

export type Block = SourceBlock | { kind: 'sheet'; sheet: Sheet };

/** Sheets of placed words become tables and paragraphs, together, so that page numbers and broken prose are seen. */
export function layOut(blocks: readonly Block[]): SourceBlock[] {
  const result: SourceBlock[] = [];
  let sheets: NumberedBlocks[] = [];
  const flush = (): void => {
    if (sheets.length === 0) return;
    for (const block of paragraphsOf(sheets)) {
      if (block.kind === 'table') for (const row of block.rows) row.page = null;
      else block.page = null;
      result.push(block);
    }
    sheets = [];
  };
  let number = 0;
  for (const block of blocks) {
    if (block.kind === 'sheet') {
      const content = sheetContent(block.sheet, ++number);
      const { width, height } = content;
      sheets.push({ page: number, width, height, blocks: pageBlocks(content) });
    } else {
      flush();
      result.push(block);
    }
  }
  flush();
  return result;
}
