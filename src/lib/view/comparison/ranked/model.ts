import type { Lang } from '../../../core/model/localised.ts';
import type { Agency } from '../../../data/answers.ts';
import type { MetricRow } from '../../../data/metrics/types.ts';
import type { Figures } from '../figures.ts';
import { agencyName } from '../marks.ts';
import type { Measured } from '../ranks.ts';
import type { AbsentEntry, Series } from '../types.ts';

/** One agency with its value. Ranks and median leave out values that rest on the reader's headcount. */
export interface RankedEntry {
  agency: Agency;
  row: MetricRow;
  measured: Measured;
  series: Series;
}

export interface Ranked {
  entries: RankedEntry[];
  absent: AbsentEntry[];
  /** Of the published values, with its interval. */
  median: Measured | null;
  figures: Figures;
}

export function entryNames(entries: readonly RankedEntry[], lang: Lang): string[] {
  return entries.map((entry) => agencyName(entry.agency, lang));
}
