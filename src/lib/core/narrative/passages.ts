import type { SourceParagraph } from '../model/index.ts';
import { normaliseText } from '../text/index.ts';

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

const ENUMERATOR =
  /^(第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\(\d{1,2}\)|\d{1,2}[、.)](?!\d)|[①-⑳]|[-•●▪](?=[^\d]))/;
const DEPTHS: readonly RegExp[] = [
  /^第[一二三四五六七八九十]+部分/,
  /^[一二三四五六七八九十]{1,3}、/,
  /^\([一二三四五六七八九十]{1,3}\)/,
  /^\d{1,2}[、.](?!\d)/,
  /^(\(\d{1,2}\)|\d{1,2}\)|[①-⑳])/,
];
const ENDED = /[。;:!?]$/;
const PAGE_NUMBER = /^[-–]*\d{1,3}[-–]*$/;
const LONGEST_HEADING = 46;
/** A line that stands on this many pages is a running head. */
const RUNNING_HEAD = 3;

interface Piece {
  paragraph: SourceParagraph;
  text: string;
  /** Index into the paragraph's text of each character of `text`. */
  origin: number[];
}

/** Paragraphs in reading order -> passages, each under its headings. */
export function joinPassages(paragraphs: readonly SourceParagraph[]): Passage[] {
  const pieces = withoutRunningHeads(paragraphs.flatMap(compactPieces));
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
    if (previous && (ENDED.test(previous.text) || ENUMERATOR.test(piece.text))) close();
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
  const depth = DEPTHS.findIndex((pattern) => pattern.test(text));
  if (depth >= 0) return /[,:]/.test(text.slice(0, -1)) && depth > 1 ? null : depth;
  return marked === null ? null : Math.min(marked, DEPTHS.length - 1);
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
  if (!next || edge === null || page === null || ENUMERATOR.test(next.text) || ENDED.test(piece.text))
    return false;
  return (
    DEPTHS.slice(3).some((pattern) => pattern.test(piece.text)) && edge >= (margins.get(page) ?? 0) - RAGGED
  );
}

function continuesHeading(heading: string, text: string): boolean {
  return heading.length >= 15 && text.length <= 16 && !ENUMERATOR.test(text) && !/[\d,。;:]/.test(text);
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
  return piece.text === '' || PAGE_NUMBER.test(piece.text) ? [] : [piece];
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

function withoutRunningHeads(pieces: readonly Piece[]): Piece[] {
  const pages = new Map<string, Set<number>>();
  for (const piece of pieces) {
    if (piece.paragraph.page === null || piece.text.length > LONGEST_HEADING) continue;
    if (/[。;:,]|\d(\.\d+)?(万?元|%)/.test(piece.text)) continue;
    const seen = pages.get(piece.text) ?? new Set();
    seen.add(piece.paragraph.page);
    pages.set(piece.text, seen);
  }
  return pieces.filter((piece) => (pages.get(piece.text)?.size ?? 0) < RUNNING_HEAD);
}
