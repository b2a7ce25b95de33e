import type { AbsenceReason, MetricRow } from '../../data/metrics/types.ts';
import type { ViewState } from '../state.ts';

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
  /** Unit as it stands in a head: 元/人, 万元, %. */
  unitLabel: string;
  form: 'ranked-bars' | 'slope' | 'matrix' | 'stacked';
  series: Series[];
  absent: AbsentEntry[];
  median: { value: string; label: string } | null;
  caveats: { id: string; text: string }[];
  /** Where it comes from: documents, years, release. */
  source: string;
  table: ComparisonTable;
}

/** One agency, with a mark for each year or item shown. */
export interface Series {
  agencyId: string;
  name: string;
  /** Where its page is. */
  href: string;
  /** Index into the series colours, or null for grey; the same on every page. */
  colour: 0 | 1 | 2 | 3 | null;
  /** Rank, 1 the highest; agencies whose intervals overlap share it. Null where ranks have no meaning. */
  rank: number | null;
  rankTied: boolean;
  marks: Mark[];
}

export interface Mark {
  /** Year or item on the axis; '' for a single value. */
  key: string;
  label: string;
  /** In the display unit; the exact decimal, for text. */
  value: string;
  /** For pixels only. */
  number: number;
  low: number;
  high: number;
  /** Value written out, rounded for reading, without the unit. */
  text: string;
  status: MetricRow['status'];
  row: MetricRow;
}

export interface AbsentEntry {
  agencyId: string;
  name: string;
  href: string;
  key: string;
  reason: AbsenceReason;
  text: string;
}

export interface ComparisonTable {
  caption: string;
  columns: { id: string; label: string; numeric: boolean }[];
  rows: { agencyId: string; cells: { text: string; value: string | null; row: MetricRow | null }[] }[];
}
