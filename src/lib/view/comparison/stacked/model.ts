import type { Decimal } from '../../../core/money/index.ts';
import type { Agency } from '../../../data/answers.ts';
import type { MetricRow, MetricVariant } from '../../../data/metrics/types.ts';
import type { Figures } from '../figures.ts';
import type { AbsentEntry, Series } from '../types.ts';

/** One agency's parts of one year. */
export interface StackedEntry {
  agency: Agency;
  year: number;
  parts: { item: MetricVariant; row: MetricRow | null; absence: AbsentEntry | null }[];
  /** Of the parts that are there. */
  total: Decimal;
  complete: boolean;
  series: Series;
}

export interface Stacked {
  entries: StackedEntry[];
  absent: AbsentEntry[];
  items: MetricVariant[];
  figures: Figures;
}
