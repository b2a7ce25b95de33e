const WIDE_CHARACTER = /[\u1100-\u11ff\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60“”‘’…—→■※]/;
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

/** What a line may be broken into: a Han character with the marks that belong to it, or a word. */
const TOKEN =
  /[“（《「『]*[\u2e80-\u9fff\uff00-\uffef“（《、，。][，。、：；！？）」』》”]*|[^\s\u2e80-\u9fff\uff00-\uffef“”（）《》、，。]+[，。、：；！？）」』》”]*|\s+|./gu;

/** Marks that must not begin a line. */
const CLOSING = /^[，。、：；！？）」』》”]/;

/** Lines no wider than `width`: Han text breaks anywhere but inside brackets' edges, other text between words. Nothing is cut. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const token of text.match(TOKEN) ?? []) {
    const joins = line === '' || CLOSING.test(token) || token.trim() === '';
    if (joins || textWidth((line + token).trimEnd(), size) <= width) line += token;
    else {
      lines.push(line.trimEnd());
      line = token.trimStart();
    }
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  if (lines.length !== 2) return lines;
  return atPlaceName(text, width, size) ?? evenly(lines, text, width, size);
}

/** Two lines of like length where the second would be a single character. */
function evenly(lines: string[], text: string, width: number, size: number): string[] {
  if ([...(lines[1] ?? '')].length > 1 || !WIDE_CHARACTER.test(lines[1] ?? '')) return lines;
  const half = Math.ceil([...text].length / 2) * size;
  const even = half < width ? wrapText(text, half, size) : lines;
  return even.length === 2 ? even : lines;
}

/** 汉中市 / 医疗保障局: a name in two lines is broken behind its place where both halves fit. */
function atPlaceName(text: string, width: number, size: number): string[] | null {
  const [, place = '', body = ''] =
    /^([\u4e00-\u9fff]{1,10}?[省市县区州盟旗])([\u4e00-\u9fff]{2,})$/.exec(text) ?? [];
  const fits = place.length > 1 && textWidth(place, size) <= width && textWidth(body, size) <= width;
  return fits ? [place, body] : null;
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
