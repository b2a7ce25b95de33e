import { rowKey } from '../../data/releases/delta.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import type { AbsentEntry, Comparison, Mark, Series } from '../comparison/types.ts';

/** A figure of the view that another release has otherwise. */
export interface MovedFigure {
  agencyId: string;
  name: string;
  /** Year or item; '' for a single value. */
  what: string;
  /** With its year where the two differ in it; '' where the release has no such figure. */
  then: string;
  now: string;
  /** Releases in which it moved, oldest first. */
  releases: string[];
}

export interface ReleaseDifferences {
  moved: MovedFigure[];
  median: { then: string; now: string } | null;
  /** Agencies of the view that the earlier release doesn't have. */
  joined: string[];
}

interface Entry {
  name: string;
  what: string;
  text: string;
  /** The same in a sentence, where two that differ are written alike. */
  long: string;
  year: number | null;
  row: MetricRow | null;
  exact: string;
}

/**
 * What of a view moved between a release and now: the same state compared over both.
 * @param moves row key → releases in which the row moved, as the release's answers have it
 */
export function releaseDifferences(
  then: Comparison,
  now: Comparison,
  moves: Readonly<Record<string, readonly string[]>>,
  held: readonly { agency_id: string }[],
): ReleaseDifferences {
  const [before, after] = [entriesOf(then), entriesOf(now)];
  const known = new Set(held.map(({ agency_id }) => agency_id));
  const joined = new Set<string>();
  const moved: MovedFigure[] = [];
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    const [agencyId = ''] = key.split('|');
    const shown = is ?? was;
    if (!shown || (was && is && was.exact === is.exact)) continue;
    if (!known.has(agencyId)) {
      joined.add(shown.name);
      continue;
    }
    const withYear = was?.year !== is?.year;
    const alike = was?.text === is?.text;
    const keys = [was, is].flatMap((entry) => (entry?.row ? [rowKey(entry.row)] : []));
    moved.push({
      agencyId,
      name: shown.name,
      what: shown.what,
      then: saidOf(was, alike, withYear, now.lang),
      now: saidOf(is, alike, withYear, now.lang),
      releases: [...new Set(keys.flatMap((id) => moves[id] ?? []))],
    });
  }
  const medians = { then: then.median?.text ?? '', now: now.median?.text ?? '' };
  return {
    moved,
    median: then.median?.value === now.median?.value ? null : medians,
    joined: [...joined],
  };
}

function entriesOf({ series, absent, columns }: Comparison): Map<string, Entry> {
  const label = (key: string): string => columns.find((column) => column.key === key)?.label ?? '';
  const marks = series.flatMap((entry) => entry.marks.map((mark) => markEntry(entry, mark, label(mark.key))));
  const missing = absent.map((entry) => absentEntry(entry, label(entry.key)));
  return new Map([...missing, ...marks]);
}

function markEntry({ agencyId, name }: Series, mark: Mark, what: string): [string, Entry] {
  const { row, text, value, year } = mark;
  const exact = [value, row.low ?? '', row.high ?? '', year].join('|');
  return [`${agencyId}|${mark.key}`, { name, what, text, long: text, year, row, exact }];
}

function absentEntry({ agencyId, name, key, short, text, row }: AbsentEntry, what: string): [string, Entry] {
  return [
    `${agencyId}|${key}`,
    { name, what, text: short, long: text, year: row?.fiscal_year ?? null, row, exact: text },
  ];
}

function saidOf(entry: Entry | undefined, alike: boolean, withYear: boolean, lang: 'zh' | 'en'): string {
  if (!entry) return '';
  const said = alike ? entry.long : entry.text;
  if (!withYear || entry.year === null) return said;
  return lang === 'zh' ? `${said}（${entry.year} 年）` : `${said} (${entry.year})`;
}
