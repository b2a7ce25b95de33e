import type { SourceBlock } from '../../model/index.ts';
import type { Glyph, PageContent } from './geometry.ts';
import { gridOf, type Grid } from './grid.ts';
import { connectRules, joinRules } from './rules.ts';
import { isInside } from './fill.ts';
import { tableOfGrid } from './table-block.ts';
import { linesOf, type TextLine } from './text.ts';

/** A table, or a line of text outside tables that paragraphs are made of later. */
export type PageBlock =
  | { kind: 'table'; top: number; block: Extract<SourceBlock, { kind: 'table' }> }
  | { kind: 'line'; top: number; line: TextLine; locator: string };

/** Tables and free lines of one page, from top to bottom. */
export function pageBlocks(content: PageContent): PageBlock[] {
  const grids = connectRules(joinRules(content.rules))
    .map(gridOf)
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
  for (const line of linesOf(free)) {
    blocks.push({ kind: 'line', top: line.y0, line, locator: content.locate(line) });
  }
  return blocks.sort((a, b) => a.top - b.top);
}

const areaOf = (grid: Grid): number =>
  ((grid.xs.at(-1) ?? 0) - (grid.xs[0] ?? 0)) * ((grid.ys.at(-1) ?? 0) - (grid.ys[0] ?? 0));
