import type { Box, Rule } from './geometry.ts';
import { TOUCH } from './rules.ts';

/** A cell of a ruled grid: its place in rows and columns and on the page. */
export interface GridCell extends Box {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
}

/** Edges in points: `xs` has one more entry than there are columns, `ys` than rows. */
export interface Grid {
  xs: number[];
  ys: number[];
  cells: GridCell[];
  /** Sides without a border where lines only jut out. What lies there is dropped when nothing is written in it. */
  open: { left: boolean; right: boolean; top: boolean; bottom: boolean };
}

/** Two lines nearer than this are one border drawn twice; so drawn, a border is at most WIDEST wide. */
const DOUBLE = 3;
const WIDEST = 6;
/** Two lines nearer than this are one border when they never stand beside the same row (or column). */
const SHIFTED = 7;
/** A border counts as drawn when this much of it is. */
const DRAWN = 0.55;
/** Lines that run this far beyond the outermost crossing line show that the outer border was left out. */
const OPEN_SIDE = 6;
/** A column without an outer border is at least this wide, and most lines run to its end. */
const NARROWEST = 30;

interface Edge {
  at: number;
  /** Position of the last line taken in. */
  last: number;
  parts: [number, number][];
  /** Not drawn: put where lines end without a border. */
  open: boolean;
}

/** Distinct positions of parallel lines with the stretches that are drawn there. */
function edgesOf(rules: readonly Rule[], ends: readonly Rule[]): Edge[] {
  const edges: Edge[] = [];
  let first = 0;
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const edge = edges.at(-1);
    const gap = edge ? rule.at - edge.last : Infinity;
    const same =
      gap <= DOUBLE ? rule.at - first <= WIDEST : gap <= SHIFTED && edge && !overlaps(edge.parts, rule);
    if (edge && same) {
      edge.parts.push([rule.from, rule.to]);
      edge.last = rule.at;
      edge.at = (first + rule.at) / 2;
    } else {
      edges.push({ at: rule.at, last: rule.at, parts: [[rule.from, rule.to]], open: false });
      first = rule.at;
    }
  }
  return addOpenSides(edges, ends);
}

function overlaps(parts: readonly [number, number][], rule: Rule): boolean {
  const length = rule.to - rule.from;
  return parts.some(([from, to]) => {
    const common = Math.min(to, rule.to) - Math.max(from, rule.from);
    return common > 0.1 * Math.min(length, to - from) && common > 2;
  });
}

/** Where crossing lines run on past the first or last edge, the table is open there: an edge is put at their ends. */
function addOpenSides(edges: Edge[], crossing: readonly Rule[]): Edge[] {
  if (crossing.length === 0) return edges;
  const low = Math.min(...crossing.map((rule) => rule.from));
  const high = Math.max(...crossing.map((rule) => rule.to));
  const ats = crossing.map((rule) => rule.at);
  const whole: [number, number] = [Math.min(...ats) - TOUCH, Math.max(...ats) + TOUCH];
  const first = edges[0];
  const last = edges.at(-1);
  const opened = [...edges];
  if (!first || first.at - low > OPEN_SIDE)
    opened.unshift({ at: low, last: low, parts: [whole], open: true });
  if (!last || high - last.at > OPEN_SIDE) opened.push({ at: high, last: high, parts: [whole], open: true });
  return opened;
}

function covered(edge: Edge | undefined, from: number, to: number): boolean {
  if (!edge) return true;
  let sum = 0;
  let reached = from;
  for (const [a, b] of [...edge.parts].sort((p, q) => p[0] - q[0])) {
    const start = Math.max(a, reached);
    const end = Math.min(b, to);
    if (end > start) {
      sum += end - start;
      reached = end;
    }
  }
  return sum >= DRAWN * (to - from);
}

