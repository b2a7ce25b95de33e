import type { Box, Glyph, Rule } from '../layout/geometry.ts';
import { applyX, applyY, IDENTITY, multiply, scaleOf, toMatrix, type Matrix } from './matrix.ts';
import { pathBox, rulesOfPath } from './paths.ts';

/** Numbers that pdf.js gives the drawing operations, and fonts by name. */
export interface Drawing {
  ops: Record<string, number>;
  font: (name: string) => FontShape | null;
}

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
}

export interface Drawn {
  width: number;
  height: number;
  glyphs: DrawnGlyph[];
  rules: Rule[];
  /** Places where a picture of some size was drawn. */
  pictures: number;
}

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

/** Share of the em above and below the baseline that a character's box takes. */
const ASCENT = 0.86;
const DESCENT = 0.14;

/** A map that makes a unit this many points large places a picture. */
const PICTURE = 90;

interface RawGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric: readonly number[] | null;
  code: number | null;
}

function toGlyph(value: unknown): RawGlyph | null {
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

const numberOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0;

function intersect(a: Box, b: Box): Box {
  return {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  };
}

const clamp = (value: number, low: number, high: number): number =>
  low > high ? (low + high) / 2 : Math.min(Math.max(value, low), high);

/** Follows the drawing operations of one page and notes every character and every ruling line, in page points. */
export function followDrawing(
  operators: { fnArray: ArrayLike<number>; argsArray: ArrayLike<unknown> },
  viewport: { width: number; height: number; transform: readonly number[] },
  drawing: Drawing,
): Drawn {
  const { ops } = drawing;
  const page: Box = { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height };
  const glyphs: DrawnGlyph[] = [];
  const rules: Rule[] = [];
  let pictures = 0;
  let run = 0;
  let hidden = 0;
  const marks: boolean[] = [];
  let state: State = {
    ctm: toMatrix(viewport.transform) ?? IDENTITY,
    clip: page,
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
  const stack: State[] = [];
  let textMatrix: Matrix = IDENTITY;
  let x = 0;
  let y = 0;
  let lineX = 0;
  let lineY = 0;
  let clipPending = false;

  const save = (): void => void stack.push({ ...state });
  const restore = (): void => {
    const before = stack.pop();
    if (before) state = before;
  };
  const moveText = (dx: number, dy: number): void => {
    lineX += dx;
    lineY += dy;
    x = lineX;
    y = lineY;
  };

  function place(raw: RawGlyph, toPage: Matrix, tx: number, ty: number, advance: number, size: number): void {
    if (raw.unicode === '' || raw.unicode === '\0') return;
    const px = applyX(toPage, tx, ty);
    const py = applyY(toPage, tx, ty);
    const qx = applyX(toPage, tx + advance, ty);
    const qy = applyY(toPage, tx + advance, ty);
    const ux = toPage[2] * size;
    const uy = toPage[3] * size;
    const em = Math.hypot(ux, uy);
    const dx = toPage[0];
    const dy = toPage[1];
    const along = Math.hypot(dx, dy);
    if (!(em > 0.5) || !(along > 0) || !Number.isFinite(px + py + qx + qy)) return;
    const cos = dx / along;
    const sin = dy / along;
    const turn = cos > 0.985 ? 0 : sin > 0.985 ? 1 : cos < -0.985 ? 2 : sin < -0.985 ? 3 : null;
    const corners = [
      [px + ux * ASCENT, py + uy * ASCENT],
      [px - ux * DESCENT, py - uy * DESCENT],
      [qx + ux * ASCENT, qy + uy * ASCENT],
      [qx - ux * DESCENT, qy - uy * DESCENT],
    ] as const;
    const box: Box = {
      x0: Math.min(...corners.map((c) => c[0])),
      y0: Math.min(...corners.map((c) => c[1])),
      x1: Math.max(...corners.map((c) => c[0])),
      y1: Math.max(...corners.map((c) => c[1])),
    };
    const { clip } = state;
    const cx = (box.x0 + box.x1) / 2;
    const cy = (box.y0 + box.y1) / 2;
    const slack = em * 0.5;
    if (cx < clip.x0 - slack || cx > clip.x1 + slack || cy < clip.y0 - slack || cy > clip.y1 + slack) return;
    glyphs.push({
      ...box,
      text: raw.unicode,
      baseline: py,
      size: em,
      run,
      turn,
      font: state.fontName,
      code: raw.code,
    });
  }

  function showText(items: unknown): void {
    if (!Array.isArray(items) || !state.font || state.fontSize === 0) return;
    run++;
    const { font } = state;
    const direction = state.fontSize < 0 ? -1 : 1;
    const size = Math.abs(state.fontSize);
    const hScale = state.hScale * direction;
    const toPage = multiply(state.ctm, textMatrix);
    let advance = 0;
    for (const item of items) {
      if (typeof item === 'number') {
        advance += ((font.vertical ? 1 : -1) * item * size) / 1000;
        continue;
      }
      const glyph = toGlyph(item);
      if (!glyph) continue;
      const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
      const unit = size * font.widthScale;
      if (font.vertical) {
        const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, glyph.width / 2, 880];
        const vx = -(glyph.vmetric ? numberOf(metric[1]) : glyph.width * 0.5) * unit;
        const vy = numberOf(metric[2]) * unit;
        if (!hidden)
          place(
            glyph,
            toPage,
            x + vx * hScale,
            y + state.rise - (advance + vy),
            glyph.width * unit * hScale,
            size,
          );
        advance += -numberOf(metric[0]) * unit - spacing * direction;
      } else {
        const width = glyph.width * unit;
        if (!hidden)
          place(glyph, toPage, x + advance * hScale, y + state.rise, width * hScale, size * direction);
        advance += width + spacing * direction;
      }
    }
    if (font.vertical) y -= advance;
    else x += advance * hScale;
  }

  function paintPath(args: readonly unknown[]): void {
    const paint = numberOf(args[0]);
    const data = Array.isArray(args[1]) ? (args[1][0] as ArrayLike<number> | null) : null;
    if (clipPending) {
      clipPending = false;
      const box = pathBox(data, state.ctm);
      if (box) state.clip = intersect(state.clip, box);
    }
    if (!data || hidden) return;
    const stroke = [ops['stroke'], ops['closeStroke']].includes(paint);
    const fill = [ops['fill'], ops['eoFill']].includes(paint);
    const both = [
      ops['fillStroke'],
      ops['eoFillStroke'],
      ops['closeFillStroke'],
      ops['closeEOFillStroke'],
    ].includes(paint);
    if (!stroke && !fill && !both) return;
    for (const rule of rulesOfPath(
      data,
      state.ctm,
      { stroke: stroke || both, fill: fill || both },
      state.lineWidth,
    )) {
      const visible = clipRule(rule, state.clip);
      if (visible) rules.push(visible);
    }
  }

  const handlers: Record<string, (args: readonly unknown[]) => void> = {
    save,
    restore,
    transform: (args) => {
      const matrix = toMatrix(args);
      if (!matrix) return;
      state.ctm = multiply(state.ctm, matrix);
      // Pictures are left out when the page is read; what stays is the map of the unit square to their place.
      if (scaleOf(state.ctm) > PICTURE) pictures++;
    },
    setLineWidth: (args) => void (state.lineWidth = numberOf(args[0])),
    setCharSpacing: (args) => void (state.charSpacing = numberOf(args[0])),
    setWordSpacing: (args) => void (state.wordSpacing = numberOf(args[0])),
    setHScale: (args) => void (state.hScale = numberOf(args[0]) / 100),
    setLeading: (args) => void (state.leading = -numberOf(args[0])),
    setTextRise: (args) => void (state.rise = numberOf(args[0])),
    setFont: (args) => setFont(args[0], args[1]),
    setGState: (args) => {
      for (const entry of Array.isArray(args[0]) ? (args[0] as unknown[]) : []) {
        if (!Array.isArray(entry)) continue;
        if (entry[0] === 'LW') state.lineWidth = numberOf(entry[1]);
        if (entry[0] === 'Font' && Array.isArray(entry[1])) setFont(entry[1][0], entry[1][1]);
      }
    },
    beginText: () => {
      textMatrix = IDENTITY;
      x = y = lineX = lineY = 0;
    },
    setTextMatrix: (args) => {
      textMatrix = toMatrix(args[0]) ?? toMatrix(args) ?? IDENTITY;
      x = y = lineX = lineY = 0;
    },
    moveText: (args) => moveText(numberOf(args[0]), numberOf(args[1])),
    setLeadingMoveText: (args) => {
      state.leading = numberOf(args[1]);
      moveText(numberOf(args[0]), numberOf(args[1]));
    },
    nextLine: () => moveText(0, state.leading),
    showText: (args) => showText(args[0]),
    showSpacedText: (args) => showText(args[0]),
    nextLineShowText: (args) => {
      moveText(0, state.leading);
      showText(args[0]);
    },
    clip: () => void (clipPending = true),
    eoClip: () => void (clipPending = true),
    constructPath: paintPath,
    paintFormXObjectBegin: (args) => {
      save();
      const matrix = toMatrix(args[0]);
      if (matrix) state.ctm = multiply(state.ctm, matrix);
      const bbox = args[1];
      if (Array.isArray(bbox) && bbox.length >= 4) {
        const [x0, y0, x1, y1] = bbox.map(numberOf);
        const box = pathBox(
          [0, x0 ?? 0, y0 ?? 0, 1, x1 ?? 0, y0 ?? 0, 1, x1 ?? 0, y1 ?? 0, 1, x0 ?? 0, y1 ?? 0],
          state.ctm,
        );
        if (box) state.clip = intersect(state.clip, box);
      }
    },
    paintFormXObjectEnd: restore,
    beginGroup: (args) => {
      save();
      const group = args[0] as { smask?: unknown } | null;
      marks.push(Boolean(group?.smask));
      if (group?.smask) hidden++;
    },
    endGroup: () => {
      restore();
      if (marks.pop()) hidden--;
    },
  };

  function setFont(name: unknown, size: unknown): void {
    state.fontName = typeof name === 'string' ? name : '';
    state.font = drawing.font(state.fontName);
    state.fontSize = numberOf(size);
  }

  const byNumber = new Map<number, (args: readonly unknown[]) => void>();
  for (const [name, handler] of Object.entries(handlers)) {
    const op = ops[name];
    if (op !== undefined) byNumber.set(op, handler);
  }
  for (let i = 0; i < operators.fnArray.length; i++) {
    const args = operators.argsArray[i];
    byNumber.get(operators.fnArray[i] ?? -1)?.(Array.isArray(args) ? args : []);
  }
  return { width: viewport.width, height: viewport.height, glyphs, rules, pictures };
}

/** The part of a line inside the clip; null where the line lies outside. */
function clipRule(rule: Rule, clip: Box): Rule | null {
  const slack = 1.5;
  const [low, high, near, far] = rule.horizontal
    ? [clip.x0, clip.x1, clip.y0, clip.y1]
    : [clip.y0, clip.y1, clip.x0, clip.x1];
  if (rule.at < near - slack || rule.at > far + slack) return null;
  const from = clamp(rule.from, low, high);
  const to = clamp(rule.to, low, high);
  return to - from > 0.3 ? { ...rule, from, to } : null;
}
