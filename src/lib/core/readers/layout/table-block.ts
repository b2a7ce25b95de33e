import type { SourceCell, SourceRow, SourceTable } from '../../model/index.ts';
import type { Glyph, PageContent } from './geometry.ts';
import type { Grid } from './grid.ts';
import { fillGrid, type FilledCell } from './fill.ts';
import { cellText, linesOf } from './text.ts';

/** A ruled grid with its characters -> table with locators; null where nothing is written in it. */
export function tableOfGrid(content: PageContent, grid: Grid, glyphs: readonly Glyph[]): SourceTable | null {
  const filled = fillGrid(grid, glyphs);
  const kept = keptRange(grid, filled);
  if (!kept) return null;
  const rows: SourceRow[] = Array.from({ length: kept.rows[1] - kept.rows[0] }, () => ({
    cells: [],
    page: content.page,
  }));
  for (const { cell, glyphs: inside } of filled) {
    const [column, colSpan] = within(cell.column, cell.colSpan, kept.columns);
    const [row, rowSpan] = within(cell.row, cell.rowSpan, kept.rows);
    if (colSpan < 1 || rowSpan < 1) continue;
    const made: SourceCell = {
      text: cellText(linesOf(inside), cell.x1 - cell.x0),
      locator: content.locate(cell),
      column,
      colSpan,
      rowSpan,
    };
    rows[row]?.cells.push(made);
  }
  for (const row of rows) row.cells.sort((a, b) => a.column - b.column);
  return { kind: 'table', rows, geometry: 'exact', columnCount: kept.columns[1] - kept.columns[0] };
}

type Range = [from: number, to: number];

/** Rows and columns without those at an open side in which nothing stands. */
function keptRange(grid: Grid, filled: readonly FilledCell[]): { rows: Range; columns: Range } | null {
  const written = filled.filter(({ glyphs }) => glyphs.some((glyph) => glyph.text.trim() !== ''));
  if (written.length === 0) return null;
  const rows: Range = [0, grid.ys.length - 1];
  const columns: Range = [0, grid.xs.length - 1];
  const { open } = grid;
  if (open.left && written.every(({ cell }) => cell.column > 0)) columns[0]++;
  if (open.right && written.every(({ cell }) => cell.column + cell.colSpan < columns[1])) columns[1]--;
  if (open.top && written.every(({ cell }) => cell.row > 0)) rows[0]++;
  if (open.bottom && written.every(({ cell }) => cell.row + cell.rowSpan < rows[1])) rows[1]--;
  return { rows, columns };
}

/** A span cut to a range: where it starts inside, and how much of it is left. */
function within(start: number, span: number, [from, to]: Range): [number, number] {
  const first = Math.max(start, from);
  return [first - from, Math.min(start + span, to) - first];
}
