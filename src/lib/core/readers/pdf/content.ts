import type { Box, Rule } from '../layout/geometry.ts';
import {
  glyphPlace,
  numberOf,
  showsThrough,
  toGlyph,
  type DrawnGlyph,
  type FontShape,
  type RawGlyph,
} from './glyphs.ts';
import { brightnessOf, clipRule, GraphicsState, TextPosition } from './graphics-state.ts';
import { IDENTITY, multiply, scaleOf, toMatrix, type Matrix } from './matrix.ts';
import { pathBox, rulesOfPath } from './paths.ts';

export type { DrawnGlyph, FontShape } from './glyphs.ts';

/** Numbers that pdf.js gives the drawing operations, and fonts by name. */
export interface Drawing {
  ops: Record<string, number>;
  font: (name: string) => FontShape | null;
}

export interface Drawn {
  width: number;
  height: number;
  glyphs: DrawnGlyph[];
  rules: Rule[];
  /** Places where a picture of some size was drawn. */
  pictures: number;
}

/** Text less solid or lighter than this may be a watermark; white text stands on dark ground. */
const FAINT = 0.6;
const LIGHT = 0.6;
const WHITE = 0.98;

/** A map that makes a unit this many points large places a picture. */
const PICTURE = 90;

type Args = readonly unknown[];
type Handler = (args: Args) => void;

/** Follows the drawing operations of one page and notes every character and every ruling line, in page points. */
export function followDrawing(
  operators: { fnArray: ArrayLike<number>; argsArray: ArrayLike<unknown> },
  viewport: { width: number; height: number; transform: readonly number[] },
  drawing: Drawing,
): Drawn {
  const page = new PageTrace(viewport, drawing);
  for (let i = 0; i < operators.fnArray.length; i++) {
    const args = operators.argsArray[i];
    page.draw(operators.fnArray[i] ?? -1, Array.isArray(args) ? args : []);
  }
  const { width, height } = viewport;
  return { width, height, glyphs: page.glyphs, rules: page.rules, pictures: page.pictures };
}

/** One page while it is drawn: the state that operations change, and what they have left on the page. */
class PageTrace {
  readonly glyphs: DrawnGlyph[] = [];
  readonly rules: Rule[] = [];
  pictures = 0;
  readonly #drawing: Drawing;
  readonly #state: GraphicsState;
  readonly #text = new TextPosition();
  readonly #handlers = new Map<number, Handler>();
  /** Groups that are open, true for a mask: what is drawn in one isn't seen. */
  readonly #groups: boolean[] = [];
  #masks = 0;
  /** From text space to the page, for the text that is shown. */
  #toPage: Matrix = IDENTITY;
  #run = 0;
  #object = 0;
  #clipPending = false;

