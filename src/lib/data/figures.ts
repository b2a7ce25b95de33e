import type { SourceFigure } from './answers.ts';
import type { Engine } from './engine/engine.ts';
import type { ResultRow } from './engine/values.ts';

const QUERY = `
SELECT
  f.fact_id AS ref, 'fact' AS kind, f.table_id, t.number AS table_number, t.title AS table_title, f.code, f.label,
  COALESCE(f.column_label, '') AS column_label, COALESCE(f.raw, '') AS raw, f.unit, f.yuan_text AS yuan,
  CAST(f.quantity AS VARCHAR) AS quantity, f.decimals, f.fiscal_year, f.status, f.locator, f.corrected
FROM facts f LEFT JOIN tables t ON t.document_id = f.document_id AND t.table_id = f.table_id
WHERE f.document_id = ?
UNION ALL
SELECT
  'claim:' || claim_id, 'claim', NULL, NULL, NULL, NULL, subject, measure, COALESCE(raw, ''), unit, yuan_text,
  CASE WHEN yuan_text IS NULL THEN CAST(value AS VARCHAR) END, decimals, fiscal_year, 'reported', locator, FALSE
FROM claims WHERE document_id = ?
UNION ALL
SELECT
  'headcount:' || headcount_id, 'headcount', NULL, NULL, NULL, NULL, kind, category, raw, '人', NULL,
  CAST("count" AS VARCHAR), 0, NULL, 'reported', locator, FALSE
FROM headcounts WHERE document_id = ?
UNION ALL
SELECT
  'indicator:' || indicator_id, 'indicator', NULL, NULL, NULL, NULL, level3, level2, target_raw, unit, NULL, NULL, NULL,
  NULL, 'reported', locator, FALSE
FROM indicators WHERE document_id = ?
UNION ALL
SELECT 'table:' || table_id, 'table', table_id, number, title, NULL, title, '', COALESCE(reason, ''), unit, NULL, NULL,
  NULL, NULL, status, locator, FALSE
FROM tables WHERE document_id = ?`;

/**
 * Where inputs of a metric stand: for each reference of `numerator_facts` or `denominator_facts`, in their order, the
 * figure as printed with its table, labels, unit and place. A reference that the data set doesn't have is left out.
 */
export async function lookUpFigures(
  engine: Engine,
  documentId: string,
  refs: readonly string[],
): Promise<SourceFigure[]> {
  const rows = await engine.query(
    QUERY,
    Array.from({ length: 5 }, () => documentId),
  );
  const byRef = new Map(rows.map((row) => [String(row['ref']), row]));
  return refs.flatMap((ref) => {
    const row = byRef.get(ref);
    return row ? [figureOf(documentId, row)] : [];
  });
}

function figureOf(documentId: string, row: ResultRow): SourceFigure {
  const quantity = row['quantity'] === null ? null : trimmed(String(row['quantity']));
  return {
    ...(row as unknown as SourceFigure),
    document_id: documentId,
    quantity,
    corrected: row['corrected'] === true,
  };
}

/** Without the zeros that SQL's scale adds. */
function trimmed(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
