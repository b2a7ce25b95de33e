import type { Lang } from '$lib/core/model/localised';
import { METRICS } from '$lib/data/metrics/index';
import type { MetricId } from '$lib/data/metrics/types';
import { encodeLink } from '$lib/view/link/index';
import { defaultState } from '$lib/view/state';
import type { MetricView } from './request';

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
    query: encodeLink({ ...state, release }),
  };
}
