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
  /** Opacity of what is filled, 1 for solid. */
  fillAlpha: number;
  /** Opacity of the groups around. */
  groupAlpha: number;
  /** Brightness of the fill colour, 0 for black, 1 for white. */
  brightness: number;
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
      fillAlpha: 1,
      groupAlpha: 1,
      brightness: 0,
    };
  }

  save(): void {
    this.#saved.push({ ...this.now });
  }

  restore(): void {
    const before = this.#saved.pop();
    if (before) this.now = before;
  }

  /** Begins a group: it is seen through the opacity in force, what is in it starts solid. */
  beginGroup(): void {
    this.save();
    this.now.groupAlpha *= this.now.fillAlpha;
    this.now.fillAlpha = 1;
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

/** Brightness of a colour as pdf.js writes it, #rrggbb; black for anything else. */
export function brightnessOf(colour: unknown): number {
  const hex = typeof colour === 'string' ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) : null;
  if (!hex) return 0;
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return 0.3 * red + 0.59 * green + 0.11 * blue;
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
