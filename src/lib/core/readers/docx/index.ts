import type { ReadOptions, ReadResult, SourceInput } from '../../model/index.ts';
import { markupBlocks, numberPlaces, takeEmbedded } from '../html/index.ts';
import { tablesOfLooseCells } from '../layout/loose-cells.ts';
import { joinRowTables } from '../layout/row-tables.ts';
import { refuse, type Budget } from '../limits.ts';
import { preparePackage } from './prepare.ts';
import { guardUnpacking } from '../unzip-guard.ts';

/** Headings by the names that Word and WPS give their styles. */
const STYLES = [1, 2, 3, 4, 5, 6].flatMap((depth) => [
  `p[style-name='heading ${depth}'] => h${depth}:fresh`,
  `p[style-name='标题 ${depth}'] => h${depth}:fresh`,
]);

/** A Word document (.docx) -> tables and paragraphs, by way of mammoth's HTML. */
export async function readDocx(
  input: SourceInput,
  options: ReadOptions,
  budget: Budget,
): Promise<ReadResult> {
  guardUnpacking(input.bytes, budget);
  const { default: mammoth } = await import('mammoth');
  const bytes = preparePackage(input.bytes);
  // The Node build takes `buffer`, the browser build `arrayBuffer`.
  const source = { buffer: bytes, arrayBuffer: bytes.buffer } as unknown as { arrayBuffer: ArrayBuffer };
  const { value } = await mammoth.convertToHtml(source, {
    styleMap: STYLES,
    ignoreEmptyParagraphs: true,
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    externalFileAccess: false,
  });
  budget.check({ zh: '文档', en: 'the document' });
  const printed = markupBlocks(value, budget);
  numberPlaces(printed);
  const found = takeEmbedded(printed);
  const blocks = joinRowTables(tablesOfLooseCells(found.blocks));
  if (blocks.length === 0) {
    return refuse(
      'no-text-layer',
      '这个 Word 文档里没有文字或表格（可能只有图片）。请先用 OCR 软件识别，或使用其他版本。',
      'There is no text and no table in this Word document (perhaps only pictures). Run it through OCR first, or use another version.',
    );
  }
  options.onProgress?.(1, 1);
  return { ok: true, document: { format: 'docx', blocks, pageCount: null, issues: found.issues } };
}
