import type { CheckStatus } from '../../core/model/extract.ts';
import type { MetricUnit } from '../../data/metrics/types.ts';
import type { RowVerdict } from './verdict.ts';

/** What the proof panel shows of one figure, one language already chosen. */
export interface ProofPanel {
  documentId: string;
  documentTitle: string;
  agency: string;
  /** Path of the agency's page, without language prefix. */
  agencyHref: string;
  year: number;
  /** Null where the panel is about a cell of its own, which is no figure of a comparison. */
  result: ProofResult | null;
  verdict: RowVerdict;
  /** The input printed large: the first of the numerator. */
  first: ProofInput | null;
  inputs: ProofInput[];
  /** References that this release doesn't have. */
  lost: string[];
  arithmetic: Arithmetic;
  notes: string[];
  sums: WrittenSum[];
}

export interface ProofResult {
  /** Rounded for reading, with its unit. */
  text: string;
  /** The exact decimal in the metric's own unit; null where there is none. */
  value: string | null;
  /** How far rounding reaches, in words; null where the value is exact. */
  range: string | null;
}

/** One input of a figure: as printed, what was made of it, and where it stands. */
export interface ProofInput {
  ref: string;
  side: 'numerator' | 'denominator';
  kind: 'fact' | 'claim' | 'headcount' | 'indicator' | 'table';
  label: string;
  /** As printed, with its unit; 空白 for a blank cell. */
  printed: string;
  /** 849.20 万元 × 10,000 = 8,492,000 元; null where nothing was converted. */
  conversion: string | null;
  /** 实际在 1,850 元到 1,950 元之间; null where it is exact. */
  interval: string | null;
  /** Exact, in yuan or people; null where the figure is no amount. */
  amount: string | null;
  /** The amount written out with its unit. */
  amountText: string;
  place: InputPlace;
  /** Path of its cell, without language prefix. */
  href: string;
  verdict: CheckStatus;
  /** What has to be said about it: printed zero, blank, worked out, moved. */
  remarks: string[];
  corrected: { printed: string; reason: string; date: string } | null;
  /** The row of the table that it stands in; empty for prose. */
  row: RowCell[];
}

export interface InputPlace {
  /** 表8 一般公共预算基本支出明细表; null for prose. */
  table: string | null;
  tableId: string | null;
  row: string;
  column: string;
  locator: string;
  spoken: string;
}

export interface RowCell {
  ref: string;
  label: string;
  text: string;
  here: boolean;
}

/** How the figure came of its inputs: lines of arithmetic, each a whole equation. */
export interface Arithmetic {
  lines: string[];
  /** What enters a side of the division, in order, with its sign; empty where the inputs were counted. */
  numerator: SignedRef[];
  denominator: SignedRef[];
  unit: MetricUnit;
}
export interface SignedRef {
  ref: string;
  sign: 1 | -1;
}

/** A check written out as a sum. */
export interface WrittenSum {
  id: string;
  rule: string;
  status: CheckStatus;
  /** The result in a sentence. */
  text: string;
  /** The side that is compared; the figure of the prose where a sentence is checked. */
  compared: SumTerm[];
  /** What it should come to. */
  terms: SumTerm[];
  /** 应为 …; 差额 …; 舍入余地 …, only what the check has. */
  expected: string | null;
  actual: string | null;
  gap: string | null;
  slack: string | null;
  finding: string | null;
}

export interface SumTerm {
  ref: string;
  sign: '+' | '−' | '';
  label: string;
  place: string;
  printed: string;
  href: string;
  /** Whether it is an input of the figure that the panel is about. */
  here: boolean;
}
