/** What can be found, in the order in which equally good groups stand. */
export const SEARCH_KINDS = [
  'page',
  'agency',
  'metric',
  'function',
  'economic',
  'document',
  'project',
  'statement',
  'indicator',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** One thing that can be found. */
export interface SearchEntry {
  kind: SearchKind;
  zh: string;
  /** Empty where it has only its printed, Chinese name. */
  en: string;
  /** Reading of `zh`, syllables without tones, a blank between; what isn't Han stands as it is. */
  pinyin: string;
  /** Classification code. */
  code: string;
  /** Whose it is, for telling namesakes apart: agency and year. */
  where: { zh: string; en: string };
  /** Path without language prefix. */
  path: string;
}

/** The index as it travels: entries as arrays, places named by number. */
export interface SearchFile {
  release: string;
  places: [zh: string, en: string][];
  entries: [
    kind: number,
    zh: string,
    en: string,
    pinyin: string,
    code: string,
    place: number,
    path: string,
  ][];
}

export function unpackSearch({ places, entries }: SearchFile): SearchEntry[] {
  return entries.map(([kind, zh, en, pinyin, code, place, path]) => ({
    kind: SEARCH_KINDS[kind] ?? 'page',
    zh,
    en,
    pinyin,
    code,
    where: { zh: places[place]?.[0] ?? '', en: places[place]?.[1] ?? '' },
    path,
  }));
}

export function packSearch(entries: readonly SearchEntry[], release: string): SearchFile {
  const places: [string, string][] = [];
  const numbers = new Map<string, number>();
  const placeOf = ({ zh, en }: SearchEntry['where']): number => {
    const key = `${zh}\n${en}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, places.length);
    return places.push([zh, en]) - 1;
  };
  return {
    release,
    entries: entries.map(({ kind, zh, en, pinyin, code, where, path }) => [
      SEARCH_KINDS.indexOf(kind),
      zh,
      en,
      pinyin,
      code,
      placeOf(where),
      path,
    ]),
    places,
  };
}
