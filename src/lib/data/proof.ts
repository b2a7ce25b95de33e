import type { Localised } from '../core/model/localised.ts';
import type { DatasetRows } from './arrow/records.ts';
import type { RowOf } from './arrow/tables.ts';
import type { Correction } from './package/corrections.ts';

/** Which columns of a table a proof carries; the document's own row comes whole. */
const CARRIED = {
  tables: ['table_id', 'number', 'title', 'unit', 'status', 'reason', 'locator', 'rows', 'columns'],
  facts: [
    ...([
      'fact_id',
      'table_id',
      'row',
      'column',
      'locator',
      'code',
      'label',
      'unit_name',
      'project',
    ] as const),
    ...(['fiscal_year', 'raw', 'unit', 'yuan_text', 'slack_yuan', 'quantity', 'decimals', 'status'] as const),
    ...(['is_total', 'column_label', 'corrected'] as const),
  ],
  headcounts: ['headcount_id', 'locator', 'as_of', 'kind', 'category', 'count', 'raw'],
  claims: [
    ...(['claim_id', 'locator', 'subject', 'measure', 'raw', 'value', 'unit', 'yuan_text'] as const),
    ...(['slack_yuan', 'fiscal_year', 'direction', 'decimals'] as const),
  ],
  indicators: ['indicator_id', 'locator', 'project', 'level1', 'level2', 'level3', 'target_raw'],
  checks: [
    ...(['check_id', 'rule', 'status', 'expected_yuan', 'actual_yuan', 'gap_yuan', 'slack_yuan'] as const),
    ...(['facts', 'weights', 'claims', 'finding', 'text', 'text_en'] as const),
  ],
  issues: ['code', 'severity', 'locator', 'text'],
} as const;

type CarriedTable = keyof typeof CARRIED;
type Carried<N extends CarriedTable> = Pick<RowOf<N>, (typeof CARRIED)[N][number] & keyof RowOf<N>>;

export type ProofDocument = RowOf<'documents'>;
export type ProofTable = Carried<'tables'>;
export type ProofFact = Carried<'facts'>;
export type ProofHeadcount = Carried<'headcounts'>;
export type ProofClaim = Carried<'claims'>;
export type ProofIndicator = Carried<'indicators'>;
export type ProofCheck = Carried<'checks'>;
export type ProofIssue = Carried<'issues'>;

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

export interface ProofContext {
  release: string;
  corrections: readonly Correction[];
  rules: readonly { id: string; name: Localised }[];
}

/** One document of the data set as proof data; null where the data set doesn't have it. */
export function proofOf(rows: DatasetRows, documentId: string, context: ProofContext): ProofData | null {
  const document = rows.documents.find((row) => row.document_id === documentId);
  if (!document) return null;
  const carried = <N extends CarriedTable>(table: N): Carried<N>[] =>
    (rows[table] as readonly (RowOf<N> & { document_id: string })[])
      .filter((row) => row.document_id === documentId)
      .map((row) => pick(row, CARRIED[table]));
  const checks = carried('checks');
  const used = new Set(checks.map((check) => check.rule));
  return {
    release: context.release,
    document,
    tables: carried('tables'),
    facts: carried('facts'),
    headcounts: carried('headcounts'),
    claims: carried('claims'),
    indicators: carried('indicators'),
    checks,
    issues: carried('issues'),
    corrections: context.corrections.filter((line) => line.document_id === documentId),
    rules: Object.fromEntries(
      context.rules.filter(({ id }) => used.has(id)).map(({ id, name }) => [id, name]),
    ),
  };
}

function pick<T extends object, K extends string>(row: T, columns: readonly K[]): Pick<T, K & keyof T> {
  return Object.fromEntries(
    columns.map((column) => [column, row[column as K & keyof T] ?? null]),
  ) as unknown as Pick<T, K & keyof T>;
}
