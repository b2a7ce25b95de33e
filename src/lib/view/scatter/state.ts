import { METRICS, METRIC_IDS } from '../../data/metrics/types.ts';
import type { MetricId } from '../../data/metrics/types.ts';

/** Two metrics against each other over a peer group. */
export interface ScatterState {
  x: MetricId;
  xVariant: string;
  y: MetricId;
  yVariant: string;
  /** Peer group id, `all`, or null for the data set's largest group. */
  peers: string | null;
  release: string | null;
  /** Local documents that the view shows, as links name them. */
  own: string[];
}

/** Metrics that give an agency one value; structures have many. */
export const SCATTER_METRICS = METRIC_IDS.filter((id) => METRICS[id].pairs.length > 0);

export function firstVariant(metric: MetricId): string {
  return METRICS[metric].pairs[0] ?? METRICS[metric].defaults.variant;
}

export const DEFAULT_SCATTER: ScatterState = {
  x: 'operating-cost',
  xVariant: firstVariant('operating-cost'),
  y: 'three-public',
  yVariant: firstVariant('three-public'),
  peers: null,
  release: null,
  own: [],
};
