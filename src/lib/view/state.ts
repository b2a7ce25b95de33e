import type { MetricId } from '../data/metrics/types.ts';

export const DISPLAY_UNITS = ['yuan', 'wan', 'yi'] as const;
export const SORTS = ['value-desc', 'value-asc', 'name'] as const;
export const DISPLAYS = ['chart', 'table'] as const;

/** Everything that a link carries about one comparison. Absent optional values mean the comparison's default. */
export interface ViewState {
  metric: MetricId;
  /** Agency ids in the reader's order; empty means all that are in the peer group. */
  agencies: string[];
  variant: string;
  denominator: string;
  /** Fiscal year, or null for each agency's own latest. */
  year: number | null;
  unit: (typeof DISPLAY_UNITS)[number];
  sort: (typeof SORTS)[number];
  display: (typeof DISPLAYS)[number];
  /** Headcounts typed in by the reader, by agency id. */
  headcounts: Record<string, number>;
  /** Release that the link names, or null. */
  release: string | null;
}
