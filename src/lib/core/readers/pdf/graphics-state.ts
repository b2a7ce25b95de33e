import type { Box, Rule } from '../layout/geometry.ts';
import type { FontShape } from './glyphs.ts';
import { IDENTITY, multiply, type Matrix } from './matrix.ts';

interface State {
  ctm: Matrix;
  clip: Box;
  lineWidth: number;
  fontName: string;
  font: FontShape | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  hScale: number;
  leading: number;
  rise: number;
}

/** PDF's graphics state: what drawing operations set, save and restore. */
export class GraphicsState {
  now: State;
  readonly #saved: State[] = [];

  constructor(ctm: Matrix, clip: Box) {
    this.now = {
      ctm,
      clip,
      lineWidth: 1,
      fontName: '',
      font: null,
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      hScale: 1,
      leading: 0,
      rise: 0,
    };
  }

  save(): void {
    this.#saved.push({ ...this.now });
  }

  restore(): void {
    const before = this.#saved.pop();
    if (before) this.now = before;
  }

  transform(matrix: Matrix): void {
    this.now.ctm = multiply(this.now.ctm, matrix);
  }

  clipTo(box: Box): void {
    const { clip } = this.now;
    this.now.clip = {
      x0: Math.max(clip.x0, box.x0),
      y0: Math.max(clip.y0, box.y0),
      x1: Math.min(clip.x1, box.x1),
      y1: Math.min(clip.y1, box.y1),
    };
  }
}

/** Where the next character goes, in text space; lines begin under one another. */
export class TextPosition {
  matrix: Matrix = IDENTITY;
  x = 0;
  y = 0;
  #lineX = 0;
  #lineY = 0;

  begin(matrix: Matrix): void {
    this.matrix = matrix;
    this.x = this.y = this.#lineX = this.#lineY = 0;
  }

  move(dx: number, dy: number): void {
    this.#lineX += dx;
    this.#lineY += dy;
    this.x = this.#lineX;
    this.y = this.#lineY;
  }
}

const clamp = (value: number, low: number, high: number): number =>
  low > high ? (low + high) / 2 : Math.min(Math.max(value, low), high);

/** The part of a line inside the clip; null where the line lies outside. */
export function clipRule(rule: Rule, clip: Box): Rule | null {
  const slack = 1.5;
  const [low, high, near, far] = rule.horizontal
    ? [clip.x0, clip.x1, clip.y0, clip.y1]
    : [clip.y0, clip.y1, clip.x0, clip.x1];
  if (rule.at < near - slack || rule.at > far + slack) return null;
  const from = clamp(rule.from, low, high);
  const to = clamp(rule.to, low, high);
  return to - from > 0.3 ? { ...rule, from, to } : null;
}
