import type { Glyph } from './geometry.ts';
import { glyphLines, toLine, type TextLine } from './text.ts';

/** A line of the page cut where white space parts it: one piece in prose, one a column in a table without lines. */
export interface PageLine {
  whole: TextLine;
  segments: TextLine[];
}

/** White space of this many ems parts two columns; within a label gaps stay smaller. */
const COLUMN_GAP = 0.9;

/** Characters of one word are spread by at most this many ems. */
const SPREAD = 4.5;
const HAN = /^[\u2e80-\u9fff]$/;

const AMOUNT = /^[-+(（]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?[)）%]?$|^[-—－]$/;

export const isAmount = (line: TextLine): boolean => AMOUNT.test(line.text);
/** Printed with separators or decimals, as amounts of money are and page numbers or counts are not. */
export const isMoney = (line: TextLine): boolean => AMOUNT.test(line.text) && /[.,，．]\d/.test(line.text);

export function pageLines(glyphs: readonly Glyph[]): PageLine[] {
  const lines: PageLine[] = [];
  for (const line of glyphLines(glyphs)) {
    const whole = toLine(line);
    if (whole.text === '') continue;
    lines.push({ whole, segments: cutAtGaps(line).map(toLine) });
  }
  return lines;
}

function cutAtGaps(line: readonly Glyph[]): Glyph[][] {
  const pieces: Glyph[][] = [];
  let piece: Glyph[] = [];
  let last: Glyph | null = null;
  let blanks: Glyph[] = [];
  for (const glyph of line) {
    if (glyph.text.trim() === '') {
      blanks.push(glyph);
      continue;
    }
    if (last && glyph.x0 - last.x1 > COLUMN_GAP * Math.max(glyph.size, last.size)) {
      if (!(piece.length === 1 && isSpread([last, ...blanks, glyph]))) {
        pieces.push(piece);
        piece = [];
      }
    }
    piece.push(glyph);
    last = glyph;
    blanks = [];
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

/** The characters of one word (收 入) with blanks drawn between them; 类 款 项 in three columns have none. */
function isSpread(glyphs: readonly Glyph[]): boolean {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  if (!first || !last || !HAN.test(first.text) || !HAN.test(last.text)) return false;
  if (last.x0 - first.x1 > SPREAD * last.size) return false;
  return glyphs.slice(1).every((glyph, i) => glyph.x0 - (glyphs[i]?.x1 ?? 0) < 0.3 * glyph.size);
}
