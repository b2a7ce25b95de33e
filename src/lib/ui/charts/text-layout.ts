const WIDE_CHARACTER = /[\u1100-\u11ff\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60“”‘’…—]/;
const NARROW_CHARACTER = /[iljtf.,:;'|!()[\] ]/;
const UPPER_CASE = /[A-Z%@&mwMW]/;

/** About how wide a line of text is in a sans-serif of this size; on the safe side, as no font is at hand. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    if (WIDE_CHARACTER.test(character)) ems += 1;
    else if (NARROW_CHARACTER.test(character)) ems += 0.32;
    else if (UPPER_CASE.test(character)) ems += 0.78;
    else ems += 0.58;
  }
  return ems * size;
}

/** Characters that must not begin a line. */
const CLOSING = /^[，。、：；！？）」』》”’,.:;!?)%\]]/;

/** Lines no wider than `width`: Han text breaks anywhere but before closing marks, other text between words. Nothing is cut. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const token of text.match(
    /[\u2e80-\u9fff\uff00-\uffef“”（）《》、，。]|[^\s\u2e80-\u9fff\uff00-\uffef“”（）《》、，。]+|\s+/gu,
  ) ?? []) {
    const fits = textWidth((line + token).trimEnd(), size) <= width;
    if (fits || line === '' || CLOSING.test(token)) line += token;
    else {
      lines.push(line.trimEnd());
      line = token.trimStart();
    }
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return balanced(lines, text, width, size);
}

/** Two Han lines of nearly equal length read better than a full one and a single character. */
function balanced(lines: string[], text: string, width: number, size: number): string[] {
  const last = lines.at(-1) ?? '';
  if (lines.length < 2 || [...last].length > 1 || !WIDE_CHARACTER.test(last)) return lines;
  const even = Math.ceil([...text].length / lines.length) * size;
  return even < width ? wrapText(text, even, size) : lines;
}

/** Moves labels apart so that each has `gap` from the one above, within top and bottom, changing their order nowhere. */
export function dodge(
  centres: readonly number[],
  heights: readonly number[],
  top: number,
  bottom: number,
): number[] {
  const order = centres.map((_, index) => index).sort((a, b) => (centres[a] ?? 0) - (centres[b] ?? 0));
  const placed = [...centres];
  let edge = top;
  for (const index of order) {
    const half = (heights[index] ?? 0) / 2;
    placed[index] = Math.max(centres[index] ?? 0, edge + half);
    edge = (placed[index] ?? 0) + half;
  }
  edge = Math.max(bottom, top + heights.reduce((sum, height) => sum + height, 0));
  for (const index of order.reverse()) {
    const half = (heights[index] ?? 0) / 2;
    placed[index] = Math.min(placed[index] ?? 0, edge - half);
    edge = (placed[index] ?? 0) - half;
  }
  return placed;
}
