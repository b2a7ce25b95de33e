import { applyX, applyY, scaleOf, type Matrix } from './matrix.ts';
import { unionBox, type Box, type Rule } from '../layout/geometry.ts';

/** Codes inside the path data of pdf.js's `constructPath`. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** A filled bar up to this thick is a line; thicker, it is shading. */
const THICKEST_LINE = 3.2;
/** Shorter strokes are parts of dashes, ticks or letters drawn as shapes. */
const SHORTEST_LINE = 0.4;
/** How far a line may lean before it is no ruling line, in points over its length. */
const MOST_LEAN = 0.8;

interface Point {
  x: number;
  y: number;
}

/** Closed or open chains of straight sides, in page coordinates; a curve ends in its last point and is marked. */
function chainsOf(data: ArrayLike<number>, toPage: Matrix): { points: Point[]; curved: boolean }[] {
  const chains: { points: Point[]; curved: boolean }[] = [];
  let points: Point[] = [];
  let curved = false;
  const flush = (): void => {
    if (points.length > 1) chains.push({ points, curved });
    points = [];
    curved = false;
  };
  const at = (i: number): Point => {
    const x = data[i] ?? 0;
    const y = data[i + 1] ?? 0;
    return { x: applyX(toPage, x, y), y: applyY(toPage, x, y) };
  };
  for (let i = 0; i < data.length;) {
    const op = data[i++];
    if (op === MOVE) {
      flush();
      points.push(at(i));
      i += 2;
    } else if (op === LINE) {
      points.push(at(i));
      i += 2;
    } else if (op === CURVE || op === QUADRATIC) {
      i += op === CURVE ? 6 : 4;
      points.push(at(i - 2));
      curved = true;
    } else if (op === CLOSE) {
      const first = points[0];
      if (first && points.length > 1) points.push({ ...first });
    } else {
      break;
    }
  }
  flush();
  return chains;
}

function boxOf(points: readonly Point[]): Box {
  return unionBox(points.map(({ x, y }) => ({ x0: x, y0: y, x1: x, y1: y })));
}

/** The box around a path, or null for an empty one: what a clip lets through at most. */
export function pathBox(data: ArrayLike<number> | null, toPage: Matrix): Box | null {
  if (!data) return null;
  const points = chainsOf(data, toPage).flatMap((chain) => chain.points);
  return points.length === 0 ? null : boxOf(points);
}

function ruleBetween(a: Point, b: Point): Rule | null {
  const dx = Math.abs(a.x - b.x);
  const dy = Math.abs(a.y - b.y);
  if (dx >= dy && dx >= SHORTEST_LINE && dy <= MOST_LEAN) {
    return { horizontal: true, at: (a.y + b.y) / 2, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) };
  }
  if (dy > dx && dy >= SHORTEST_LINE && dx <= MOST_LEAN) {
    return { horizontal: false, at: (a.x + b.x) / 2, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) };
  }
  return null;
}

/** A bar as the line in its middle; null for shading and for specks. */
function ruleOfBar(box: Box): Rule | null {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  if (height <= THICKEST_LINE && width > height) {
    return { horizontal: true, at: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1 };
  }
  if (width <= THICKEST_LINE && height > width) {
    return { horizontal: false, at: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1 };
  }
  return null;
}

/**
 * The ruling lines that a painted path draws: every side that is stroked, and filled bars thin enough to be lines.
 * `lineWidth` in user units of `toPage`.
 */
export function rulesOfPath(
  data: ArrayLike<number>,
  toPage: Matrix,
  paint: { stroke: boolean; fill: boolean },
  lineWidth: number,
): Rule[] {
  const rules: Rule[] = [];
  const thick = lineWidth * scaleOf(toPage);
  for (const { points, curved } of chainsOf(data, toPage)) {
    if (curved) continue;
    const bar = paint.fill || paint.stroke ? ruleOfBar(boxOf(points)) : null;
    if (bar) {
      rules.push(bar);
    } else if (paint.stroke && thick <= THICKEST_LINE * 2) {
      for (let i = 1; i < points.length; i++) {
        const a = points[i - 1];
        const b = points[i];
        const rule = a && b ? ruleBetween(a, b) : null;
        if (rule) rules.push(rule);
      }
    }
  }
  return rules;
}
