import type { CheckStatus } from '../../core/model/extract.ts';

/** Statuses in the order in which they are shown: what needs a look first. */
export const STATUS_ORDER = [
  'broken',
  'explained',
  'unchecked',
  'rounding',
  'exact',
] as const satisfies CheckStatus[];

/** One result of a rule on one document, in one language. */
export interface CheckLine {
  /** Document and check: `hanzhong-ybj-2023!prose-table:…`. */
  id: string;
  document: string;
  agency: string;
  year: number | null;
  rule: string;
  status: CheckStatus;
  /** Exact decimals in yuan; null where the rule compares no amounts. */
  expected: string | null;
  actual: string | null;
  gap: string | null;
  slack: string | null;
  /** Id of the check that the finding is called after; its own where it stands alone. */
  finding: string;
  text: string;
  /** Where its figures stand, in the document's own records. */
  refs: string[];
}

/** What a figure of a check is called, 表5 · 208 社会保障和就业支出 · 人员经费, and what it comes to. */
export interface CellName {
  name: string;
  /** Exact, in yuan; null where it is no amount. */
  yuan: string | null;
}

/** By document and reference. */
export type CellNames = Record<string, Record<string, CellName>>;

export interface CheckBook {
  lines: CheckLine[];
  names: CellNames;
}

/** Checks that fall to one cause. */
export interface Finding {
  id: string;
  /** The check that it is called after comes first. */
  lines: [CheckLine, ...CheckLine[]];
}
