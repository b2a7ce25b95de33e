import type { SourceCell, SourceRow, SourceTable } from '../../model/index.ts';
import { splitBand } from './band.ts';
import { fillGrid, type FilledCell } from './fill.ts';
import type { Glyph, PageContent } from './geometry.ts';
import type { Grid, GridCell } from './grid.ts';
import { joinedText, linesOf, type TextLine } from './text.ts';

/** A cell with its lines, in the rows of the finished table. */
interface PlacedCell extends GridCell {
  lines: TextLine[];
}

/** A ruled grid with its characters -> table with locators; null where nothing is written in it. */
export function tableOfGrid(content: PageContent, grid: Grid, glyphs: readonly Glyph[]): SourceTable | null {
  const filled = fillGrid(grid, glyphs);
  const kept = keptRange(grid, filled);
  if (!kept) return null;
  const placed = filled.flatMap(({ cell, glyphs: inside }): PlacedCell[] => {
    const [column, colSpan] = within(cell.column, cell.colSpan, kept.columns);
    const [row, rowSpan] = within(cell.row, cell.rowSpan, kept.rows);
    return colSpan < 1 || rowSpan < 1
      ? []
      : [{ ...cell, row, column, rowSpan, colSpan, lines: linesOf(inside) }];
  });
  const cells = splitRows(placed, kept.rows[1] - kept.rows[0]);
  const rows: SourceRow[] = [];
  for (const cell of cells) {
    while (rows.length <= cell.row) rows.push({ cells: [], page: content.page });
    const made: SourceCell = {
      text: joinedText(cell.lines, cell.x1 - cell.x0),
      locator: content.locate(cell),
      column: cell.column,
      colSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
    };
    rows[cell.row]?.cells.push(made);
  }
  for (const row of rows) row.cells.sort((a, b) => a.column - b.column);
  return { kind: 'table', rows, geometry: 'exact', columnCount: kept.columns[1] - kept.columns[0] };
}

/** Rows that hold several records become as many rows; cells that span them grow. */
function splitRows(placed: readonly PlacedCell[], height: number): PlacedCell[] {
  const cells: PlacedCell[] = [];
  const byRow = new Map<number, PlacedCell[]>();
  for (const cell of placed) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  /** New index of each old row; one more entry than there are rows. */
  const starts: number[] = [];
  let next = 0;
  for (let row = 0; row < height; row++) {
    starts.push(next);
    const here = byRow.get(row) ?? [];
    const single = here.filter((cell) => cell.rowSpan === 1);
    const records = splitBand(
      single.map((cell) => ({ column: cell.column, width: cell.x1 - cell.x0, lines: cell.lines })),
    );
    if (!records) {
      cells.push(...here.map((cell) => ({ ...cell, row: next })));
      next++;
      continue;
    }
    cells.push(...here.filter((cell) => cell.rowSpan > 1).map((cell) => ({ ...cell, row: next })));
    records.forEach((pieces, r) => {
      const all = pieces.flatMap((piece) => piece.lines);
      const top = Math.min(...all.map((line) => line.y0));
      const bottom = Math.max(...all.map((line) => line.y1));
      for (const cell of single) {
        const lines = pieces.find((piece) => piece.column === cell.column)?.lines ?? [];
        cells.push({ ...cell, row: next + r, y0: top, y1: bottom, lines });
      }
    });
    next += records.length;
  }
  starts.push(next);
  const oldRow = new Map(starts.map((start, row) => [start, row]));
  return cells.map((cell) => {
    const from = oldRow.get(cell.row);
    if (cell.rowSpan === 1 || from === undefined) return cell;
    const end = starts[Math.min(from + cell.rowSpan, height)] ?? next;
    return { ...cell, rowSpan: end - cell.row };
  });
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
