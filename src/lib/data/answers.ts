import type { DocumentFacts, MetricId, MetricRow } from './metrics/types.ts';
import type { CheckStatus, SourceFormat } from '../core/model/extract.ts';

/** An agency of the data set: one line of datasets/agencies.csv. */
export interface Agency {
  agency_id: string;
  /** Name as the newest document prints it. */
  name_zh: string;
  /** Name short enough for an axis. */
  short_zh: string;
  short_en: string;
  region_code: string;
  /** What kind of body it is: medical-security, finance, procuratorate, … */
  body: string;
  /** Level of government. */
  level: AgencyLevel;
  /** Agencies that are compared by default: same kind of body, comparable level. */
  peer_group: string;
  /** A reader's own document's, known on this machine only. */
  local?: true;
}
export const AGENCY_LEVELS = ['central', 'province', 'prefecture', 'county', 'township'] as const;
export type AgencyLevel = (typeof AGENCY_LEVELS)[number];

/** A document with what the caveats need to know about it and where it comes from. */
export interface AnsweredDocument extends DocumentFacts {
  title: string;
  agency: string;
  format: SourceFormat;
  /** Name of the file as published, and its SHA-256. */
  source_name: string;
  sha256: string;
  bytes: number;
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

/** Where one input of a metric stands: a cell of a table, a sentence's figure, or a headcount. */
export interface SourceFigure {
  document_id: string;
  /** As in `numerator_facts`: a fact id, or `claim:`, `headcount:`, `indicator:`, `table:` and the id of the record. */
  ref: string;
  kind: 'fact' | 'claim' | 'headcount' | 'indicator' | 'table';
  table_id: string | null;
  table_number: string | null;
  table_title: string | null;
  code: string | null;
  /** Row label; a claim's subject, a headcount's kind, an indicator's name. */
  label: string;
  column_label: string;
  raw: string;
  unit: string | null;
  /** Amount in yuan, or null where the figure is a count. */
  yuan: string | null;
  quantity: string | null;
  decimals: number | null;
  fiscal_year: number | null;
  status: string;
  locator: string;
  corrected: boolean;
}
