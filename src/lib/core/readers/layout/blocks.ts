import type { SourceTable } from '../../model/index.ts';
import { alignedTables } from './aligned.ts';
import type { Column } from './aligned-heads.ts';
import { isInside } from './fill.ts';
import type { Glyph, PageContent } from './geometry.ts';
import { gridOf, type Grid } from './grid.ts';
import { connectRules, joinRules } from './rules.ts';
import { pageLines } from './segments.ts';
import { tableOfGrid } from './table-block.ts';
import type { TextLine } from './text.ts';

/** A table, or a line of text outside tables that paragraphs are made of later. */
export type PageBlock =
  | { kind: 'table'; top: number; block: SourceTable; columns?: readonly Column[] }
  | { kind: 'line'; top: number; line: TextLine; locator: string };

/**
 * Tables and free lines of one page, from top to bottom: ruled tables first, then what stands in columns. `before` are the
 * blocks of the page before, whose last table may go on here.
 */
export function pageBlocks(content: PageContent, before: readonly PageBlock[] = []): PageBlock[] {
  const groups = connectRules(joinRules(content.rules)).map((rules) => ({ rules, grid: gridOf(rules) }));
  const grids = groups
    .map((group) => group.grid)
    .filter((grid): grid is Grid => grid !== null)
    .sort((a, b) => areaOf(a) - areaOf(b));
  const inside = new Map<Grid, Glyph[]>(grids.map((grid) => [grid, []]));
  const free: Glyph[] = [];
  for (const glyph of content.glyphs) {
    const home = grids.find((grid) => isInside(glyph, grid));
    if (home) inside.get(home)?.push(glyph);
    else free.push(glyph);
  }
  const blocks: PageBlock[] = [];
  for (const [grid, glyphs] of inside) {
    const table = tableOfGrid(content, grid, glyphs);
    if (table) blocks.push({ kind: 'table', top: grid.ys[0] ?? 0, block: table });
  }
  const lines = pageLines(free);
  const loose = groups.filter((group) => group.grid === null).flatMap((group) => group.rules);
  const aligned = alignedTables(content, lines, loose, lastColumns(before));
  const used = new Set(aligned.flatMap((found) => found.lines));
  for (const { top, table, columns } of aligned) blocks.push({ kind: 'table', top, block: table, columns });
  for (const line of lines) {
    if (used.has(line)) continue;
    blocks.push({ kind: 'line', top: line.whole.y0, line: line.whole, locator: content.locate(line.whole) });
  }
  return blocks.sort((a, b) => a.top - b.top);
}

function lastColumns(blocks: readonly PageBlock[]): readonly Column[] | null {
  const last = blocks.findLast((block) => block.kind === 'table');
  return last?.columns ?? null;
}

const areaOf = (grid: Grid): number =>
  ((grid.xs.at(-1) ?? 0) - (grid.xs[0] ?? 0)) * ((grid.ys.at(-1) ?? 0) - (grid.ys[0] ?? 0));
