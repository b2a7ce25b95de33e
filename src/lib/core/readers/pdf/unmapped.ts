import type { DrawnGlyph } from './content.ts';

// eslint-disable-next-line no-control-regex -- control codes are what is looked for
const PRIVATE = /[\ue000-\uf8ff\ufffd\ufffe\uffff\u{f0000}-\u{10ffff}]|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/u;
/** What a Chinese or English document is written in; bullets and box drawing included. */
const PLAUSIBLE =
  /[\t\n\r\x20-\x7e\u00a0-\u00ff\u0370-\u03ff\u2000-\u22ff\u2460-\u27bf\u2e80-\u30ff\u3200-\u33ff\u4e00-\u9fff\uf900-\ufaff\ufe10-\ufe6f\uff00-\uffef]/;
/** Fonts with fewer characters are judged one by one only. */
const ENOUGH = 12;

/** Symbol fonts put bullets into the private area; those lose nothing. */
const BULLET_FONTS_ONLY = 3;

/**
 * Decides for one page which characters carry no Unicode: private use and control codes, and all of a font whose
 * codes were taken for characters although they are only glyph numbers (no map in the file). The latter shows in
 * codes equal to the characters and letters of scripts that no Chinese document is written in.
 */
export function findUnmapped(glyphs: readonly DrawnGlyph[]): (glyph: DrawnGlyph) => boolean {
  const fonts = new Map<string, { total: number; identical: number; odd: number; priv: number }>();
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue;
    const font = fonts.get(glyph.font) ?? { total: 0, identical: 0, odd: 0, priv: 0 };
    font.total++;
    if (glyph.code !== null && glyph.text === String.fromCharCode(glyph.code)) font.identical++;
    if (!PLAUSIBLE.test(glyph.text)) font.odd++;
    if (PRIVATE.test(glyph.text)) font.priv++;
    fonts.set(glyph.font, font);
  }
  const lost = new Set<string>();
  const bullets = new Set<string>();
  for (const [name, { total, identical, odd, priv }] of fonts) {
    if (total >= ENOUGH && identical > 0.9 * total && odd > 0.2 * total) lost.add(name);
    if (priv <= BULLET_FONTS_ONLY && priv === total) bullets.add(name);
  }
  return (glyph) =>
    glyph.text.trim() !== '' &&
    !bullets.has(glyph.font) &&
    (lost.has(glyph.font) || PRIVATE.test(glyph.text));
}
