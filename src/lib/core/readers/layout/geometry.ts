/** Points (1/72 inch), origin top left of the page as it is displayed, y downwards. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** One character as drawn. `run` numbers the drawing operation it belongs to. */
export interface Glyph extends Box {
  text: string;
  baseline: number;
  size: number;
  run: number;
}

/** A drawn line: horizontal at `at` = y from x `from` to `to`, or vertical at `at` = x from y `from` to `to`. */
export interface Rule {
  horizontal: boolean;
  at: number;
  from: number;
  to: number;
}

/** What one page shows, in reading direction. */
export interface PageContent {
  page: number;
  width: number;
  height: number;
  glyphs: Glyph[];
  rules: Rule[];
  /** Locator (docs/data.md) of a place on this page. */
  locate: (box: Box) => string;
}

export function unionBox(boxes: readonly Box[]): Box {
  const first = boxes[0] ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  const union = { x0: first.x0, y0: first.y0, x1: first.x1, y1: first.y1 };
  for (const box of boxes) {
    union.x0 = Math.min(union.x0, box.x0);
    union.y0 = Math.min(union.y0, box.y0);
    union.x1 = Math.max(union.x1, box.x1);
    union.y1 = Math.max(union.y1, box.y1);
  }
  return union;
}

export const centreX = (box: Box): number => (box.x0 + box.x1) / 2;
export const centreY = (box: Box): number => (box.y0 + box.y1) / 2;