  constructor(viewport: { width: number; height: number; transform: readonly number[] }, drawing: Drawing) {
    this.#drawing = drawing;
    const page: Box = { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height };
    this.#state = new GraphicsState(toMatrix(viewport.transform) ?? IDENTITY, page);
    const handlers = { ...this.#stateHandlers(), ...this.#textHandlers(), ...this.#paintHandlers() };
    for (const [name, handler] of Object.entries(handlers)) {
      const op = drawing.ops[name];
      if (op !== undefined) this.#handlers.set(op, handler);
    }
  }

  draw(op: number, args: Args): void {
    this.#handlers.get(op)?.(args);
  }

  #stateHandlers(): Record<string, Handler> {
    const state = this.#state;
    return {
      save: () => state.save(),
      restore: () => state.restore(),
      transform: (args) => {
        const matrix = toMatrix(args);
        if (!matrix) return;
        state.transform(matrix);
        // Pictures are left out when the page is read; what stays is the map of the unit square to their place.
        if (scaleOf(state.now.ctm) > PICTURE) this.pictures++;
      },
      setLineWidth: (args) => void (state.now.lineWidth = numberOf(args[0])),
      setGState: (args) => {
        for (const entry of Array.isArray(args[0]) ? (args[0] as unknown[]) : []) {
          if (!Array.isArray(entry)) continue;
          if (entry[0] === 'ca') state.now.fillAlpha = numberOf(entry[1]);
          if (entry[0] === 'LW') state.now.lineWidth = numberOf(entry[1]);
          if (entry[0] === 'Font' && Array.isArray(entry[1])) this.#setFont(entry[1][0], entry[1][1]);
        }
      },
      setFillRGBColor: (args) => void (state.now.brightness = brightnessOf(args[0])),
      setFillColorN: () => void (state.now.brightness = 0),
      clip: () => void (this.#clipPending = true),
      eoClip: () => void (this.#clipPending = true),
    };
  }

  #textHandlers(): Record<string, Handler> {
    const state = this.#state;
    const text = this.#text;
    return {
      setCharSpacing: (args) => void (state.now.charSpacing = numberOf(args[0])),
      setWordSpacing: (args) => void (state.now.wordSpacing = numberOf(args[0])),
      setHScale: (args) => void (state.now.hScale = numberOf(args[0]) / 100),
      setLeading: (args) => void (state.now.leading = -numberOf(args[0])),
      setTextRise: (args) => void (state.now.rise = numberOf(args[0])),
      setFont: (args) => this.#setFont(args[0], args[1]),
      beginText: () => {
        this.#object++;
        text.begin(IDENTITY);
      },
      setTextMatrix: (args) => text.begin(toMatrix(args[0]) ?? toMatrix(args) ?? IDENTITY),
      moveText: (args) => text.move(numberOf(args[0]), numberOf(args[1])),
      setLeadingMoveText: (args) => {
        state.now.leading = numberOf(args[1]);
        text.move(numberOf(args[0]), numberOf(args[1]));
      },
      nextLine: () => text.move(0, state.now.leading),
      showText: (args) => this.#showText(args[0]),
      showSpacedText: (args) => this.#showText(args[0]),
      nextLineShowText: (args) => {
        text.move(0, state.now.leading);
        this.#showText(args[0]);
      },
    };
  }

  #paintHandlers(): Record<string, Handler> {
    return {
      constructPath: (args) => this.#paintPath(args),
      paintFormXObjectBegin: (args) => this.#beginForm(args[0], args[1]),
      paintFormXObjectEnd: () => this.#state.restore(),
      beginGroup: (args) => {
        this.#state.beginGroup();
        const mask = Boolean((args[0] as { smask?: unknown } | null)?.smask);
        this.#groups.push(mask);
        if (mask) this.#masks++;
      },
      endGroup: () => {
        this.#state.restore();
        if (this.#groups.pop()) this.#masks--;
      },
    };
  }

  #setFont(name: unknown, size: unknown): void {
    const { now } = this.#state;
    now.fontName = typeof name === 'string' ? name : '';
    now.font = this.#drawing.font(now.fontName);
    now.fontSize = numberOf(size);
  }

  #beginForm(map: unknown, bbox: unknown): void {
    this.#state.save();
    const matrix = toMatrix(map);
    if (matrix) this.#state.transform(matrix);
    if (!Array.isArray(bbox) || bbox.length < 4) return;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bbox.map(numberOf);
    const corners = [0, x0, y0, 1, x1, y0, 1, x1, y1, 1, x0, y1];
    const box = pathBox(corners, this.#state.now.ctm);
    if (box) this.#state.clipTo(box);
  }

