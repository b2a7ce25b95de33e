import { METRICS } from '../data/metrics/types.ts';
import type { MetricId } from '../data/metrics/types.ts';

export const DISPLAY_UNITS = ['yuan', 'wan', 'yi'] as const;
export const SORTS = ['value-desc', 'value-asc', 'name'] as const;
export const DISPLAYS = ['chart', 'table'] as const;

/** How a comparison can be drawn; which of them fit what is selected, comparison/forms.ts says. */
export const CHART_FORMS = [
  'ranked-bars',
  'dots',
  'slope',
  'year-panels',
  'stacked',
  'item-panels',
  'matrix',
] as const;

export type ChartForm = (typeof CHART_FORMS)[number];
export type DisplayUnit = (typeof DISPLAY_UNITS)[number];
export type Sort = (typeof SORTS)[number];

/** Peer group that stands for every agency of the data set. */
export const ALL_PEERS = 'all';

/** Everything that a link carries about one comparison. Each field has a parameter in link/pages/comparison.ts. */
export interface ViewState {
  metric: MetricId;
  /** Agency ids in the reader's order; empty means all that are in the peer group. */
  agencies: string[];
  /** Peer group id, `all`, or null for the data set's largest group. */
  peers: string | null;
  variant: string;
  denominator: string;
  /** Parts of the metric to show: three-public items, classes; empty means the metric's whole. */
  items: string[];
  /** Fiscal year, or null for each agency's own latest. */
  year: number | null;
  /** Earlier year that a trend starts from, or null for the earliest that the data set has. */
  compareYear: number | null;
  /** Chart form, or null for the one that suits best; one that doesn't fit what is selected counts as null. */
  form: ChartForm | null;
  unit: DisplayUnit;
  sort: Sort;
  display: (typeof DISPLAYS)[number];
  /** Headcounts typed in by the reader, by agency id. */
  headcounts: Record<string, number>;
  /** What the proof panel shows, or null where it is closed. */
  proof: string | null;
  /** The local documents that a link depends on, each by file and figures (data/local/id.ts). */
  own: string[];
  /** Release that the link names, or null. */
  release: string | null;
}

/** The state of a comparison that nobody has changed; what equals it stays out of links. */
export function defaultState(metric: MetricId): ViewState {
  return {
    metric,
    agencies: [],
    peers: null,
    items: [],
    year: null,
    compareYear: null,
    form: null,
    sort: 'value-desc',
    display: 'chart',
    headcounts: {},
    proof: null,
    own: [],
    release: null,
    ...METRICS[metric].defaults,
  };
}
