import type { CheckStatus, SourceFormat } from '../core/model/extract.ts';
import type { Localised } from '../core/model/localised.ts';
import type { Row } from './arrow/column.ts';
import type { DatasetRows } from './arrow/records.ts';
import type { Correction } from './package/corrections.ts';

/** Everything of one document that a reader needs to check its figures; fetched when a proof is opened. */
export interface ProofData {
  release: string;
  document: ProofDocument;
  tables: ProofTable[];
  facts: ProofFact[];
  headcounts: ProofHeadcount[];
  claims: ProofClaim[];
  indicators: ProofIndicator[];
  checks: ProofCheck[];
  issues: ProofIssue[];
  corrections: Correction[];
  /** Names of the rules that its checks follow. */
  rules: Record<string, Localised>;
}

export interface ProofDocument {
  document_id: string;
  agency_id: string;
  title: string;
  agency: string;
  fiscal_year: number | null;
  stage: 'budget' | 'final-account';
  scope: 'department' | 'unit';
  format: SourceFormat;
  source_name: string;
  sha256: string;
  bytes: number;
}
export interface ProofTable {
  table_id: string;
  number: string | null;
  title: string;
  unit: string | null;
  status: 'published' | 'declared-empty' | 'listed-only';
  reason: string | null;
  locator: string;
  rows: number;
  columns: number;
}
export interface ProofFact {
  fact_id: string;
  table_id: string | null;
  row: number | null;
  column: number | null;
  locator: string;
  code: string | null;
  label: string;
  unit_name: string | null;
  project: string | null;
  fiscal_year: number | null;
  raw: string | null;
  unit: string | null;
  yuan_text: string | null;
  slack_yuan: string | null;
  quantity: string | null;
  decimals: number | null;
  status: 'reported' | 'zero' | 'blank' | 'dash' | 'derived';
  is_total: boolean;
  column_label: string | null;
  corrected: boolean;
}
export interface ProofHeadcount {
  headcount_id: string;
  locator: string;
  as_of: string | null;
  kind: string;
  category: string;
  count: number;
  raw: string;
}
export interface ProofClaim {
  claim_id: string;
  locator: string;
  subject: string;
  measure: 'amount' | 'change' | 'percent' | 'count';
  raw: string | null;
  value: string | null;
  unit: string | null;
  yuan_text: string | null;
  slack_yuan: string | null;
  fiscal_year: number | null;
  direction: 'increase' | 'decrease' | 'unchanged' | null;
  decimals: number | null;
}
export interface ProofIndicator {
  indicator_id: string;
  locator: string;
  project: string | null;
  level1: string;
  level2: string;
  level3: string;
  target_raw: string;
}
export interface ProofCheck {
  check_id: string;
  rule: string;
  status: CheckStatus;
  expected_yuan: string | null;
  actual_yuan: string | null;
  gap_yuan: string | null;
  slack_yuan: string | null;
  facts: string[];
  weights: number[];
  claims: string[];
  finding: string | null;
  text: string;
  text_en: string;
}
export interface ProofIssue {
  code: string;
  severity: 'error' | 'warning' | 'note';
  locator: string | null;
  text: string;
}

const COLUMNS = {
  tables: ['table_id', 'number', 'title', 'unit', 'status', 'reason', 'locator', 'rows', 'columns'],
  facts: [
    ...[
      'fact_id',
      'table_id',
      'row',
      'column',
      'locator',
      'code',
      'label',
      'unit_name',
      'project',
      'fiscal_year',
    ],
    ...[
      'raw',
      'unit',
      'yuan_text',
      'slack_yuan',
      'quantity',
      'decimals',
      'status',
      'is_total',
      'column_label',
    ],
    'corrected',
  ],
  headcounts: ['headcount_id', 'locator', 'as_of', 'kind', 'category', 'count', 'raw'],
  claims: [
    ...['claim_id', 'locator', 'subject', 'measure', 'raw', 'value', 'unit', 'yuan_text', 'slack_yuan'],
    ...['fiscal_year', 'direction', 'decimals'],
  ],
  indicators: ['indicator_id', 'locator', 'project', 'level1', 'level2', 'level3', 'target_raw'],
  checks: [
    ...[
      'check_id',
      'rule',
      'status',
      'expected_yuan',
      'actual_yuan',
      'gap_yuan',
      'slack_yuan',
      'facts',
      'weights',
    ],
    ...['claims', 'finding', 'text', 'text_en'],
  ],
  issues: ['code', 'severity', 'locator', 'text'],
} as const satisfies Partial<Record<keyof DatasetRows, readonly string[]>>;

export interface ProofContext {
  release: string;
  corrections: readonly Correction[];
  rules: readonly { id: string; name: Localised }[];
}

/** One document of the data set as proof data; null where the data set doesn't have it. */
export function proofOf(rows: DatasetRows, documentId: string, context: ProofContext): ProofData | null {
  const own = (table: keyof DatasetRows): Row[] =>
    rows[table].filter((row) => row['document_id'] === documentId);
  const [document] = own('documents');
  if (!document) return null;
  const picked = (table: keyof typeof COLUMNS): Row[] => own(table).map((row) => pick(row, COLUMNS[table]));
  const checks = picked('checks');
  const used = new Set(checks.map((check) => check['rule']));
  return {
    release: context.release,
    document: document as unknown as ProofDocument,
    tables: picked('tables') as unknown as ProofTable[],
    facts: picked('facts') as unknown as ProofFact[],
    headcounts: picked('headcounts') as unknown as ProofHeadcount[],
    claims: picked('claims') as unknown as ProofClaim[],
    indicators: picked('indicators') as unknown as ProofIndicator[],
    checks: checks.map((check) => ({
      ...check,
      facts: check['facts'] ?? [],
      weights: check['weights'] ?? [],
      claims: check['claims'] ?? [],
    })) as unknown as ProofCheck[],
    issues: picked('issues') as unknown as ProofIssue[],
    corrections: context.corrections.filter((line) => line.document_id === documentId),
    rules: Object.fromEntries(
      context.rules.filter(({ id }) => used.has(id)).map(({ id, name }) => [id, name]),
    ),
  };
}

function pick(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}