  #showText(items: unknown): void {
    const { font, fontSize } = this.#state.now;
    if (!Array.isArray(items) || !font || fontSize === 0) return;
    this.#run++;
    this.#toPage = multiply(this.#state.now.ctm, this.#text.matrix);
    const size = Math.abs(fontSize);
    let advance = 0;
    for (const item of items) {
      if (typeof item === 'number') advance += ((font.vertical ? 1 : -1) * item * size) / 1000;
      else {
        const glyph = toGlyph(item);
        if (glyph)
          advance += font.vertical ? this.#down(glyph, font, advance) : this.#along(glyph, font, advance);
      }
    }
    if (font.vertical) this.#text.y -= advance;
    else this.#text.x += advance * this.#stretch();
  }

  /** Horizontal scale, negative where a negative font size turns the text round. */
  #stretch(): number {
    const { hScale, fontSize } = this.#state.now;
    return fontSize < 0 ? -hScale : hScale;
  }

  #spacing(glyph: RawGlyph): number {
    const { wordSpacing, charSpacing, fontSize } = this.#state.now;
    return ((glyph.isSpace ? wordSpacing : 0) + charSpacing) * (fontSize < 0 ? -1 : 1);
  }

  /** Places a character of horizontal text; answers how far it moves on. */
  #along(glyph: RawGlyph, font: FontShape, before: number): number {
    const { fontSize, rise } = this.#state.now;
    const width = glyph.width * Math.abs(fontSize) * font.widthScale;
    const stretch = this.#stretch();
    this.#place(glyph, {
      x: this.#text.x + before * stretch,
      y: this.#text.y + rise,
      advance: width * stretch,
      size: fontSize,
    });
    return width + this.#spacing(glyph);
  }

  /** Places a character of vertical text; answers how far it moves on. */
  #down(glyph: RawGlyph, font: FontShape, before: number): number {
    const { fontSize, rise } = this.#state.now;
    const size = Math.abs(fontSize);
    const unit = size * font.widthScale;
    const stretch = this.#stretch();
    const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, glyph.width / 2, 880];
    const vx = -(glyph.vmetric ? numberOf(metric[1]) : glyph.width * 0.5) * unit;
    const vy = numberOf(metric[2]) * unit;
    this.#place(glyph, {
      x: this.#text.x + vx * stretch,
      y: this.#text.y + rise - (before + vy),
      advance: glyph.width * unit * stretch,
      size,
    });
    return -numberOf(metric[0]) * unit - this.#spacing(glyph);
  }

  #place(raw: RawGlyph, at: { x: number; y: number; advance: number; size: number }): void {
    if (this.#masks > 0 || raw.unicode === '' || raw.unicode === '\0') return;
    const { clip, fontName, fillAlpha, groupAlpha, brightness } = this.#state.now;
    const place = glyphPlace(this.#toPage, at);
    if (!place || !showsThrough(place, place.size, clip)) return;
    this.glyphs.push({
      ...place,
      text: raw.unicode,
      run: this.#run,
      font: fontName,
      code: raw.code,
      object: this.#object,
      faint: fillAlpha * groupAlpha < FAINT || (brightness > LIGHT && brightness < WHITE),
    });
  }

  #paintPath(args: Args): void {
    const { now } = this.#state;
    const data = Array.isArray(args[1]) ? (args[1][0] as ArrayLike<number> | null) : null;
    if (this.#clipPending) {
      this.#clipPending = false;
      const box = pathBox(data, now.ctm);
      if (box) this.#state.clipTo(box);
    }
    const paint = this.#paintOf(numberOf(args[0]));
    if (!data || this.#masks > 0 || !(paint.stroke || paint.fill)) return;
    for (const rule of rulesOfPath(data, now.ctm, paint, now.lineWidth)) {
      const visible = clipRule(rule, now.clip);
      if (visible) this.rules.push(visible);
    }
  }

  #paintOf(op: number): { stroke: boolean; fill: boolean } {
    const { ops } = this.#drawing;
    const both = ['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
    const isOne = (names: readonly string[]): boolean => names.some((name) => ops[name] === op);
    return {
      stroke: isOne(['stroke', 'closeStroke', ...both]),
      fill: isOne(['fill', 'eoFill', ...both]),
    };
  }
}
