import type { Decimal } from '../../../core/money/index.ts';
import type { Agency } from '../../../data/answers.ts';
import type { MetricRow, MetricVariant } from '../../../data/metrics/types.ts';
import type { Figures } from '../figures.ts';
import type { Picked } from '../selection.ts';
import type { AbsentEntry, Series } from '../types.ts';

/** One agency's counts by category and its coverage shares. */
export interface MatrixEntry {
  agency: Agency;
  year: number;
  counts: { item: MetricVariant; row: MetricRow | null }[];
  shares: { variant: MetricVariant; picked: Picked }[];
  total: Decimal;
  series: Series;
}

export interface Matrix {
  entries: MatrixEntry[];
  absent: AbsentEntry[];
  items: MetricVariant[];
  shares: MetricVariant[];
  counts: Figures;
  percents: Figures;
  /** Whether cells say no more than that something is there or isn't. */
  binary: boolean;
}
