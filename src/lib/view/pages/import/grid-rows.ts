import type { ReviewCell } from '../../../core/review.ts';

/** A place of a row: a cell, or a gap that no cell and no span covers. */
export interface GridPlace {
  cell: ReviewCell | null;
  column: number;
  colSpan: number;
  rowSpan: number;
}

/** Rows with their gaps filled, so that each cell comes to stand under its column whatever the rows above span. */
export function gridRows(rows: readonly (readonly ReviewCell[])[], columnCount: number): GridPlace[][] {
  const taken = new Map<number, number>();
  return rows.map((cells, r) => {
    const places: GridPlace[] = [];
    const free = (column: number): boolean => (taken.get(column) ?? 0) <= r;
    const sorted = [...cells].sort((a, b) => a.column - b.column);
    for (let column = 0; column < columnCount;) {
      const cell = sorted.find((entry) => entry.column === column);
      if (!free(column)) {
        column += 1;
        continue;
      }
      const next = sorted.find((entry) => entry.column > column)?.column ?? columnCount;
      let span = 1;
      const widest = cell ? Math.max(1, Math.min(cell.colSpan, columnCount - column)) : next - column;
      while (span < widest && free(column + span)) span += 1;
      const rowSpan = cell ? Math.max(1, Math.min(cell.rowSpan, rows.length - r)) : 1;
      places.push({ cell: cell ?? null, column, colSpan: span, rowSpan });
      if (rowSpan > 1) for (let i = 0; i < span; i += 1) taken.set(column + i, r + rowSpan);
      column += span;
    }
    return places;
  });
}
