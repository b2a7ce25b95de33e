import type { ReadOptions, ReadResult, SourceBlock, SourceInput } from '../../model/index.ts';
import { readCellLines } from './cell-lines.ts';
import { tablesOfLooseCells } from '../layout/loose-cells.ts';
import { decodeText } from './decode.ts';
import { isCellLineLayout } from './layout.ts';
import { pipesToTabs, stripLine } from './markup.ts';
import { readTabRows } from './tab-rows.ts';

export { decodeText } from './decode.ts';

/** More lines than any published budget has; past it the file is something else. */
const MAX_LINES = 400_000;

/**
 * A text document (UTF-8 or GB18030) as paragraphs and tables. Tables come as tab-separated rows, or with one cell a line
 * (each cell behind its own tab, rows set apart by blank lines; or bare lines), or with Markdown's pipes. Locators: cell `L<line>#<cell>`, paragraph `L<line>`.
 */
export function readText(input: SourceInput, options: ReadOptions = {}): ReadResult {
  if (options.signal?.aborted) {
    return refuse('cancelled', '已取消读取。', 'Reading was cancelled.');
  }
  const text = decodeText(input.bytes).replace(/^\ufeff/, '');
  if (text.trim() === '') {
    return refuse('empty', `文件“${input.name}”里没有文字。`, `The file "${input.name}" has no text in it.`);
  }
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > MAX_LINES) {
    return refuse(
      'too-large',
      `文件“${input.name}”超过 ${MAX_LINES} 行，不像一份预算文件。`,
      `The file "${input.name}" has more than ${MAX_LINES} lines; that is no budget document.`,
    );
  }
  const blocks = blocksOf(lines);
  options.onProgress?.(lines.length, lines.length);
  return { ok: true, document: { format: 'text', blocks, pageCount: null, issues: [] } };
}

function blocksOf(lines: readonly string[]): SourceBlock[] {
  if (isCellLineLayout(lines)) return readCellLines(lines);
  const rows = lines.map(pipesToTabs);
  if (rows.some((line) => line?.includes('\t'))) return tablesOfLooseCells(readTabRows(rows));
  // Without tabs an empty line may be an empty cell.
  return tablesOfLooseCells(
    lines.map((line, index) => ({
      kind: 'paragraph',
      ...stripLine(line),
      locator: `L${index + 1}`,
      page: null,
    })),
  );
}

function refuse(code: 'empty' | 'too-large' | 'cancelled', zh: string, en: string): ReadResult {
  return { ok: false, refusal: { code, text: { zh, en } } };
}
