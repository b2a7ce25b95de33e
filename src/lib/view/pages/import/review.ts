import type { CheckStatus } from '../../../core/model/index.ts';
import type { ReviewTable } from '../../../core/review.ts';
import type { DocumentRows } from '../../../data/arrow/records.ts';
import { sameRow, worst } from '../../proof/index.ts';

export interface ReviewIssue {
  code: string;
  severity: string;
  text: string;
  locator: string | null;
  /** The cell of the table that it is about, or the first of its row; null where it is about the table as a whole. */
  cell: string | null;
}
export interface ReviewCheck {
  status: CheckStatus;
  text: { zh: string; en: string };
}
export interface TableUnderReview {
  table: ReviewTable;
  issues: ReviewIssue[];
  checks: ReviewCheck[];
  counts: Record<CheckStatus, number>;
}
export interface DocumentUnderReview {
  tables: TableUnderReview[];
  /** Issues that no table holds. */
  others: ReviewIssue[];
  /** The verdict of the figure at a place, null where none stands there. */
  verdictAt: (locator: string) => CheckStatus | null;
}

/** What was read from a document, put beside the tables that it was read from. */
export function underReview(tables: readonly ReviewTable[], rows: DocumentRows): DocumentUnderReview {
  const statuses = new Map<string, CheckStatus[]>();
  const tableOf = new Map<string, string>();
  for (const fact of rows.facts) {
    statuses.set(fact.fact_id, []);
    if (fact.table_id !== null) tableOf.set(fact.fact_id, fact.table_id);
  }
  const checks = new Map<string, ReviewCheck[]>();
  for (const { status, facts, text: zh, text_en: en } of rows.checks) {
    for (const fact of facts) statuses.get(fact)?.push(status);
    const check = { status, text: { zh, en } };
    for (const id of new Set(facts.flatMap((fact) => tableOf.get(fact) ?? [])))
      checks.set(id, [...(checks.get(id) ?? []), check]);
  }
  const verdicts = new Map(rows.facts.map((fact) => [fact.locator, worst(statuses.get(fact.fact_id) ?? [])]));
  const { placed, others } = placeIssues(tables, rows);
  return {
    tables: tables.map((table) => {
      const own = checks.get(table.table_id) ?? [];
      return { table, issues: placed.get(table) ?? [], checks: own, counts: countsOf(own) };
    }),
    others,
    verdictAt: (locator) => verdicts.get(locator) ?? null,
  };
}

function countsOf(checks: readonly ReviewCheck[]): Record<CheckStatus, number> {
  const counts = { exact: 0, rounding: 0, explained: 0, broken: 0, unchecked: 0 };
  for (const { status } of checks) counts[status] += 1;
  return counts;
}

/** Each issue goes to the table whose cell, row or head it names. */
function placeIssues(
  tables: readonly ReviewTable[],
  rows: DocumentRows,
): { placed: Map<ReviewTable, ReviewIssue[]>; others: ReviewIssue[] } {
  const cells = new Map<string, ReviewTable>();
  const heads = new Map<string, ReviewTable>();
  for (const table of tables) {
    if (!heads.has(table.locator)) heads.set(table.locator, table);
    for (const row of table.rows) for (const { locator } of row) cells.set(locator, table);
  }
  const placed = new Map<ReviewTable, ReviewIssue[]>();
  const others: ReviewIssue[] = [];
  for (const { code, severity, text, locator } of rows.issues) {
    const issue = { code, severity, text, locator };
    const found = locator === null ? null : place(locator);
    if (found) placed.set(found.table, [...(placed.get(found.table) ?? []), { ...issue, cell: found.cell }]);
    else others.push({ ...issue, cell: null });
  }
  return { placed, others };

  function place(locator: string): { table: ReviewTable; cell: string | null } | null {
    const own = cells.get(locator);
    if (own) return { table: own, cell: locator };
    const head = heads.get(locator);
    if (head) return { table: head, cell: null };
    for (const table of tables) {
      const row = table.rows.find((row) => row[0] !== undefined && sameRow(row[0].locator, locator));
      if (row) return { table, cell: row[0]?.locator ?? null };
    }
    return null;
  }
}
