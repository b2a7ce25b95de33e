import type { SourceRow } from '../model/index.ts';
import type { Exact } from './exact.ts';

/** The figures of a row by grid column. */
export type Values = (Exact | null)[];

/** Everything from a column on stands so many columns further right (left where negative). */
export interface Shift {
  from: number;
  by: number;
}

const DISTANCES = [1, -1, 2, -2];

/** Every shift of a row that begins at one of its figures. */
export function shiftsOf(values: Values, first: number): Shift[] {
  const shifts: Shift[] = [];
  for (let from = first; from < values.length; from += 1) {
    if (!values[from]) continue;
    for (const by of DISTANCES) shifts.push({ from, by });
  }
  return shifts;
}

/** What tells two readings of a row apart. */
export function fingerprint(values: Values): string {
  return values.map((value) => (value ? value.value.toString() : '')).join(',');
}

/** The figures from a column on, moved; null where they would run over figures or out of the row. */
export function shifted(values: Values, shift: Shift): Values | null {
  const result = [...values];
  if (shift.by < 0) {
    for (let column = shift.from + shift.by; column < shift.from; column += 1) {
      if (column < 0 || values[column]) return null;
    }
    for (let column = shift.from; column < values.length; column += 1) {
      result[column + shift.by] = values[column] ?? null;
      if (column + shift.by >= values.length + shift.by) break;
    }
    for (let column = values.length + shift.by; column < values.length; column += 1) result[column] = null;
    return result;
  }
  for (let column = values.length - shift.by; column < values.length; column += 1)
    if (values[column]) return null;
  for (let column = values.length - 1; column >= shift.from + shift.by; column -= 1) {
    result[column] = values[column - shift.by] ?? null;
  }
  for (let column = shift.from; column < shift.from + shift.by; column += 1) result[column] = null;
  return result;
}

/** The row as printed with its cells moved. */
export function movedRow(row: SourceRow, shift: Shift): SourceRow {
  return {
    ...row,
    cells: row.cells
      .filter((cell) => cell.column >= shift.from || cell.column < shift.from + Math.min(0, shift.by))
      .map((cell) => (cell.column >= shift.from ? { ...cell, column: cell.column + shift.by } : cell)),
  };
}
