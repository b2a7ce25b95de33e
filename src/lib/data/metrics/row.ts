/** What a value is counted in; `yuan` and `yuan-per-head` follow the reader's unit, the others don't. */
export type MetricUnit = 'yuan' | 'yuan-per-head' | 'percent' | 'count';

/** Why a row has no value. Each has one explaining sentence in words. */
export const ABSENCE_REASONS = [
  'headcount-not-disclosed',
  'figure-not-disclosed',
  'table-declared-empty',
  'table-missing',
  'no-indicators',
  /** No table lists all projects, so that there is nothing to hold those with targets against. */
  'no-project-list',
  /** Targets are given for projects together, under a name that the list of projects doesn't have. */
  'targets-not-by-project',
  'nothing-to-check',
  'denominator-zero',
] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** How a value came about; `reader` is one with a denominator that the reader typed. */
export const ROW_STATUSES = ['reported', 'zero', 'derived', 'reader', 'absent'] as const;

/** What has to be said about a single figure; each has a sentence in metrics/notes.ts. */
export const ROW_NOTES = [
  /** The figure stands in the prose only. */
  'from-prose',
  /** The table is declared empty, yet the prose gives a figure. */
  'prose-contradicts-empty-table',
  /** Last year's figure worked out from a sentence: this year's and the change, or 与上年持平. */
  'derived-from-change',
  /** A blank cell that leaves nothing over: the parts printed add up to the total. */
  'blank-by-sum',
  /** A declared-empty table counted as zero because the prose says so. */
  'declared-zero',
  /** The parts are printed, the sum isn't: added up here. */
  'summed-from-parts',
  /** A later document prints another figure for the same year. */
  'restated-later',
  /** A later document's figure for an earlier year for which the agency's own document is there too. */
  'restatement',
  /** The headcount's parts are printed, their sum isn't. */
  'headcount-summed',
  /** Operating cost that is not the printed 公用经费 of basic expenditure. */
  'differs-from-public',
  /** Corrected by hand: see datasets/corrections.csv. */
  'corrected',
  /** Part of the projects is not listed line by line: it may be transfers. */
  'projects-unlisted',
] as const;
export type RowNote = (typeof ROW_NOTES)[number];

/** One answer row: one agency, year and item under one variant. Decimals are exact strings. */
export interface MetricRow {
  document_id: string;
  agency_id: string;
  /** Of the document the figure stands in; budgets and final accounts are never mixed. */
  stage: 'budget' | 'final-account';
  /** Of the figure: a 上年 figure has the year before its document's. */
  fiscal_year: number;
  variant: string;
  /** Denominator choice, '' where the metric has none. */
  denominator_kind: string;
  /** Which part of the metric the row is: a three-public item, a function class, a level-2 category; '' for the whole. */
  item: string;
  numerator: string | null;
  /** Half-widths from printed precision, in the same unit as the figure; "0" for counts. */
  numerator_slack: string | null;
  denominator: string | null;
  denominator_slack: string | null;
  /** numerator ÷ denominator (× 100 for percent) to 12 decimals, or the numerator alone, exact. */
  value: string | null;
  low: string | null;
  high: string | null;
  status: (typeof ROW_STATUSES)[number];
  reason: AbsenceReason | null;
  /** How many inputs were absent. */
  absent_inputs: number;
  /**
   * Where the figures stand: fact ids, and `claim:`, `headcount:`, `indicator:` or `table:` with the record's id, which is
   * its locator (numbered `~2`, `~3` where several records share a place).
   */
  numerator_facts: string[];
  denominator_facts: string[];
  /** How many references a page left out of the two lists; answers/<metric>.json has them all. */
  facts_left_out?: number;
  notes: RowNote[];
}