/** The grid that a connected group of lines draws, merged cells found; null where it frames fewer than two cells. */
export function gridOf(rules: readonly Rule[]): Grid | null {
  const horizontal = rules.filter((rule) => rule.horizontal);
  const vertical = rules.filter((rule) => !rule.horizontal);
  const columns = edgesOf(vertical, horizontal);
  const rows = edgesOf(horizontal, vertical);
  const width = columns.length - 1;
  const height = rows.length - 1;
  if (width < 1 || height < 1 || width * height < 2 || width * height > 60_000) return null;
  const xs = columns.map((edge) => edge.at);
  const ys = rows.map((edge) => edge.at);

  const owner = mergeBoxes(width, height, (row, column, side) =>
    side === 'right'
      ? covered(columns[column + 1], ys[row] ?? 0, ys[row + 1] ?? 0)
      : covered(rows[row + 1], xs[column] ?? 0, xs[column + 1] ?? 0),
  );
  const cells = rectangles(owner, width, height).map((cell) => ({
    ...cell,
    x0: xs[cell.column] ?? 0,
    y0: ys[cell.row] ?? 0,
    x1: xs[cell.column + cell.colSpan] ?? 0,
    y1: ys[cell.row + cell.rowSpan] ?? 0,
  }));
  if (cells.length < 2) return null;
  const [first, last] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const reach = {
    left: horizontal.filter((rule) => rule.from < first + OPEN_SIDE).length,
    right: horizontal.filter((rule) => rule.to > last - OPEN_SIDE).length,
  };
  const isColumn = (from: number, lines: number): boolean =>
    (xs[from + 1] ?? 0) - (xs[from] ?? 0) > NARROWEST && lines > horizontal.length / 2;
  const open = {
    left: (columns[0]?.open ?? false) && !isColumn(0, reach.left),
    right: (columns.at(-1)?.open ?? false) && !isColumn(width - 1, reach.right),
    top: rows[0]?.open ?? false,
    bottom: rows.at(-1)?.open ?? false,
  };
  return { xs, ys, cells, open };
}

/** Gives every elementary box the number of the merged cell it belongs to. */
function mergeBoxes(
  width: number,
  height: number,
  separated: (row: number, column: number, side: 'right' | 'below') => boolean,
): number[] {
  const owner = Array.from({ length: width * height }, (_, i) => i);
  const find = (box: number): number => {
    let root = box;
    while (owner[root] !== root) root = owner[root] ?? root;
    owner[box] = root;
    return root;
  };
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const box = row * width + column;
      if (column + 1 < width && !separated(row, column, 'right')) owner[find(box + 1)] = find(box);
      if (row + 1 < height && !separated(row, column, 'below')) owner[find(box + width)] = find(box);
    }
  }
  return owner.map((_, box) => find(box));
}

type Span = Pick<GridCell, 'row' | 'column' | 'rowSpan' | 'colSpan'>;

/** Merged areas as rectangles; an area that is none (a broken line) is cut into strips by row. */
function rectangles(owner: readonly number[], width: number, height: number): Span[] {
  const spans: Span[] = [];
  const taken = new Array<boolean>(width * height).fill(false);
  const same = (row: number, column: number, id: number | undefined): boolean =>
    !taken[row * width + column] && owner[row * width + column] === id;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (taken[row * width + column]) continue;
      const id = owner[row * width + column];
      let colSpan = 1;
      while (column + colSpan < width && same(row, column + colSpan, id)) colSpan++;
      let rowSpan = 1;
      while (row + rowSpan < height && rowMatches(row + rowSpan, column, colSpan, id)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++)
        taken.fill(true, r * width + column, r * width + column + colSpan);
      spans.push({ row, column, rowSpan, colSpan });
    }
  }
  return spans;

  /** The next row continues the rectangle when it has the same stretch of the area, no less and no more. */
  function rowMatches(row: number, column: number, colSpan: number, id: number | undefined): boolean {
    for (let c = column; c < column + colSpan; c++) if (!same(row, c, id)) return false;
    return (
      !(column > 0 && same(row, column - 1, id)) &&
      !(column + colSpan < width && same(row, column + colSpan, id))
    );
  }
}
