import type { SourceBlock } from '../model/index.ts';
import { compactText } from '../text/index.ts';
import { isTitleLike, statedUnit, tableNumber } from './phrases.ts';

/** A line that stands on this many pages is a running head. */
const RUNNING = 3;
/** `- 3 -`, `— 12 —`, `第 3 页 共 20 页`, `3/20`, `3`, `Page 3`; compact. */
const PAGE_NUMBER =
  /^(?:[-—–~·•.|]*\d{1,4}[-—–~·•.|]*|第\d{1,4}页(?:[,，、/]*共?\d{1,4}页)?|\d{1,4}\/\d{1,4}|page\d{1,4}(?:of\d{1,4})?)$/i;
/** Share of the page's height at its top and foot in which page numbers and running titles stand. */
const MARGIN = 0.12;
/** A running title never says what a table's own head says. */
const TABLE_HEAD = /单位|表|编制|公开|部门[:：]|[元]/;
/** What a running head has none of: stops, and figures with a unit. */
const SPEAKS = /[。;:,]|\d(\.\d+)?(万?元|%)/;
const LONGEST_HEAD = 46;

/** Whether a line is a page's number and nothing else. */
export function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(compactText(text));
}

/** A line of text with its place on a page, as layout finds it. */
export interface PlacedLine {
  line: { text: string; y0: number; y1: number };
}

/** Page numbers (in the margin, moving with the pages) and titles that stand on most pages. */
export function marginFurniture<Found extends PlacedLine>(
  pages: readonly { page: number; height: number; lines: readonly Found[] }[],
): Set<Found> {
  const furniture = new Set<Found>();
  const numbers: { found: Found; offset: number }[] = [];
  const titles = new Map<string, Found[]>();
  for (const { page, height, lines } of pages) {
    for (const found of lines) {
      const { line } = found;
      if (line.y1 > MARGIN * height && line.y0 < (1 - MARGIN) * height) continue;
      if (isPageNumber(line.text)) {
        numbers.push({ found, offset: Number(/\d+/.exec(compactText(line.text))?.[0]) - page });
      } else if (!TABLE_HEAD.test(line.text)) {
        const key = `${Math.round(line.y0 / 4)}|${compactText(line.text)}`;
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

/** The blocks without page numbers and running heads, which would stand between a table and its next page. */
export function withoutFurniture(blocks: readonly SourceBlock[]): SourceBlock[] {
  const running = runningLines(
    blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [{ text: compactText(block.text), page: block.page }] : [],
    ),
  );
  return blocks.filter((block) => {
    if (block.kind !== 'paragraph') return true;
    const text = compactText(block.text);
    if (isPageNumber(text)) return false;
    if (block.page === null || !running.has(text)) return true;
    return (
      isTitleLike(text) || statedUnit(text) !== null || tableNumber(text) !== null || /[。；：:]$/.test(text)
    );
  });
}

/** Pieces of prose without running heads. */
export function withoutRunningHeads<Piece>(
  pieces: readonly Piece[],
  read: (piece: Piece) => { text: string; page: number | null },
): Piece[] {
  const running = runningLines(
    pieces.map(read).filter(({ text }) => text.length <= LONGEST_HEAD && !SPEAKS.test(text)),
  );
  return pieces.filter((piece) => !running.has(read(piece).text));
}

/** Texts that stand on several pages. */
function runningLines(lines: readonly { text: string; page: number | null }[]): Set<string> {
  const pages = new Map<string, Set<number>>();
  for (const { text, page } of lines) {
    if (page !== null) pages.set(text, (pages.get(text) ?? new Set()).add(page));
  }
  return new Set([...pages].filter(([, seen]) => seen.size >= RUNNING).map(([text]) => text));
}
