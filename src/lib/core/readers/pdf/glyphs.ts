import type { Box, Glyph } from '../layout/geometry.ts';
import { applyX, applyY, type Matrix } from './matrix.ts';

export interface FontShape {
  vertical: boolean;
  /** Width units to text space: 0.001 but for Type 3 fonts. */
  widthScale: number;
  defaultVMetrics: readonly number[] | null;
}

/** A character with its writing direction on the displayed page, in quarter turns clockwise; null for slanted. */
export interface DrawnGlyph extends Glyph {
  turn: 0 | 1 | 2 | 3 | null;
  /** Font and code, for finding fonts that carry no Unicode. */
  font: string;
  code: number | null;
  /** Number of the text object (BT … ET) that it was drawn in. */
  object: number;
  /** Drawn half transparent or in a light colour. */
  faint: boolean;
}

/** A character as pdf.js hands it over. */
export interface RawGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric: readonly number[] | null;
  code: number | null;
}

/** Share of the em above and below the baseline that a character's box takes. */
const ASCENT = 0.86;
const DESCENT = 0.14;

/** How far a character's middle may lie outside the clip, in ems, and still be seen. */
const OUTSIDE = 0.5;

export const numberOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0;

/** One item of pdf.js's showText; null where it is no character. */
export function toGlyph(value: unknown): RawGlyph | null {
  if (typeof value !== 'object' || value === null) return null;
  const glyph = value as Record<string, unknown>;
  return {
    unicode: typeof glyph['unicode'] === 'string' ? glyph['unicode'] : '',
    width: typeof glyph['width'] === 'number' ? glyph['width'] : 0,
    isSpace: glyph['isSpace'] === true,
    vmetric: Array.isArray(glyph['vmetric']) ? (glyph['vmetric'] as number[]) : null,
    code: typeof glyph['originalCharCode'] === 'number' ? glyph['originalCharCode'] : null,
  };
}

/**
 * Where a character stands on the page: `x` and `y` are the start of its baseline, `advance` and `size` its extent, all in
 * text space, which `toPage` maps to the page. Null for one without extent.
 */
export function glyphPlace(
  toPage: Matrix,
  { x, y, advance, size }: { x: number; y: number; advance: number; size: number },
): (Box & Pick<DrawnGlyph, 'baseline' | 'size' | 'turn'>) | null {
  const px = applyX(toPage, x, y);
  const py = applyY(toPage, x, y);
  const qx = applyX(toPage, x + advance, y);
  const qy = applyY(toPage, x + advance, y);
  const ux = toPage[2] * size;
  const uy = toPage[3] * size;
  const em = Math.hypot(ux, uy);
  const along = Math.hypot(toPage[0], toPage[1]);
  if (!(em > 0.5) || !(along > 0) || !Number.isFinite(px + py + qx + qy)) return null;
  const xs = [px + ux * ASCENT, px - ux * DESCENT, qx + ux * ASCENT, qx - ux * DESCENT];
  const ys = [py + uy * ASCENT, py - uy * DESCENT, qy + uy * ASCENT, qy - uy * DESCENT];
  return {
    x0: Math.min(...xs),
    y0: Math.min(...ys),
    x1: Math.max(...xs),
    y1: Math.max(...ys),
    baseline: py,
    size: em,
    turn: turnOf(toPage[0] / along, toPage[1] / along),
  };
}

function turnOf(cos: number, sin: number): DrawnGlyph['turn'] {
  if (cos > 0.985) return 0;
  if (sin > 0.985) return 1;
  if (cos < -0.985) return 2;
  return sin < -0.985 ? 3 : null;
}

/** Whether a character of this box and size shows through the clip. */
export function showsThrough(box: Box, size: number, clip: Box): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  const slack = size * OUTSIDE;
  return x >= clip.x0 - slack && x <= clip.x1 + slack && y >= clip.y0 - slack && y <= clip.y1 + slack;
}
