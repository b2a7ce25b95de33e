import type { MetricDefinition } from './record.ts';
import { REGISTER } from './register.ts';

export type MetricId = (typeof REGISTER)[number]['id'];
export type MetricRecord = MetricDefinition<MetricId>;

/** In the order in which pages list them. */
export const METRIC_IDS: readonly MetricId[] = REGISTER.map(({ id }) => id);

/** Every metric by id. */
export const METRICS = Object.fromEntries(REGISTER.map((metric) => [metric.id, metric])) as Record<
  MetricId,
  MetricRecord
>;
