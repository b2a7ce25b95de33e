import type { Issue, ReadOptions, ReadResult, SourceBlock, SourceInput } from '../../model/index.ts';
import { stop, type Budget } from '../limits.ts';
import { pageBlocks } from '../layout/blocks.ts';
import { openPdf, type OpenPdf } from './load.ts';
import { uprightPage } from './orientation.ts';
import { drawnPage } from './page.ts';
import { paragraphsOf, type NumberedBlocks } from '../layout/paragraphs.ts';
import { findUnmapped } from './unmapped.ts';
import { withoutWatermarks } from './watermark.ts';

/** A PDF with a text layer -> tables and paragraphs. Throws ReadingStopped with a refusal where it can't be read. */
export async function readPdf(input: SourceInput, options: ReadOptions, budget: Budget): Promise<ReadResult> {
  const pdf = await open(input, options);
  try {
    return await readPages(pdf, options, budget);
  } finally {
    await pdf.close();
  }
}

async function open(input: SourceInput, options: ReadOptions): Promise<OpenPdf> {
  try {
    return await openPdf(input.bytes, options.pdfAssets);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const reason = error instanceof Error ? error.message : String(error);
    if (name === 'PasswordException') {
      stop(
        'encrypted',
        '这个 PDF 需要密码才能打开。请用密码打开后另存（打印）为不加密的 PDF 再试。',
        'This PDF opens with a password only. Open it, save (print) it as a PDF without one, and try again.',
      );
    }
    stop(
      'damaged',
      `这个 PDF 已损坏或不完整，无法打开（${reason}）。请重新下载，或用阅读器打开后另存再试。`,
      `This PDF is damaged or cut off and can't be opened (${reason}). Download it again, or open and save it anew, and try again.`,
    );
  }
}

async function readPages(pdf: OpenPdf, options: ReadOptions, budget: Budget): Promise<ReadResult> {
  const pageCount = pdf.document.numPages;
  if (pageCount > budget.limits.pages) {
    stop(
      'too-many-pages',
      `这个 PDF 有 ${pageCount} 页，超过 ${budget.limits.pages} 页的上限。请只保留预算部分再试。`,
      `This PDF has ${pageCount} pages; the limit is ${budget.limits.pages}. Keep only the budget and try again.`,
    );
  }
  const pages: NumberedBlocks[] = [];
  const lost: number[] = [];
  const unmapped: number[] = [];
  const broken: number[] = [];
  for (let number = 1; number <= pageCount; number++) {
    const where = { zh: `第 ${number} 页`, en: `page ${number}` };
    budget.check(where);
    try {
      const page = await pdf.document.getPage(number);
      const drawn = await watched(drawnPage(page, pdf.ops), budget, where);
      page.cleanup();
      const shown = { ...drawn, glyphs: [...withoutWatermarks(drawn.glyphs)] };
      const content = uprightPage(shown, number, findUnmapped(shown.glyphs));
      if (content.unmapped > 0) unmapped.push(number);
      if (!content.glyphs.some((glyph) => glyph.text.trim() !== '') && content.pictures > 0)
        lost.push(number);
      const blocks = pageBlocks(content, pages.at(-1)?.blocks);
      const cells = blocks.reduce(
        (sum, found) =>
          sum + (found.kind === 'table' ? found.block.rows.reduce((n, row) => n + row.cells.length, 0) : 0),
        0,
      );
      budget.addCells(cells, where);
      pages.push({ page: number, height: content.height, width: content.width, blocks });
    } catch (error) {
      if (error instanceof Error && error.name === 'ReadingStopped') throw error;
      broken.push(number);
    }
    options.onProgress?.(number, pageCount);
  }
  const blocks = paragraphsOf(pages);
  refuseWithoutText(blocks, { pageCount, lost, broken });
  return {
    ok: true,
    document: {
      format: 'pdf',
      blocks,
      pageCount,
      issues: issuesOf({ lost, unmapped, broken }, pdf.missingAssets),
    },
  };
}

/** Waits for work that can't be interrupted from outside, looking at the clock and at cancellation meanwhile. */
async function watched<T>(work: Promise<T>, budget: Budget, where: { zh: string; en: string }): Promise<T> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const watch = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      try {
        budget.check(where);
      } catch (stopped) {
        reject(stopped);
      }
    }, 100);
  });
  try {
    return await Promise.race([work, watch]);
  } finally {
    clearInterval(timer);
  }
}

function refuseWithoutText(
  blocks: readonly SourceBlock[],
  { pageCount, lost, broken }: { pageCount: number; lost: readonly number[]; broken: readonly number[] },
): void {
  if (blocks.length > 0) return;
  if (broken.length > 0) {
    stop(
      'damaged',
      `这个 PDF 的内容已损坏：${pageCount} 页中没有一页能读出（第 ${pageList(broken)} 页出错）。请重新下载再试。`,
      `The contents of this PDF are damaged: none of its ${pageCount} pages can be read (errors on ${pageList(broken)}). Download it again.`,
    );
  }
  stop(
    'no-text-layer',
    lost.length > 0
      ? `这个 PDF 是扫描件：共 ${pageCount} 页，只有图片，没有文字。请先用 OCR 软件识别，或使用网页、Word 版本。`
      : `这个 PDF 的 ${pageCount} 页里没有任何文字。请确认下载的文件，或使用网页、Word 版本。`,
    lost.length > 0
      ? `This PDF is a scan: ${pageCount} pages of pictures and no text. Run it through OCR first, or use the web or Word version.`
      : `There is no text on the ${pageCount} pages of this PDF. Check the download, or use the web or Word version.`,
  );
}

/** 1-3, 7, 9-12 */
export function pageList(pages: readonly number[]): string {
  const spans: string[] = [];
  for (let i = 0; i < pages.length;) {
    let last = i;
    while (pages[last + 1] === (pages[last] ?? 0) + 1) last++;
    spans.push(last > i ? `${pages[i]}-${pages[last]}` : `${pages[i]}`);
    i = last + 1;
  }
  return spans.join(', ');
}

function issuesOf(
  pages: { lost: readonly number[]; unmapped: readonly number[]; broken: readonly number[] },
  missingAssets: ReadonlySet<string>,
): Issue[] {
  const issues: Issue[] = [];
  const add = (code: string, list: readonly number[], text: string): void => {
    if (list.length > 0) issues.push({ code, severity: 'warning', locator: `p${list[0]}`, text });
  };
  add('page-without-text', pages.lost, `第 ${pageList(pages.lost)} 页是图片，没有文字层，其中的数字读不到。`);
  add(
    'unmapped-glyphs',
    pages.unmapped,
    `第 ${pageList(pages.unmapped)} 页有字体没有 Unicode 对照，部分文字读不出（以 \ufffd 代替）。`,
  );
  add('damaged-page', pages.broken, `第 ${pageList(pages.broken)} 页已损坏，未能读出。`);
  if (missingAssets.size > 0) {
    issues.push({
      code: 'missing-character-map',
      severity: 'warning',
      locator: null,
      text: `缺少字符对照表 ${[...missingAssets].join('、')}，部分文字可能读不出。`,
    });
  }
  return issues;
}
