import { unionBox, type Rule } from './geometry.ts';
import type { Piece } from './rows.ts';
import type { PageLine } from './segments.ts';
import type { TextLine } from './text.ts';

/** Left and right edge of a column. */
export interface Column {
  x0: number;
  x1: number;
}

/** One head as printed: its lines, and the heights that tell its level. */
interface HeadCell extends Column {
  lines: TextLine[];
  top: number;
  bottom: number;
  size: number;
}

/** Baselines this many ems apart are the lines of one head. */
const WRAPPED = 1.4;
/** Heads whose middles (or tops) differ by less than this many ems stand on one level. */
const LEVEL = 0.4;
/** What taking one more column under a head is worth, in ems that the head then stands off the middle. */
const WORTH = 0.8;

export const overlap = (a: Column, b: Column): number => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);

const middle = (box: Column): number => (box.x0 + box.x1) / 2;
const centre = (cell: HeadCell): number => (cell.top + cell.bottom) / 2;
const isLower = (cell: HeadCell, upper: HeadCell): boolean =>
  cell.top - upper.bottom > LEVEL * upper.size && centre(cell) - centre(upper) > upper.size;
const isLevel = (a: HeadCell, b: HeadCell): boolean =>
  Math.abs(centre(a) - centre(b)) < LEVEL * a.size || Math.abs(a.top - b.top) < LEVEL * a.size;

/** Pieces of text above a table's body -> its heads, lines of a wrapped one put together. */
function headCells(lines: readonly PageLine[]): HeadCell[] {
  const cells: HeadCell[] = [];
  for (const segment of lines.flatMap((line) => line.segments).sort((a, b) => a.baseline - b.baseline)) {
    const above = cells.find((cell) => {
      const last = cell.lines.at(-1);
      const gap = segment.baseline - cell.bottom;
      const shared = overlap(cell, segment) / Math.min(cell.x1 - cell.x0, segment.x1 - segment.x0);
      return last && gap > 0 && gap < WRAPPED * segment.size && shared > 0.6;
    });
    const beside = lines.some((line) =>
      line.segments.some(
        (other) =>
          above !== undefined &&
          other !== segment &&
          line.segments.includes(segment) &&
          overlap(above, other) > 0,
      ),
    );
    if (above && !beside) {
      above.lines.push(segment);
      above.bottom = segment.baseline;
      above.x0 = Math.min(above.x0, segment.x0);
      above.x1 = Math.max(above.x1, segment.x1);
    } else {
      const { x0, x1, baseline, size } = segment;
      cells.push({ x0, x1, lines: [segment], top: baseline, bottom: baseline, size });
    }
  }
  return cells;
}

/** Indexes of the columns that a piece of text lies over. */
const columnsUnder = (segment: Column, columns: readonly Column[]): number[] =>
  columns.flatMap((column, i) => (overlap(column, segment) > 0 ? [i] : []));

/** The columns with those that only a head shows, because nothing is printed under it; all as wide as their heads. */
export function withHeadColumns(columns: readonly Column[], lines: readonly PageLine[]): Column[] {
  const all = columns.map((column) => ({ ...column }));
  const cells = headCells(lines);
  const headless = all.filter((column) => !cells.some((cell) => overlap(column, cell) > 0));
  for (const cell of [...cells].sort((a, b) => centre(b) - centre(a))) {
    const under = all.filter((column) => overlap(column, cell) > 0);
    if (under.length > 1 || (under.length === 0 && isBetweenLower(cell, all, cells))) continue;
    const beside = [
      all.findLast((column) => column.x1 <= cell.x0),
      all.find((column) => column.x0 >= cell.x1),
    ].find((column) => column !== undefined && headless.includes(column));
    const own = under[0] ?? beside;
    if (own) Object.assign(own, { x0: Math.min(own.x0, cell.x0), x1: Math.max(own.x1, cell.x1) });
    else all.push({ x0: cell.x0, x1: cell.x1 });
    if (beside && !under[0]) headless.splice(headless.indexOf(beside), 1);
    all.sort((a, b) => a.x0 - b.x0);
  }
  return all;
}

/** Whether a head stands over the gap between two columns whose own heads are lower: it is the head of both. */
function isBetweenLower(cell: HeadCell, columns: readonly Column[], cells: readonly HeadCell[]): boolean {
  const left = columns.findLast((column) => column.x1 <= cell.x0);
  const right = columns.find((column) => column.x0 >= cell.x1);
  return [left, right].every((column) => column !== undefined && lowerHead(column, cell, cells) !== null);
}

/** A column's own head, where it is lower than this one and none stands beside; null for others. */
function lowerHead(column: Column, head: HeadCell, cells: readonly HeadCell[]): HeadCell | null {
  const own = cells.filter((other) => other !== head && overlap(column, other) > 0);
  const lower = own.filter((other) => isLower(other, head));
  return own.every((other) => isLower(other, head) || isLower(head, other)) ? (lower[0] ?? null) : null;
}

/**
 * Lines of heads over known columns -> rows of heads: those that stand over several columns with what they span, then one
 * row with each column's own. A line drawn under a head tells its span; else its middle does.
 */
