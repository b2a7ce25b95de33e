import type { DrawnGlyph, Drawn } from './content.ts';
import type { Box, Glyph, PageContent, Rule } from '../layout/geometry.ts';

type Turn = 0 | 1 | 2 | 3;

export interface PdfPage extends PageContent {
  /** Characters without a Unicode value (U+FFFD, private use, a font without a map). */
  unmapped: number;
  /** Pictures drawn on the page: a page with pictures and no glyphs is a scan. */
  pictures: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Locator (docs/data.md) of a place in a PDF: `p3@x0,y0,x1,y1`, points on the displayed page. */
function locatorOf(page: number, box: Box): string {
  return `p${page}@${round(box.x0)},${round(box.y0)},${round(box.x1)},${round(box.y1)}`;
}

/** Maps a box of the displayed page to the page turned so that its text reads from left to right. */
function turnBox(box: Box, turn: Turn, width: number, height: number): Box {
  switch (turn) {
    case 0:
      return box;
    case 1:
      return { x0: box.y0, y0: width - box.x1, x1: box.y1, y1: width - box.x0 };
    case 2:
      return { x0: width - box.x1, y0: height - box.y1, x1: width - box.x0, y1: height - box.y0 };
    case 3:
      return { x0: height - box.y1, y0: box.x0, x1: height - box.y0, y1: box.x1 };
  }
}

function ruleBox(rule: Rule): Box {
  return rule.horizontal
    ? { x0: rule.from, y0: rule.at, x1: rule.to, y1: rule.at }
    : { x0: rule.at, y0: rule.from, x1: rule.at, y1: rule.to };
}

function boxRule(box: Box): Rule {
  const horizontal = box.x1 - box.x0 >= box.y1 - box.y0;
  return horizontal
    ? { horizontal, at: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1 }
    : { horizontal, at: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1 };
}

/** Share of the em below the baseline in a glyph's box (content.ts). */
const DESCENT = 0.14;

/**
 * The page turned to its reading direction: a sheet whose text runs upwards (a wide table on an upright page) is
 * laid down. Slanted characters are watermarks and left out. Locators name places on the
 * displayed page.
 */
export function uprightPage(drawn: Drawn, page: number, unmapped: (glyph: DrawnGlyph) => boolean): PdfPage {
  const counts = [0, 0, 0, 0];
  for (const glyph of drawn.glyphs) {
    if (glyph.turn !== null && glyph.text.trim() !== '') counts[glyph.turn] = (counts[glyph.turn] ?? 0) + 1;
  }
  const turn = counts.indexOf(Math.max(...counts)) as Turn;
  const { width, height } = drawn;
  const back = ((4 - turn) % 4) as Turn;
  const [turnedWidth, turnedHeight] = turn % 2 === 1 ? [height, width] : [width, height];
  let count = 0;
  const glyphs: Glyph[] = [];
  for (const glyph of drawn.glyphs) {
    if (glyph.turn === null) continue;
    const isUnmapped = unmapped(glyph);
    if (isUnmapped) count++;
    const box = turnBox(glyph, turn, width, height);
    glyphs.push({
      ...box,
      text: isUnmapped ? '\ufffd' : glyph.text,
      // The baseline of a character that stands crosswise means nothing here; its box's foot does.
      baseline: glyph.turn === turn ? box.y1 - DESCENT * glyph.size : box.y1,
      size: glyph.size,
      run: glyph.run,
    });
  }
  return {
    page,
    width: turnedWidth,
    height: turnedHeight,
    glyphs,
    rules:
      turn === 0
        ? drawn.rules
        : drawn.rules.map((rule) => boxRule(turnBox(ruleBox(rule), turn, width, height))),
    locate: (box) => locatorOf(page, turnBox(box, back, turnedWidth, turnedHeight)),
    unmapped: count,
    pictures: drawn.pictures,
  };
}
