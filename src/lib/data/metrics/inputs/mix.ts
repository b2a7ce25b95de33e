import { part } from '../compose.ts';
import type { Part } from '../compose.ts';
import { LINES, TOTALS } from './amounts.ts';
import { BASIC_CLASSES } from './basic.ts';

/**
 * Lines of one table by functional class, 类 and 款, with the table's total: a table whose lines reach its total before one
 * that leaves lines out, then all funds before one fund. What no line lists may belong to any class: it widens the interval
 * of each. Where the table prints 项 only, classes are added up from them.
 */
export const FUNCTION_MIX_LINES = part(
  'mix_lines',
  [LINES, TOTALS],
  `
WITH candidates AS (
  SELECT
    l.document_id, l.table_id, l.statement, t.amount AS total, t.slack AS total_slack, [t.fact_id] AS total_facts,
    greatest(abs(t.amount - SUM(l.amount)) - t.slack - SUM(l.slack), 0) AS unlisted
  FROM (
    SELECT *, MIN(length(code)) OVER (PARTITION BY document_id, table_id) AS shortest FROM lines
    WHERE axis = 'function' AND measure = 'total' AND amount <> 0
      AND statement IN ('expenditure-summary', 'general-by-function', 'budget-summary', 'appropriation-summary')
  ) l
  JOIN totals t ON t.document_id = l.document_id AND t.table_id = l.table_id AND t.measure = 'total'
  WHERE length(l.code) = l.shortest
  GROUP BY l.document_id, l.table_id, l.statement, t.amount, t.slack, t.fact_id
), chosen AS (
  SELECT * FROM candidates
  QUALIFY row_number() OVER (
    PARTITION BY document_id
    ORDER BY unlisted > 0, CASE statement WHEN 'expenditure-summary' THEN 1 WHEN 'general-by-function' THEN 2
      WHEN 'budget-summary' THEN 3 ELSE 4 END, table_id
  ) = 1
), printed AS (
  SELECT
    c.document_id, l.code AS item, l.amount, l.slack + c.unlisted AS slack, l.facts, c.total, c.total_slack, c.total_facts
  FROM chosen c JOIN lines l ON l.document_id = c.document_id AND l.table_id = c.table_id
  WHERE l.axis = 'function' AND l.measure = 'total'
), summed AS (
  SELECT
    p.document_id, left(p.item, w.width) AS item, SUM(p.amount) AS amount, SUM(p.slack) AS slack,
    flatten(LIST(p.facts ORDER BY p.item)) AS facts, ANY_VALUE(p.total) AS total,
    ANY_VALUE(p.total_slack) AS total_slack, ANY_VALUE(p.total_facts) AS total_facts
  FROM printed p CROSS JOIN (VALUES (3), (5)) w(width)
  WHERE length(p.item) = 7 AND NOT EXISTS (
    SELECT 1 FROM printed o WHERE o.document_id = p.document_id AND length(o.item) < 7
  )
  GROUP BY p.document_id, left(p.item, w.width)
)
SELECT *, CASE length(item) WHEN 3 THEN 'class' ELSE 'group' END AS variant FROM (
  SELECT *, CAST([] AS VARCHAR[]) AS notes FROM printed WHERE length(item) IN (3, 5)
  UNION ALL
  SELECT *, ['summed-from-parts'] FROM summed
)
WHERE amount <> 0`,
);

/**
 * Economic classes: `basic` within basic expenditure, which every document prints; `general` within all spending of the
 * general public budget, where a table of it is there.
 */
export const ECONOMIC_MIX_LINES = part(
  'mix_lines',
  [LINES, TOTALS, BASIC_CLASSES],
  `
WITH basic AS (
  SELECT
    b.document_id, 'basic' AS variant, b.class AS item, b.amount, b.slack, b.facts, b.notes,
    SUM(b.amount) OVER (PARTITION BY b.document_id) AS total,
    SUM(b.slack) OVER (PARTITION BY b.document_id) AS total_slack,
    flatten(LIST(b.facts) OVER (PARTITION BY b.document_id ORDER BY b.class
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS total_facts
  FROM basic_classes b
), general AS (
  SELECT l.document_id, 'general' AS variant, l.code AS item, l.amount, l.slack, l.facts, CAST([] AS VARCHAR[]) AS notes,
    t.amount AS total, t.slack AS total_slack, [t.fact_id] AS total_facts
  FROM lines l
  JOIN totals t ON t.document_id = l.document_id AND t.table_id = l.table_id AND t.measure = 'total'
  WHERE l.statement = 'general-by-economic' AND l.axis = 'dept-economic' AND l.measure = 'total' AND length(l.code) = 3
  QUALIFY dense_rank() OVER (PARTITION BY l.document_id ORDER BY l.table_id) = 1
)
SELECT * FROM basic WHERE amount <> 0
UNION ALL
SELECT * FROM general WHERE amount <> 0`,
);

/** Shares of the lines in their total; a document without lines has one absent row a variant. */
export function shares(lines: Part, variants: readonly string[]): Part {
  return part(
    'answers',
    [lines],
    `
SELECT
  d.document_id, d.fiscal_year AS year, v.variant, '' AS denominator_kind, COALESCE(l.item, '') AS item, TRUE AS divides,
  len(l.notes) > 0 AS derived, 'figure-not-disclosed' AS reason, COALESCE(l.notes, []) AS notes,
  l.amount AS numerator, l.slack AS numerator_slack, l.facts AS numerator_facts,
  l.total AS denominator, l.total_slack AS denominator_slack, l.total_facts AS denominator_facts
FROM documents d CROSS JOIN (VALUES ${variants.map((variant) => `('${variant}')`).join(', ')}) v(variant)
LEFT JOIN ${lines.name} l ON l.document_id = d.document_id AND l.variant = v.variant`,
  );
}
