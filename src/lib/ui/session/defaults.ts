import type { Answers } from '$lib/data/answers';
import type { MetricId } from '$lib/data/metrics/types';
import { METRICS } from '$lib/data/metrics/index';
import type { Lang } from '$lib/core/model/localised';
import { compare } from '$lib/view/comparison/index';
import { comparisonInput } from '$lib/view/comparison/input';
import type { Comparison } from '$lib/view/comparison/types';
import { defaultState } from '$lib/view/state';

/** A comparison as it is before anybody changes it. */
export function compareDefault(answers: Answers, metric: MetricId, lang: Lang): Comparison {
  return compare(defaultState(metric), comparisonInput(answers, METRICS[metric]), lang);
}
