import { stackRows, type Piece } from './rows.ts';
import { isAmount } from './segments.ts';
import type { TextLine } from './text.ts';

/** Lines of one cell of a ruled row. */
export interface BandCell {
  column: number;
  width: number;
  lines: TextLine[];
}

/** Lines whose baselines differ by less than this many ems stand side by side. */
const SAME_BASELINE = 0.4;

/**
 * A ruled row that holds several records, one under another without lines between them -> the records; null for
 * an ordinary row. Amounts under one another in two columns, or beside as many labels, tell it from wrapped text.
 */
export function splitBand(cells: readonly BandCell[]): Piece[][] | null {
  const stacks = cells.filter((cell) => isStackOfAmounts(cell.lines));
  const labels = cells.filter((cell) => cell.lines.length >= 2 && !cell.lines.some(isAmount));
  const tallest = Math.max(0, ...stacks.map((cell) => cell.lines.length));
  const beside = labels.some((cell) => cell.lines.length >= tallest);
  if (tallest < 2 || !(stacks.length >= 2 || (tallest >= 3 && beside)) || !(beside || stacks.length >= 3))
    return null;
  const widths = new Map(cells.map((cell) => [cell.column, cell.width]));
  const rows = stackRows(physicalLines(cells), (piece) => widths.get(piece.column) ?? 0);
  return rows.length > 1 ? rows : null;
}

/** Lines of a column's heading that may stand in the same ruled row as its amounts. */
const MOST_HEADING = 5;

const decimalsOf = (text: string): number => /[.．](\d+)/.exec(text)?.[1]?.length ?? 0;

/**
 * At least two whole amounts that are printed alike, under a heading of a few lines at most; a wrapped number has its
 * decimals on its last line only.
 */
function isStackOfAmounts(lines: readonly TextLine[]): boolean {
  const first = lines.findIndex(isAmount);
  const stack = first < 0 || first > MOST_HEADING ? [] : lines.slice(first);
  if (stack.length < 2 || !stack.every(isAmount)) return false;
  const decimals = new Set(stack.filter((line) => /\d/.test(line.text)).map((line) => decimalsOf(line.text)));
  return decimals.size === 1 || (stack.length > 3 && !decimals.has(0));
}

function physicalLines(cells: readonly BandCell[]): Piece[][] {
  const all = cells
    .flatMap((cell) => cell.lines.map((line) => ({ column: cell.column, line })))
    .sort((a, b) => a.line.baseline - b.line.baseline);
  const lines: Piece[][] = [];
  let baseline = -Infinity;
  for (const { column, line } of all) {
    if (line.baseline - baseline > SAME_BASELINE * line.size) {
      lines.push([]);
      baseline = line.baseline;
    }
    const current = lines.at(-1);
    const same = current?.find((piece) => piece.column === column);
    if (same) same.lines.push(line);
    else current?.push({ column, colSpan: 1, lines: [line] });
  }
  return lines;
}
