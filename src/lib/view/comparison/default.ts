import type { Answers } from '../../data/answers.ts';
import type { MetricId } from '../../data/metrics/types.ts';
import { METRICS } from '../../data/metrics/index.ts';
import type { Lang } from '../../core/model/localised.ts';
import { compare } from './index.ts';
import { comparisonInput } from './input.ts';
import type { Comparison } from './types.ts';
import { defaultState } from '../state.ts';

/** A comparison as it is before anybody changes it. */
export function compareDefault(answers: Answers, metric: MetricId, lang: Lang): Comparison {
  return compare(defaultState(metric), comparisonInput(answers, METRICS[metric]), lang);
}
