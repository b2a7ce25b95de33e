import { centreX, centreY, type Box, type Glyph } from './geometry.ts';
import type { Grid, GridCell } from './grid.ts';

/** A cell with the characters that belong to it. */
export interface FilledCell {
  cell: GridCell;
  glyphs: Glyph[];
}

const NUMERIC = /^[-+()（）\d.,，．%]+$/;
const AMOUNT = /^[-(]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[)%]?$/;

/** Consecutive characters of one line without a gap, in drawing order. */
export function wordsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  let word: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = word.at(-1);
    const gap = last ? glyph.x0 - last.x1 : 0;
    const blank = glyph.text.trim() === '';
    if (
      last &&
      (blank ||
        Math.abs(glyph.baseline - last.baseline) > 0.2 * glyph.size ||
        gap > 0.3 * glyph.size ||
        gap < -0.5 * glyph.size)
    ) {
      words.push(word);
      word = [];
    }
    if (!blank) word.push(glyph);
  }
  if (word.length > 0) words.push(word);
  return words.filter((found) => found.length > 0);
}

/** Puts characters into the cells of a grid; a word that juts out over a border stays whole. */
export function fillGrid(grid: Grid, glyphs: readonly Glyph[]): FilledCell[] {
  const width = grid.xs.length - 1;
  const at = new Map<number, FilledCell>();
  const filled = grid.cells.map((cell) => ({ cell, glyphs: [] as Glyph[] }));
  for (const entry of filled) {
    const { row, column, rowSpan, colSpan } = entry.cell;
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + colSpan; c++) at.set(r * width + c, entry);
    }
  }
  const cellAt = (x: number, y: number): FilledCell | undefined => {
    const row = indexOf(grid.ys, y);
    const column = indexOf(grid.xs, x);
    return row < 0 || column < 0 ? undefined : at.get(row * width + column);
  };

  for (const word of wordsOf(glyphs)) {
    const homes = word.map((glyph) => cellAt(centreX(glyph), centreY(glyph)));
    const distinct = [...new Set(homes)];
    const whole = distinct.length > 1 ? homeOfWord(word, homes) : distinct[0];
    word.forEach((glyph, i) => (whole ?? homes[i])?.glyphs.push(glyph));
  }
  // Blanks separate words that stand close; they go where they lie.
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') cellAt(centreX(glyph), centreY(glyph))?.glyphs.push(glyph);
  }
  return filled;
}

/** The one cell of a word that crosses a border, or undefined where it is two words that only stand close. */
function homeOfWord(
  word: readonly Glyph[],
  homes: readonly (FilledCell | undefined)[],
): FilledCell | undefined {
  const parts: { home: FilledCell | undefined; glyphs: Glyph[] }[] = [];
  word.forEach((glyph, i) => {
    const last = parts.at(-1);
    if (last && last.home === homes[i]) last.glyphs.push(glyph);
    else parts.push({ home: homes[i], glyphs: [glyph] });
  });
  const seams = parts.slice(1).map((part, i) => seamOf(parts[i]?.glyphs.at(-1), part.glyphs[0]));
  const textOf = (glyphs: readonly Glyph[]): string => glyphs.map((glyph) => glyph.text).join('');
  const numeric = NUMERIC.test(textOf(word));
  const partsAreWhole = parts.every((part) => AMOUNT.test(textOf(part.glyphs)));
  // A seam shows as a gap or as a new drawing operation that doesn't cut through a character.
  const apart = seams.every(
    (seam) =>
      seam.gap > 0.06 || (seam.newRun && !word.every((g, i) => i === 0 || g.run !== word[i - 1]?.run)),
  );
  if (numeric ? partsAreWhole && apart : apart) return undefined;
  const largest = parts.reduce((best, part) => (part.glyphs.length > best.glyphs.length ? part : best));
  if (!numeric && largest.glyphs.length < 0.6 * word.length) return undefined;
  return largest.home;
}

function seamOf(before: Glyph | undefined, after: Glyph | undefined): { gap: number; newRun: boolean } {
  if (!before || !after) return { gap: 1, newRun: true };
  return { gap: (after.x0 - before.x1) / after.size, newRun: before.run !== after.run };
}

/** Index of the interval that holds a position; -1 outside. */
export function indexOf(edges: readonly number[], position: number): number {
  let low = 0;
  let high = edges.length - 1;
  if (position < (edges[0] ?? 0) || position > (edges[high] ?? 0)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (position < (edges[middle] ?? 0)) high = middle;
    else low = middle;
  }
  return low;
}

export function isInside(box: Box, grid: Grid): boolean {
  const x = centreX(box);
  const y = centreY(box);
  return (
    x >= (grid.xs[0] ?? 0) &&
    x <= (grid.xs.at(-1) ?? 0) &&
    y >= (grid.ys[0] ?? 0) &&
    y <= (grid.ys.at(-1) ?? 0)
  );
}
