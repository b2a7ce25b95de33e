import { isAmount } from './segments.ts';
import type { TextLine } from './text.ts';

/** Text in one column (or over several) of a table row, one entry a line. */
export interface Piece {
  column: number;
  colSpan: number;
  lines: TextLine[];
}

/** Baselines this many ems apart belong to lines set solid, as in one wrapped label. */
const CLOSE = 1.5;
/** A number set in the middle of a label of two lines stands half a line from both. */
const HALF = 1.05;
/** A line that leaves less room than this many ems could not have taken the next character. */
const FULL = 2.2;

const hasAmount = (pieces: readonly Piece[]): boolean => pieces.some((piece) => piece.lines.some(isAmount));

const baselineOf = (pieces: readonly Piece[]): number =>
  Math.max(...pieces.map((piece) => piece.lines.at(-1)?.baseline ?? 0));

/**
 * Lines of a table that no drawn line parts -> its rows. A line without amounts goes on a label above it that filled
 * its column; amounts set half a line below such a label belong to it. `roomOf` tells a column's width.
 */
export function stackRows(lines: readonly Piece[][], roomOf: (piece: Piece) => number): Piece[][] {
  const rows: Piece[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row && (goesOn(row, line, roomOf) || isCentred(row, line, roomOf))) addTo(row, line);
    else rows.push(line.map((piece) => ({ ...piece, lines: [...piece.lines] })));
  }
  return rows;
}

export function addTo(row: Piece[], line: readonly Piece[]): void {
  for (const piece of line) {
    const same = row.find((other) => other.column === piece.column);
    if (same) same.lines.push(...piece.lines);
    else row.push({ ...piece, lines: [...piece.lines] });
  }
}

function isFull(piece: Piece, line: TextLine, roomOf: (piece: Piece) => number): boolean {
  return roomOf(piece) - (line.x1 - line.x0) < FULL * line.size;
}

function goesOn(row: readonly Piece[], line: readonly Piece[], roomOf: (piece: Piece) => number): boolean {
  if (hasAmount(line)) return false;
  return line.every((piece) => {
    const same = row.find((other) => other.column === piece.column);
    const above = same?.lines.at(-1);
    const here = piece.lines[0];
    return (
      same &&
      above &&
      here &&
      here.baseline - above.baseline < CLOSE * here.size &&
      isFull(same, above, roomOf)
    );
  });
}

function isCentred(row: readonly Piece[], line: readonly Piece[], roomOf: (piece: Piece) => number): boolean {
  if (hasAmount(row) || !hasAmount(line)) return false;
  const size = line[0]?.lines[0]?.size ?? 0;
  if (baselineOf(line) - baselineOf(row) > HALF * size) return false;
  return (
    row.every((piece) => !line.some((other) => other.column === piece.column)) &&
    row.some((piece) => piece.lines.some((label) => isFull(piece, label, roomOf)))
  );
}
