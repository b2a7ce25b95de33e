import type { ExtractContext, Fact, Issue, RecognisedTable } from '../model/index.ts';
import { readColumns } from './columns.ts';
import { bodyRows, normaliseMatrix } from './matrix.ts';
import { normaliseSummary } from './summary.ts';

const SUMMARIES: readonly RecognisedTable['statement'][] = [
  'budget-summary',
  'appropriation-summary',
  'government-fund',
  'state-capital',
  'fiscal-account',
];

/**
 * The figures of one table as facts. Every numeric cell is a fact, or an issue says why not. Performance forms are read
 * elsewhere and give nothing here.
 */
export function normaliseTable(
  table: RecognisedTable,
  context: ExtractContext,
): { facts: Fact[]; issues: Issue[] } {
  if (table.statement.startsWith('performance') || table.rows.length === 0) return { facts: [], issues: [] };
  const columns = readColumns(table, context);
  if (SUMMARIES.includes(table.statement) && isTwoSided(columns)) {
    const summary = normaliseSummary(table, context, columns);
    if (summary) return summary;
  }
  return normaliseMatrix(table, context, columns, bodyRows(table, columns));
}

/** At least two lists of lines side by side. */
function isTwoSided(columns: ReturnType<typeof readColumns>): boolean {
  return columns.filter((column) => column.role === 'label' || column.role === 'project').length >= 2;
}
