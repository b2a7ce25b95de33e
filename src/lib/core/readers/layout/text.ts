import { unionBox, type Box, type Glyph } from './geometry.ts';

/** One line of text inside a cell or a paragraph. */
export interface TextLine extends Box {
  text: string;
  baseline: number;
  size: number;
}

const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;
const DIGIT = /[\d.,，．]/;

/** Puts characters into lines by their baselines: each line from left to right, lines from top to bottom. */
export function glyphLines(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const lines: Glyph[][] = [];
  let line: Glyph[] = [];
  let baseline = 0;
  for (const glyph of sorted) {
    if (line.length > 0 && glyph.baseline - baseline > 0.45 * glyph.size) {
      lines.push(line);
      line = [];
    }
    // The running mean keeps small shifts (bold marks, mixed fonts) in the line without letting it creep.
    baseline =
      line.length === 0 ? glyph.baseline : baseline + (glyph.baseline - baseline) / (line.length + 1);
    line.push(glyph);
  }
  if (line.length > 0) lines.push(line);
  return lines.map((found) => withoutOverprints(found.sort((a, b) => a.x0 - b.x0 || a.run - b.run)));
}

/** Lines of text, blank ones left out. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  return glyphLines(glyphs)
    .map(toLine)
    .filter((found) => found.text.trim() !== '');
}

/** One line out of characters that stand from left to right. */
export function toLine(sorted: readonly Glyph[]): TextLine {
  const drawn = sorted.filter((glyph) => glyph.text.trim() !== '');
  let text = '';
  let before: Glyph | null = null;
  for (const glyph of sorted) {
    if (before && needsSpace(before, glyph)) text += ' ';
    text += glyph.text;
    before = glyph;
  }
  const sizes = drawn.map((glyph) => glyph.size).sort((a, b) => a - b);
  return {
    ...unionBox(drawn),
    text: text.trim(),
    baseline: drawn[0]?.baseline ?? 0,
    size: sizes[Math.floor(sizes.length / 2)] ?? 0,
  };
}

/** A character drawn twice at nearly the same place is one bold character. */
function withoutOverprints(sorted: Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of sorted) {
    const twin = kept
      .slice(-3)
      .some((other) => other.text === glyph.text && Math.abs(other.x0 - glyph.x0) < 0.18 * glyph.size);
    if (!twin) kept.push(glyph);
  }
  return kept;
}

function needsSpace(before: Glyph, glyph: Glyph): boolean {
  if (before.text.endsWith(' ') || glyph.text.startsWith(' ')) return false;
  const gap = (glyph.x0 - before.x1) / Math.max(glyph.size, before.size);
  const left = before.text.at(-1) ?? '';
  const right = glyph.text[0] ?? '';
  if (DIGIT.test(left) && DIGIT.test(right)) return gap > 0.7;
  if (CJK.test(left) && CJK.test(right)) return gap > 0.8;
  return gap > (CJK.test(left) || CJK.test(right) ? 0.6 : 0.22);
}

const NUMBER_END = /(?:^|[^\p{L}\d])([-+(（]?\d[\d,，]*(?:[.．]\d*)?)$/u;
const NUMBER_START = /^([,，.．]?\d[\d,，]*(?:[.．]\d+)?[)）%]?)(?![\p{L}\d])/u;
export const WHOLE_NUMBER = /^[-+(（]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?[)）%]?$/;
const CODE = /^\d{3}(?:\d{2}){0,3}$/;

/**
 * Joins two lines of one cell or paragraph. Chinese runs on without a space; a number broken at a comma, a point or
 * in its digits is put together again where `filled` says that the upper line used all its room, or where the parts
 * are no numbers by themselves.
 */
export function joinLines(upper: string, lower: string, filled: boolean): string {
  if (upper === '') return lower;
  if (lower === '') return upper;
  const head = NUMBER_END.exec(upper)?.[1];
  const tail = NUMBER_START.exec(lower)?.[1];
  if (head !== undefined && tail !== undefined) {
    return isBroken(head, tail, filled) ? upper + lower : `${upper} ${lower}`;
  }
  const left = upper.at(-1) ?? '';
  const right = lower[0] ?? '';
  if (CODE.test(upper) && CJK.test(right)) return `${upper} ${lower}`;
  if (CJK.test(left) || CJK.test(right)) return upper + lower;
  if (/[-/(,.]$/.test(upper) || /^[-/),.%]/.test(lower)) return upper + lower;
  if (/\d$/.test(upper) && /^\d/.test(lower) && filled) return upper + lower;
  return `${upper} ${lower}`;
}

function isBroken(head: string, tail: string, filled: boolean): boolean {
  if (!WHOLE_NUMBER.test(head + tail)) return false;
  if (/[,，.．]$/.test(head) || /^[,，.．]/.test(tail)) return true;
  // Two whole amounts under one another stay two; "12345" over "67.00" is one when the line was full.
  return filled && !/[.．]\d{2,}$/.test(head);
}

/** The text of a cell out of its lines; `width` is the room that a line has. */
export function joinedText(lines: readonly TextLine[], width: number): string {
  let text = '';
  let above: TextLine | null = null;
  for (const line of lines) {
    const room = above ? width - (above.x1 - above.x0) : 0;
    const filled = above !== null && room < 2.2 * line.size;
    text = joinLines(text, line.text, filled);
    above = line;
  }
  return text;
}
