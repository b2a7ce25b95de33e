import { SEARCH_KINDS } from './types.ts';
import type { SearchEntry, SearchKind } from './types.ts';

export interface SearchGroup {
  kind: SearchKind;
  hits: SearchEntry[];
  /** Hits that are not shown. */
  more: number;
}

/** An entry with what every search looks at, worked out once. */
export interface SearchRow {
  entry: SearchEntry;
  zh: string;
  en: string;
  where: string;
  syllables: readonly string[];
}

const SHOWN = 6;

export function searchRows(entries: readonly SearchEntry[]): SearchRow[] {
  return entries.map((entry) => ({
    entry,
    zh: plain(entry.zh),
    en: plain(entry.en),
    where: plain(`${entry.where.zh} ${entry.where.en}`),
    syllables: entry.pinyin.split(' '),
  }));
}

/** A region's name in the middle of an agency's outweighs a target that begins with it. */
const AGENCY_FIRST = 25;

/**
 * Entries that every word of the question fits, best first, in groups, the group with the best hit first. A word
 * fits by Chinese or English substring, by code, by where the thing belongs, or by pinyin: whole, initials or mixed.
 */
export function search(rows: readonly SearchRow[], question: string): SearchGroup[] {
  const words = plain(question)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const found = new Map<SearchKind, { entry: SearchEntry; score: number }[]>();
  for (const row of rows) {
    const score = scoreOf(row, words);
    if (score <= 0) continue;
    const { kind } = row.entry;
    const group = found.get(kind);
    if (group) group.push({ entry: row.entry, score });
    else found.set(kind, [{ entry: row.entry, score }]);
  }
  return [...found]
    .map(([kind, hits]) => {
      hits.sort((a, b) => b.score - a.score);
      return {
        kind,
        hits: hits.slice(0, SHOWN).map(({ entry }) => entry),
        more: Math.max(0, hits.length - SHOWN),
        best: (hits[0]?.score ?? 0) + (kind === 'agency' ? AGENCY_FIRST : 0),
      };
    })
    .sort((a, b) => b.best - a.best || SEARCH_KINDS.indexOf(a.kind) - SEARCH_KINDS.indexOf(b.kind))
    .map(({ kind, hits, more }) => ({ kind, hits, more }));
}

/** Zero where a word doesn't fit; else the higher, the closer the name is to the words. */
function scoreOf(row: SearchRow, words: readonly string[]): number {
  let score = 0;
  let named = false;
  for (const word of words) {
    const own = Math.max(
      nameScore(row, word),
      row.entry.kind === 'agency' ? textScore(row.where, word, 5) : 0,
    );
    const best = Math.max(own, row.where.includes(word) ? 10 : 0);
    if (best === 0) return 0;
    named ||= own > 0;
    score += best;
  }
  // Where it belongs alone finds nothing: else an agency's name would list all its targets.
  if (!named) return 0;
  return score / words.length - Math.min(row.zh.length, 40) / 10;
}

function nameScore({ entry, zh, en, syllables }: SearchRow, word: string): number {
  return Math.max(
    entry.code !== '' && entry.code.startsWith(word) ? (entry.code === word ? 100 : 70) : 0,
    textScore(zh, word, 0),
    textScore(en, word, 5),
    /^[a-z0-9']+$/.test(word) ? pinyinScore(syllables, word.replaceAll("'", '')) : 0,
  );
}

function textScore(text: string, word: string, less: number): number {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  if (text.length === word.length) return 100 - less;
  if (at === 0) return 85 - less;
  const begins = !/[a-z]/.test(word) || /[^a-z]/.test(text.charAt(at - 1));
  return (begins ? 65 : 20) - less - Math.min(at, 20) / 4;
}

function pinyinScore(syllables: readonly string[], word: string): number {
  for (let start = 0; start < syllables.length; start += 1) {
    const letters = spelled(syllables, start, word);
    if (letters === 0) continue;
    // A single letter fits half of all names: it only counts at the beginning.
    if (word.length === 1 && start > 0) return 0;
    return (start === 0 ? 75 : 55) - Math.min(start, 20) / 2 + Math.min(letters - 1, 4);
  }
  return 0;
}

/** How many letters a syllable gave on average where the word spells syllables from `start` on; 0 where it doesn't. */
function spelled(syllables: readonly string[], start: number, word: string): number {
  const used = take(syllables, start, word);
  return used === 0 ? 0 : word.length / used;
}

/** Number of syllables that the word spells, each by its whole, its first letter or, the last one, any beginning. */
function take(syllables: readonly string[], at: number, word: string): number {
  if (word === '') return 0;
  const syllable = syllables[at];
  if (syllable === undefined || syllable === '' || syllable[0] !== word[0]) return 0;
  if (syllable.startsWith(word)) return 1;
  for (const length of syllable.length > 1 ? [syllable.length, 1] : [1]) {
    if (!word.startsWith(syllable.slice(0, length))) continue;
    const rest = take(syllables, at + 1, word.slice(length));
    if (rest > 0) return rest + 1;
  }
  return 0;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
