import type { SourceBlock } from '../model/index.ts';
import { compactText } from '../text/index.ts';
import { isTitleLike, statedUnit, tableNumber } from './phrases.ts';

/** A line that stands on this many pages is a running head. */
const RUNNING = 3;
const PAGE_NUMBER = /^(?:[-—–~·.|]*\d{1,3}[-—–~·.|]*|第\d{1,3}页(?:[,，、/]?共\d{1,3}页)?|\d{1,3}\/\d{1,3})$/;

/** The blocks without page numbers and running heads, which would stand between a table and its next page. */
export function withoutFurniture(blocks: readonly SourceBlock[]): SourceBlock[] {
  const pages = new Map<string, Set<number>>();
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.page === null) continue;
    const text = compactText(block.text);
    const seen = pages.get(text) ?? new Set<number>();
    pages.set(text, seen.add(block.page));
  }
  return blocks.filter((block) => {
    if (block.kind !== 'paragraph') return true;
    const text = compactText(block.text);
    if (PAGE_NUMBER.test(text)) return false;
    if (block.page === null || (pages.get(text)?.size ?? 0) < RUNNING) return true;
    return (
      isTitleLike(text) || statedUnit(text) !== null || tableNumber(text) !== null || /[。；：:]$/.test(text)
    );
  });
}
