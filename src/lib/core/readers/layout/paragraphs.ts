import type { SourceBlock, SourceParagraph } from '../../model/index.ts';
import { marginFurniture } from '../../recognition/furniture.ts';
import { enumeration } from '../../text/index.ts';
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

/** Free lines of all pages -> paragraphs in reading order between the tables; page numbers and running titles left out. */
export function paragraphsOf(pages: readonly NumberedBlocks[]): SourceBlock[] {
  const furniture = marginFurniture(
    pages.map(({ page, height, blocks: found }) => ({
      page,
      height,
      lines: found.filter((block): block is FreeLine => block.kind === 'line'),
    })),
  );
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

/** A line that opens with a mark; a dash may stand inside a sentence that wraps. */
function isNewItem(text: string): boolean {
  const mark = enumeration(text)?.mark;
  return mark !== undefined && mark !== 'dash';
}

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
  if (isNewItem(below.line.text)) {
    return !isNewItem(above.line.text) && !/[。；：:;!！?？]$/.test(above.line.text);
  }
  return true;
}
