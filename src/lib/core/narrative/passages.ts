import type { SourceParagraph } from '../model/index.ts';
import { isPageNumber, withoutRunningHeads } from '../recognition/furniture.ts';
import { enumeration, normaliseText, type Mark } from '../text/index.ts';

/**
 * A run of prose without layout spaces: paragraphs that go on in the next line, page or block are joined.
 * Every position leads back to the paragraph in which it was printed.
 */
export interface Passage {
  text: string;
  /** Headings above, outermost first, compact. */
  headings: string[];
  paragraphAt(offset: number): SourceParagraph;
  /** The characters as printed, without line breaks. */
  raw(start: number, end: number): string;
}

/** How deep a line stands that opens with a mark. */
const DEPTHS: Partial<Record<Mark, number>> = {
  part: 0,
  chinese: 1,
  'chinese-bracket': 2,
  arabic: 3,
  'arabic-bracket': 4,
  circled: 4,
};
const DEEPEST = 4;
const ENDED = /[。;:!?]$/;
const LONGEST_HEADING = 46;

interface Piece {
  paragraph: SourceParagraph;
  text: string;
  /** Index into the paragraph's text of each character of `text`. */
  origin: number[];
}

/** Paragraphs in reading order -> passages, each under its headings. */
export function joinPassages(paragraphs: readonly SourceParagraph[]): Passage[] {
  const pieces = withoutRunningHeads(paragraphs.flatMap(compactPieces), ({ text, paragraph }) => ({
    text,
    page: paragraph.page,
  }));
  const passages: Passage[] = [];
  const headings: { depth: number; text: string }[] = [];
  let open: Piece[] = [];
  const close = () => {
    if (open.length > 0)
      passages.push(
        passageOf(
          open,
          headings.map((heading) => heading.text),
        ),
      );
    open = [];
  };
  let lastWasHeading = false;
  const margins = rightMargins(pieces);
  for (const [index, piece] of pieces.entries()) {
    const depth = wraps(piece, pieces[index + 1], margins) ? null : headingDepth(piece);
    if (depth !== null) {
      close();
      while ((headings.at(-1)?.depth ?? -1) >= depth) headings.pop();
      headings.push({ depth, text: piece.text });
      lastWasHeading = true;
      continue;
    }
    const heading = headings.at(-1);
    if (lastWasHeading && heading && continuesHeading(heading.text, piece.text)) {
      heading.text += piece.text;
      continue;
    }
    lastWasHeading = false;
    const previous = open.at(-1);
    if (previous && (ENDED.test(previous.text) || enumeration(piece.text) !== null)) close();
    open.push(piece);
  }
  close();
  return passages;
}

function headingDepth(piece: Piece): number | null {
  const text = piece.text;
  if (text.length > LONGEST_HEADING || /[。;]$/.test(text) || /\d(\.\d+)?(万?元|%|人|名|辆|台)/.test(text))
    return null;
  const marked = piece.paragraph.heading;
  const depth = markDepth(text);
  if (depth !== null) return /[,:]/.test(text.slice(0, -1)) && depth > 1 ? null : depth;
  return marked === null ? null : Math.min(marked, DEEPEST);
}

/** The depth of a line by its mark; null without one. 3） stands below 3. */
function markDepth(text: string): number | null {
  const found = enumeration(text);
  if (!found) return null;
  return found.text.endsWith(')') && found.mark === 'arabic' ? DEEPEST : (DEPTHS[found.mark] ?? null);
}

const BOX = /@[\d.]+,[\d.]+,([\d.]+),/;
/** Points by which the last character of a full line may stand off the margin. */
const RAGGED = 14;

function rightEdge(piece: Piece): number | null {
  const edge = BOX.exec(piece.paragraph.locator)?.[1];
  return edge === undefined ? null : Number(edge);
}

function rightMargins(pieces: readonly Piece[]): Map<number, number> {
  const margins = new Map<number, number>();
  for (const piece of pieces) {
    const edge = rightEdge(piece);
    const { page } = piece.paragraph;
    if (edge !== null && page !== null) margins.set(page, Math.max(margins.get(page) ?? 0, edge));
  }
  return margins;
}

/** A numbered line that fills its page's width and goes on in the next one is text, not a heading. */
function wraps(piece: Piece, next: Piece | undefined, margins: ReadonlyMap<number, number>): boolean {
  if (next && /^\([类款项]\)/.test(next.text)) return true;
  const edge = rightEdge(piece);
  const { page } = piece.paragraph;
  if (!next || edge === null || page === null || enumeration(next.text) !== null || ENDED.test(piece.text))
    return false;
  return (markDepth(piece.text) ?? 0) >= 3 && edge >= (margins.get(page) ?? 0) - RAGGED;
}

function continuesHeading(heading: string, text: string): boolean {
  return heading.length >= 15 && text.length <= 16 && enumeration(text) === null && !/[\d,。;:]/.test(text);
}

function passageOf(pieces: readonly Piece[], headings: string[]): Passage {
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    starts.push(text.length);
    text += piece.text;
  }
  const find = (offset: number) => {
    let at = 0;
    while (at + 1 < starts.length && (starts[at + 1] ?? Infinity) <= offset) at++;
    return at;
  };
  return {
    text,
    headings,
    paragraphAt: (offset) => (pieces[find(offset)] ?? pieces[0])?.paragraph ?? NOWHERE,
    raw: (start, end) => {
      let raw = '';
      for (let at = find(start); at < pieces.length && (starts[at] ?? Infinity) < end; at++) {
        const piece = pieces[at];
        const base = starts[at] ?? 0;
        if (!piece) break;
        const from = piece.origin[Math.max(0, start - base)];
        const last = piece.origin[Math.min(piece.text.length, end - base) - 1];
        if (from === undefined || last === undefined) continue;
        raw += piece.paragraph.text.slice(from, last + 1);
      }
      return raw.replace(/\s+/g, ' ').trim();
    },
  };
}

const NOWHERE: SourceParagraph = { kind: 'paragraph', text: '', locator: '', page: null, heading: null };

/** A paragraph's printed lines, compact; its own line breaks inside a sentence are layout only. */
function compactPieces(paragraph: SourceParagraph): Piece[] {
  const text = paragraph.text;
  let compact = '';
  const origin: number[] = [];
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at);
    const character = point === undefined ? '' : String.fromCodePoint(point);
    for (const out of compactCharacter(character)) {
      compact += out;
      for (let unit = 0; unit < out.length; unit++) origin.push(at);
    }
    at += Math.max(1, character.length);
  }
  const markup = /^(#{1,6}|\*\*|-(?=[^\d-])|\[bookmark:[^\]]*\])+/.exec(compact)?.[0].length ?? 0;
  const piece: Piece = { paragraph, text: compact.slice(markup), origin: origin.slice(markup) };
  const bold = /\*+$/.exec(piece.text)?.[0].length ?? 0;
  if (bold > 0) {
    piece.text = piece.text.slice(0, -bold);
    piece.origin = piece.origin.slice(0, -bold);
  }
  return piece.text === '' || isPageNumber(piece.text) ? [] : [piece];
}

const characters = new Map<string, string>();

function compactCharacter(character: string): string {
  let compact = characters.get(character);
  if (compact === undefined) {
    compact = normaliseText(character).replaceAll(' ', '');
    if (characters.size < 20_000) characters.set(character, compact);
  }
  return compact;
}