export function headRows(
  lines: readonly PageLine[],
  columns: readonly Column[],
  rules: readonly Rule[],
): Piece[][] {
  const cells = headCells(lines);
  const spanning: Piece[][] = [];
  const own = new Map<number, Piece>();
  let rest = [...cells];
  while (rest.length > 0) {
    const first = rest.reduce((top, cell) => (cell.top < top.top ? cell : top));
    const level = rest.filter((cell) => isLevel(cell, first)).sort((a, b) => a.x0 - b.x0);
    rest = rest.filter((cell) => !level.includes(cell));
    const row: Piece[] = [];
    spansOf(level, columns, cells, rules).forEach(([from, to], i) => {
      const cell = level[i];
      if (!cell) return;
      const piece = { column: from, colSpan: to - from + 1, lines: cell.lines.map((line) => ({ ...line })) };
      const under = columns.slice(from, to + 1);
      if (to > from && under.every((column) => lowerHead(column, cell, cells) !== null)) row.push(piece);
      else {
        const same = own.get(from);
        if (same) same.lines.push(...piece.lines);
        else own.set(from, piece);
      }
    });
    if (row.length > 0) spanning.push(row);
  }
  return withOwnHeads(spanning, [...own.values()]);
}

/** Each column's own head goes into the row below the lowest one that spans it, as in a form with merged cells. */
function withOwnHeads(spanning: readonly Piece[][], own: readonly Piece[]): Piece[][] {
  const rows = spanning.map((row) => [...row]);
  for (const piece of own) {
    const above = spanning.findLastIndex((row) =>
      row.some((head) => head.column <= piece.column && piece.column < head.column + head.colSpan),
    );
    while (rows.length <= above + 1) rows.push([]);
    rows[above + 1]?.push(piece);
  }
  return rows.map((row) => row.sort((a, b) => a.column - b.column));
}

type Span = [from: number, to: number];

/** Which columns each head of one level stands for, the heads from left to right: of all ways the one that centres them best. */
function spansOf(
  level: readonly HeadCell[],
  columns: readonly Column[],
  cells: readonly HeadCell[],
  rules: readonly Rule[],
): Span[] {
  const cores = level.map((cell): Span => coreOf(cell, columns));
  const known = new Map<string, { cost: number; spans: Span[] }>();
  const best = (k: number, taken: number): { cost: number; spans: Span[] } => {
    const cell = level[k];
    const [from, to] = cores[k] ?? [0, 0];
    if (!cell) return { cost: 0, spans: [] };
    const key = `${k},${taken}`;
    const before = known.get(key);
    if (before) return before;
    const heads = columns.map((column) => lowerHead(column, cell, cells));
    const at = (column: number): number => middle(heads[column] ?? columns[column] ?? cell);
    const reach = (start: number, step: 1 | -1, most: number): number => {
      let count = 0;
      while (count < most && sameLevel(heads[start + step * count], heads[to >= from ? from : start]))
        count++;
      return count;
    };
    const left = reach(from - 1, -1, from - 1 - (cores[k - 1]?.[1] ?? -1) - taken);
    const right = reach(to + 1, 1, (cores[k + 1]?.[0] ?? columns.length) - to - 1);
    const ruled = ruledSpan(cell, columns, cells, rules);
    let found: { cost: number; spans: Span[] } | null = null;
    for (let l = 0; l <= left; l++) {
      for (let r = 0; r <= right; r++) {
        const span: Span = [from - l, to + r];
        if (span[1] < span[0]) continue;
        const next = best(k + 1, r);
        const off = Math.abs((at(span[0]) + at(span[1])) / 2 - middle(cell)) / cell.size;
        const fits = ruled === null || (ruled[0] === span[0] && ruled[1] === span[1]);
        const cost = next.cost + (fits ? 0 : 1000) + off - WORTH * (l + r);
        if (!found || cost < found.cost) found = { cost, spans: [span, ...next.spans] };
      }
    }
    const answer = found ?? {
      cost: 0,
      spans: [[Math.min(from, to), Math.min(from, to)], ...best(k + 1, 0).spans],
    };
    known.set(key, answer);
    return answer;
  };
  return best(0, 0).spans;
}

const sameLevel = (a: HeadCell | null | undefined, b: HeadCell | null | undefined): boolean =>
  a !== null && a !== undefined && (b === null || b === undefined || isLevel(a, b));

/** The columns that a head lies over, else the nearest; over a gap it is the empty stretch between its neighbours. */
function coreOf(cell: HeadCell, columns: readonly Column[]): Span {
  const under = columnsUnder(cell, columns);
  const first = under[0];
  if (first !== undefined) return [first, under.at(-1) ?? first];
  const right = columns.findIndex((column) => column.x0 >= cell.x1);
  return right <= 0 ? [Math.max(right, 0), Math.max(right, 0)] : [right, right - 1];
}

/** The columns over which a line is drawn right below a head, where it is drawn for that head alone. */
function ruledSpan(
  cell: HeadCell,
  columns: readonly Column[],
  cells: readonly HeadCell[],
  rules: readonly Rule[],
): Span | null {
  const next = Math.min(...cells.filter((other) => isLower(other, cell)).map((other) => other.top));
  const whole = unionBox(columns.map(({ x0, x1 }) => ({ x0, x1, y0: 0, y1: 0 })));
  const line = rules.find(
    (rule) =>
      rule.horizontal &&
      rule.at > cell.bottom &&
      rule.at < next &&
      rule.from <= middle(cell) &&
      rule.to >= middle(cell) &&
      rule.to - rule.from < 0.9 * (whole.x1 - whole.x0),
  );
  if (!line) return null;
  const inside = columns.flatMap((column, i) =>
    middle(column) > line.from && middle(column) < line.to ? [i] : [],
  );
  const first = inside[0];
  return first === undefined ? null : [first, inside.at(-1) ?? first];
}
