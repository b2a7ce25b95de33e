import type { DrawnGlyph } from './glyphs.ts';

/** A faint text drawn this often on one page is a watermark, */
const FEWEST = 3;
/** and so is one this much larger than the page's text. */
const LARGER = 1.8;

/** The characters of a page without upright watermarks: faint text that is repeated over the page, or much larger than the rest. */
export function withoutWatermarks(glyphs: readonly DrawnGlyph[]): readonly DrawnGlyph[] {
  if (!glyphs.some((glyph) => glyph.faint)) return glyphs;
  const solid = glyphs.filter((glyph) => !glyph.faint).map((glyph) => glyph.size);
  if (solid.length === 0) return glyphs;
  const usual = solid.sort((a, b) => a - b)[Math.floor(solid.length / 2)] ?? 0;
  const texts = new Map<number, string>();
  for (const glyph of glyphs) {
    if (glyph.faint) texts.set(glyph.object, (texts.get(glyph.object) ?? '') + glyph.text.trim());
  }
  const counts = new Map<string, number>();
  for (const text of texts.values()) counts.set(text, (counts.get(text) ?? 0) + 1);
  return glyphs.filter((glyph) => {
    const text = glyph.faint ? (texts.get(glyph.object) ?? '') : '';
    if (text === '' || /\d/.test(text)) return true;
    return (counts.get(text) ?? 0) < FEWEST && glyph.size < LARGER * usual;
  });
}
