/** A named part of a query: what it selects, and which parts it selects from. */
export interface Part {
  name: string;
  needs: readonly Part[];
  sql: string;
}

export function part(name: string, needs: readonly Part[], sql: string): Part {
  return { name, needs, sql: sql.trim() };
}

/**
 * One query that answers a metric, out of a part whose columns are those below. What the shared frame adds: the
 * document's agency and stage, the status and the count of absent inputs, exact decimals as text, a fixed order.
 */
export function answerQuery(answers: Part, unlisted?: 'unlisted'): string {
  const frame = FRAME.replace('{answers}', answers.name).replace(
    '{unlisted}',
    unlisted ? 'a.unlisted' : 'NULL',
  );
  return `${withParts([answers])}\n${frame}`;
}

/** The query of a part by itself. */
export function partQuery(wanted: Part): string {
  return wanted.needs.length
    ? `${withParts(wanted.needs)}\nSELECT * FROM (\n${indent(wanted.sql)}\n)`
    : wanted.sql;
}

function withParts(wanted: readonly Part[]): string {
  const parts = inOrder(wanted);
  return `WITH ${parts.map(({ name, sql }) => `${name} AS (\n${indent(sql)}\n)`).join(',\n')}`;
}

/**
 * Columns of the last part: document_id, year, variant, denominator_kind, item, divides, derived, reason, notes, and
 * numerator and denominator each as amount, slack and list of references; `unlisted` where a metric has it: how much of both
 * may not belong there.
 */
const FRAME = `
SELECT
  a.document_id, d.agency_id, d.stage, a.year AS fiscal_year, a.variant, a.denominator_kind, a.item,
  CAST(a.numerator AS VARCHAR) AS numerator,
  CAST(CASE WHEN a.numerator IS NOT NULL THEN COALESCE(a.numerator_slack, 0) END AS VARCHAR) AS numerator_slack,
  CAST(a.denominator AS VARCHAR) AS denominator,
  CAST(CASE WHEN a.denominator IS NOT NULL THEN COALESCE(a.denominator_slack, 0) END AS VARCHAR) AS denominator_slack,
  CASE
    WHEN a.numerator IS NULL OR (a.divides AND a.denominator IS NULL) THEN 'absent'
    WHEN a.derived THEN 'derived'
    WHEN a.numerator = 0 THEN 'zero'
    ELSE 'reported'
  END AS status,
  CASE WHEN a.numerator IS NULL OR (a.divides AND a.denominator IS NULL) THEN a.reason END AS reason,
  CAST(a.numerator IS NULL AS INTEGER) + CAST(a.divides AND a.denominator IS NULL AS INTEGER) AS absent_inputs,
  CASE WHEN a.numerator IS NULL THEN [] ELSE COALESCE(a.numerator_facts, []) END AS numerator_facts,
  CASE WHEN a.denominator IS NULL THEN [] ELSE COALESCE(a.denominator_facts, []) END AS denominator_facts,
  list_sort(list_distinct(list_concat(
    COALESCE(a.notes, []),
    CASE WHEN EXISTS (
      SELECT 1 FROM facts f WHERE f.document_id = a.document_id AND f.corrected
        AND list_contains(list_concat(COALESCE(a.numerator_facts, []), COALESCE(a.denominator_facts, [])), f.fact_id)
    ) THEN ['corrected'] ELSE [] END
  ))) AS notes,
  a.divides, CAST({unlisted} AS VARCHAR) AS unlisted
FROM {answers} a JOIN documents d ON d.document_id = a.document_id
WHERE a.year IS NOT NULL
ORDER BY d.agency_id, d.stage, a.year, a.document_id, a.variant, a.denominator_kind, a.item`.trim();

function inOrder(parts: readonly Part[], seen: Part[] = []): Part[] {
  for (const entry of parts) {
    inOrder(entry.needs, seen);
    if (!seen.includes(entry)) seen.push(entry);
  }
  return seen;
}

function indent(sql: string): string {
  return sql
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
