import type { SourceCell, SourceRow, SourceTable } from '../../model/index.ts';
import { locatorOf, type Glyph, type PageContent } from './geometry.ts';
import type { Grid } from './grid.ts';
import { fillGrid } from './ruled.ts';
import { cellText, linesOf } from './text.ts';

/** A ruled grid with its characters -> table with locators. */
export function tableOfGrid(content: PageContent, grid: Grid, glyphs: readonly Glyph[]): SourceTable {
  const rows: SourceRow[] = Array.from({ length: grid.ys.length - 1 }, () => ({
    cells: [],
    page: content.page,
  }));
  for (const { cell, glyphs: inside } of fillGrid(grid, glyphs)) {
    const made: SourceCell = {
      text: cellText(linesOf(inside), cell.x1 - cell.x0),
      locator: locatorOf(content, cell),
      column: cell.column,
      colSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
    };
    rows[cell.row]?.cells.push(made);
  }
  for (const row of rows) row.cells.sort((a, b) => a.column - b.column);
  return { kind: 'table', rows, geometry: 'exact', columnCount: grid.xs.length - 1 };
}
