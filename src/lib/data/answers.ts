import type { DocumentFacts, MetricId, MetricRow } from './metrics/types.ts';
import type { CheckStatus } from '../core/model/extract.ts';
import type { RowOf } from './arrow/tables.ts';

/** An agency of the data set: one line of datasets/agencies.csv. */
export interface Agency extends Omit<RowOf<'agencies'>, 'position'> {
  /** A reader's own document's, known on this machine only. */
  local?: true;
}
export type AgencyLevel = RowOf<'agencies'>['level'];

type Published = Pick<RowOf<'documents'>, 'title' | 'agency' | 'format' | 'source_name' | 'sha256' | 'bytes'>;

/** A document with what the caveats need to know about it and where it comes from. */
export interface AnsweredDocument extends DocumentFacts, Published {
  /** How many facts, and how its checks came out. */
  fact_count: number;
  checks: Record<CheckStatus, number>;
  /** A reader's own, not published with the data set. */
  local?: true;
}

/** All that a prerendered page needs: every answer to every metric, without the engine. */
export interface Answers {
  release: string;
  agencies: Agency[];
  documents: AnsweredDocument[];
  rows: Record<MetricId, MetricRow[]>;
}
