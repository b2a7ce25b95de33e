import type { Lang } from '../../core/model/localised.ts';
import { METRICS } from '../../data/metrics/index.ts';
import type { MetricId, MetricUnit } from '../../data/metrics/types.ts';
import { comparisonLink } from '../link/pages/comparison.ts';
import { defaultState } from '../state.ts';
import type { Comparison } from '../comparison/types.ts';

/** A view of a metric as far as the proofs of its figures need it. */
export interface MetricView {
  metric: MetricId;
  title: string;
  unit: MetricUnit;
  variant: string;
  denominator: string;
  /** Query string that names this view and its release. */
  query: string;
}

export function metricView({ state, title, unit }: Comparison, query: string): MetricView {
  const { metric, variant, denominator } = state;
  return { metric, title, unit, variant, denominator, query };
}

/** A metric as nobody has changed it, for figures of it that stand outside a comparison. */
export function defaultView(metric: MetricId, release: string, lang: Lang): MetricView {
  const state = defaultState(metric);
  const { name, unit } = METRICS[metric];
  return {
    metric,
    variant: state.variant,
    denominator: state.denominator,
    unit,
    title: name[lang],
    query: comparisonLink.encode({ ...state, release }),
  };
}
