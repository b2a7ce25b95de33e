import type { ReadOptions, ReadResult, SourceInput } from '../../model/index.ts';
import { tablesOfLooseCells } from '../layout/loose-cells.ts';
import { joinRowTables } from '../layout/row-tables.ts';
import { refuse, type Budget } from '../limits.ts';
import { decodeHtml } from './decode.ts';
import { takeEmbedded } from './embedded.ts';
import { numberPlaces } from './locators.ts';
import { markupBlocks } from './markup.ts';

export { takeEmbedded } from './embedded.ts';
export { numberPlaces } from './locators.ts';
export { markupBlocks } from './markup.ts';

/** A web page (or a .xls or .doc that is one) -> tables and paragraphs. */
export function readHtml(input: SourceInput, options: ReadOptions, budget: Budget): ReadResult {
  const printed = markupBlocks(decodeHtml(input.bytes), budget);
  numberPlaces(printed);
  const found = takeEmbedded(printed);
  const blocks = joinRowTables(tablesOfLooseCells(found.blocks));
  if (blocks.length === 0) {
    return refuse(
      'empty',
      '这个网页里没有文字或表格（内容可能由脚本在打开后才载入）。请在浏览器中打开后另存，或下载其附件。',
      'There is no text and no table in this web page (scripts may load them after opening). Save it from the browser once open, or download its attachment.',
    );
  }
  options.onProgress?.(1, 1);
  return { ok: true, document: { format: 'html', blocks, pageCount: null, issues: found.issues } };
}
