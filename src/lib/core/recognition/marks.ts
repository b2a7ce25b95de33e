import type { SourceBlock } from '../model/index.ts';
import { parseCell } from '../money/index.ts';
import { labelWithoutMarks } from '../text/index.ts';

/** A table whose labels and heads stand without the marks of notes (合计*, 会议费①); figures stay as printed. */
export function withPlainLabels(block: SourceBlock): SourceBlock {
  if (block.kind === 'paragraph') return block;
  return {
    ...block,
    rows: block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        parseCell(cell.text).kind === 'text' ? { ...cell, text: labelWithoutMarks(cell.text) } : cell,
      ),
    })),
  };
}
