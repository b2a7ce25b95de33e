import type { Agency, AnsweredDocument, Answers } from '../../data/answers.ts';
import type { MetricRecord, MetricRow } from '../../data/metrics/types.ts';

/** A metric record without its SQL: all that a comparison needs of it. */
export type ComparedMetric = Omit<MetricRecord, 'sql'>;

/** What one comparison is made from: every answer row to one metric, whatever the state selects of them. */
export interface ComparisonInput {
  metric: ComparedMetric;
  release: string;
  /** All of the data set, in its order: colours hang on it. */
  agencies: readonly Agency[];
  documents: readonly AnsweredDocument[];
  rows: readonly MetricRow[];
}

export function comparisonInput(answers: Answers, metric: ComparedMetric): ComparisonInput {
  const { release, agencies, documents, rows } = answers;
  return { metric, release, agencies, documents, rows: rows[metric.id] };
}
