import type { AbsenceReason, MetricRow, MetricUnit } from '../../data/metrics/types.ts';
import type { ChartForm, ViewState } from '../state.ts';
import type { Said } from '../../words/say.ts';

/** What charts, tables and sentences are made of: plain values, one language already chosen, no query results. */
export interface Comparison {
  state: ViewState;
  lang: 'zh' | 'en';
  /** What is compared, with variant, denominator and year said aloud. */
  title: string;
  question: string;
  /** One generated sentence that says what it shows; only what the intervals allow. */
  sentence: string;
  /** More plain statements for readers who want them. */
  statements: string[];
  /** The same with the rows of the figures that they name. */
  segments: { sentence: Said<MetricRow>; statements: Said<MetricRow>[] };
  unit: MetricUnit;
  /** Unit as it stands in a head: 元/人, 万元, %. */
  unitLabel: string;
  form: ChartForm;
  /** What the marks' keys stand for, in order: years of a slope, items of a stack, categories of a matrix; empty for bars. */
  columns: ComparisonColumn[];
  series: Series[];
  absent: AbsentEntry[];
  median: { value: string; number: number; text: string; label: string } | null;
  caveats: ComparisonCaveat[];
  /** Which agencies are marked as unlike the others and why, in one sentence; '' where none is. */
  unlike: string;
  /** Where it comes from: documents, years, release. */
  source: string;
  sources: ComparisonSource[];
  table: ComparisonTable;
}

export interface ComparisonCaveat {
  id: string;
  text: string;
  /** Whether the agencies that it is about are marked in the chart, because others shown differ from them. */
  marked: boolean;
  remedies: Remedy[];
}

/** One click after which a caveat no longer applies and at least two agencies are left to compare. */
export interface Remedy {
  label: string;
  patch: Partial<ViewState>;
  /** The view after the click, as a query string. */
  query: string;
}

export interface ComparisonColumn {
  key: string;
  label: string;
  /** `share` columns of a matrix hold percentages beside counts. */
  kind: 'year' | 'item' | 'count' | 'share';
}

export interface ComparisonSource {
  documentId: string;
  title: string;
  /** Whose document it is, where its title doesn't say so; else ''. */
  issuer: string;
  year: number;
  /** Path of its page without language prefix. */
  href: string;
}

/** One agency, with a mark for each year or item shown. */
export interface Series {
  agencyId: string;
  /** Name short enough for an axis. */
  name: string;
  fullName: string;
  /** What has to stand beside the name: its year where years differ, that the headcount is the reader's; '' for nothing. */
  detail: string;
  /** What makes it unlike the others shown, each in a word or two; empty for nothing. */
  unlike: string[];
  /** Path of its page without language prefix. */
  href: string;
  /** Index into the series colours, or null for grey; the same on every page. */
  colour: 0 | 1 | 2 | 3 | null;
  /** Rank, 1 the highest; agencies whose intervals overlap share it. Null where ranks have no meaning. */
  rank: number | null;
  rankTied: boolean;
  /** Sum of a stack's parts, written out; null where it has no meaning or a part is missing. */
  total: string | null;
  marks: Mark[];
}

export interface Mark {
  /** Year or item on the axis; '' for a single value. */
  key: string;
  label: string;
  /** Fiscal year of the figure. */
  year: number;
  /** In the display unit; the exact decimal, for text. */
  value: string;
  /** For pixels only. */
  number: number;
  low: number;
  high: number;
  /** Value written out, rounded for reading, without the unit. */
  text: string;
  /** As sentences write it, with its unit. */
  said: string;
  status: MetricRow['status'];
  /** What a later document says of the same figure, where it says something else. */
  restatement: { text: string; said: string; number: number; row: MetricRow } | null;
  row: MetricRow;
}

/**
 * Why there is no mark: the row's own reason, or that the document doesn't list the item, that the data set lacks the
 * year or holds the other kind of document only.
 */
export type EntryAbsence = AbsenceReason | 'item-not-listed' | 'year-not-in-data' | 'other-stage-only';

export interface AbsentEntry {
  agencyId: string;
  name: string;
  href: string;
  /** Year or item that is missing; '' where the agency has no mark at all. */
  key: string;
  reason: EntryAbsence;
  /** Two to six characters for a label: 未披露, 空表. */
  short: string;
  /** The sentence that explains it, without the agency's name. */
  text: string;
  row: MetricRow | null;
}

export interface ComparisonTable {
  caption: string;
  columns: { id: string; label: string; numeric: boolean }[];
  rows: { agencyId: string; cells: ComparisonCell[] }[];
}

export interface ComparisonCell {
  text: string;
  /** The exact decimal behind a numeric cell, in the unit of its column; null for words. */
  value: string | null;
  row: MetricRow | null;
}
