import { METRIC_IDS, type MetricId, type MetricRow } from '$lib/data/metrics/types';
import type { ComparisonInput } from '$lib/view/comparison/index';
import { linkVocabulary, type LinkVocabulary } from '$lib/view/link/index';

/** What a link to the comparison of this page may name. */
export function vocabularyOf({ metric, agencies, rows }: ComparisonInput): LinkVocabulary {
  const all = Object.fromEntries(
    METRIC_IDS.map((id) => [id, id === metric.id ? [...rows] : []]),
  ) as unknown as Record<MetricId, MetricRow[]>;
  return linkVocabulary({ agencies: [...agencies], rows: all }, metric);
}
