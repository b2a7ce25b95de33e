import type { Glyph, PageContent, Rule } from '../layout/geometry.ts';
import type { InlineStyle } from './style.ts';

/** A sheet of a page that places every word by coordinates, as converters from PDF and Word write it. */
export interface Sheet {
  width: number;
  height: number;
  glyphs: Glyph[];
  rules: Rule[];
  runs: number;
}

const WIDE =
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026\u2460-\u24ff]/;
const THICKEST_LINE = 3.2;

/** Whether an element is such a sheet: a box of fixed size, large enough for a page, that others are placed in. */
export function isSheet(style: InlineStyle | null): style is InlineStyle & { width: number; height: number } {
  return (
    style !== null &&
    /^(relative|absolute)$/.test(style.position) &&
    (style.width ?? 0) >= 250 &&
    (style.height ?? 0) >= 250
  );
}

export function newSheet(width: number, height: number): Sheet {
  return { width, height, glyphs: [], rules: [], runs: 0 };
}

/** Adds a piece of text whose box begins at (x, y); the font's own widths are not known: full and half ems. */
export function addText(sheet: Sheet, text: string, x: number, y: number, style: InlineStyle): void {
  const size = style.fontSize ?? style.lineHeight ?? 10.5;
  const lead = Math.max(0, ((style.lineHeight ?? size) - size) / 2);
  const characters = [...text];
  const natural = characters.reduce((sum, c) => sum + (WIDE.test(c) ? size : size / 2), 0);
  const given = style.width ?? 0;
  const stretch = given > 0 && natural > given ? given / natural : 1;
  const run = sheet.runs++;
  let at = x;
  for (const character of characters) {
    const width = (WIDE.test(character) ? size : size / 2) * stretch;
    sheet.glyphs.push({
      text: character,
      x0: at,
      x1: at + width,
      y0: y + lead,
      y1: y + lead + size,
      baseline: y + lead + 0.86 * size,
      size,
      run,
    });
    at += width;
  }
}

/** Adds the lines that a placed box draws: its borders, or itself where it is a thin filled bar. */
export function addBox(sheet: Sheet, x: number, y: number, style: InlineStyle): void {
  const width = style.width ?? 0;
  const height = style.height ?? 0;
  const horizontal = (at: number): void =>
    void sheet.rules.push({ horizontal: true, at, from: x, to: x + width });
  const vertical = (at: number): void =>
    void sheet.rules.push({ horizontal: false, at, from: y, to: y + height });
  if (style.borders.top && width > 0) horizontal(y);
  if (style.borders.bottom && width > 0) horizontal(y + height);
  if (style.borders.left && height > 0) vertical(x);
  if (style.borders.right && height > 0) vertical(x + width);
  if (style.filled && height <= THICKEST_LINE && width > height) horizontal(y + height / 2);
  else if (style.filled && width <= THICKEST_LINE && height > width) vertical(x + width / 2);
}

/** The sheet as a page for the table finder; places are named later, by table and cell. */
export function sheetContent(sheet: Sheet, page: number): PageContent {
  return {
    page,
    width: sheet.width,
    height: sheet.height,
    glyphs: sheet.glyphs,
    rules: sheet.rules,
    locate: () => '',
  };
}
