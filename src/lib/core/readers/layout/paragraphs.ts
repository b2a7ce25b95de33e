import type { SourceBlock, SourceParagraph } from '../../model/index.ts';
import { normaliseText } from '../../text/index.ts';
import type { PageBlock } from './blocks.ts';
import { joinLines } from './text.ts';

export interface NumberedBlocks {
  page: number;
  width: number;
  height: number;
  blocks: PageBlock[];
}

type FreeLine = Extract<PageBlock, { kind: 'line' }>;

interface OpenParagraph {
  made: SourceParagraph;
  last: FreeLine;
  right: number;
  left: number;
}

/** `- 3 -`, `— 12 —`, `第 3 页 共 20 页`, `3/20`, `3`, `Page 3`. */
const PAGE_NUMBER =
  /^(?:[-—–－―~\s·•]*\d{1,4}[-—–－―~\s·•]*|第\s*\d{1,4}\s*页(?:[\s,，/]*共?\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/i;
/** Share of the page's height at its top and foot in which page numbers and running titles stand. */
const MARGIN = 0.12;
/** A running title never says what a table's own head says. */
const TABLE_HEAD = /单位|表|编制|公开|部门[:：]|[元]/;

/** Free lines of all pages -> paragraphs in reading order between the tables; page numbers and running titles left out. */
export function paragraphsOf(pages: readonly NumberedBlocks[]): SourceBlock[] {
  const furniture = findFurniture(pages);
  const blocks: SourceBlock[] = [];
  let paragraph: OpenParagraph | null = null;
  for (const page of pages) {
    const lines = page.blocks.filter(
      (found): found is FreeLine => found.kind === 'line' && !furniture.has(found),
    );
    const right = columnRight(lines, page.width);
    const left = columnLeft(lines);
    for (const found of page.blocks) {
      if (found.kind === 'table') {
        paragraph = null;
        blocks.push(found.block);
        continue;
      }
      if (furniture.has(found)) continue;
      if (
        paragraph &&
        runsOn(paragraph.last, found, paragraph, { right, left }, paragraph.made.page !== page.page)
      ) {
        paragraph.made.text = joinLines(paragraph.made.text, found.line.text, true);
        paragraph = { made: paragraph.made, last: found, right, left };
        continue;
      }
      const made: SourceParagraph = {
        kind: 'paragraph',
        text: found.line.text,
        locator: found.locator,
        page: page.page,
        heading: null,
      };
      blocks.push(made);
      paragraph = { made, last: found, right, left };
    }
  }
  return blocks;
}

/** The right edge that full lines of prose reach. */
function columnRight(lines: readonly FreeLine[], width: number): number {
  const rights = lines.map((found) => found.line.x1).sort((a, b) => a - b);
  const most = rights.at(-1) ?? width;
  return Math.max(most, 0.75 * width);
}

function columnLeft(lines: readonly FreeLine[]): number {
  return lines.length === 0 ? 0 : Math.min(...lines.map((found) => found.line.x0));
}

const NEW_ITEM =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,2}[)）、.．](?!\d)|第[一二三四五六七八九十]{1,3}[章节部]|[①-⑳●■◆▪·])/;

/** Whether a line continues the one before: that one was full, and this one starts at the left edge. */
function runsOn(
  above: FreeLine,
  below: FreeLine,
  upper: { right: number; left: number },
  lower: { right: number; left: number },
  newPage: boolean,
): boolean {
  const size = above.line.size;
  if (Math.abs(below.line.size - size) > 0.15 * size) return false;
  if (above.line.x1 < upper.right - 1.9 * size) return false;
  if (below.line.x0 > lower.left + 1.2 * size) return false;
  if (!newPage && below.line.baseline - above.line.baseline > 3.2 * size) return false;
  if (NEW_ITEM.test(normaliseText(below.line.text))) {
    return !NEW_ITEM.test(normaliseText(above.line.text)) && !/[。；：:;!！?？]$/.test(above.line.text);
  }
  return true;
}

/** Page numbers (in the margin, moving with the pages) and titles that stand on most pages. */
function findFurniture(pages: readonly NumberedBlocks[]): Set<PageBlock> {
  const furniture = new Set<PageBlock>();
  const numbers: { found: FreeLine; offset: number }[] = [];
  const titles = new Map<string, FreeLine[]>();
  for (const page of pages) {
    for (const found of page.blocks) {
      if (found.kind !== 'line') continue;
      const { line } = found;
      if (line.y1 > MARGIN * page.height && line.y0 < (1 - MARGIN) * page.height) continue;
      const text = normaliseText(line.text);
      if (PAGE_NUMBER.test(text)) {
        numbers.push({ found, offset: Number(/\d+/.exec(text)?.[0]) - page.page });
      } else if (!TABLE_HEAD.test(text)) {
        const key = `${Math.round(line.y0 / 4)}|${text}`;
        titles.set(key, [...(titles.get(key) ?? []), found]);
      }
    }
  }
  const offsets = new Map<number, number>();
  for (const { offset } of numbers) offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
  const enough = pages.length < 3 ? 1 : 2;
  for (const { found, offset } of numbers) {
    if ((offsets.get(offset) ?? 0) >= enough) furniture.add(found);
  }
  for (const same of titles.values()) {
    if (same.length >= 4 && same.length >= 0.5 * pages.length) for (const found of same) furniture.add(found);
  }
  return furniture;
}
