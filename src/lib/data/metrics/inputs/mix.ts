import { part } from '../compose.ts';
import type { Part } from '../compose.ts';
import { LINES, TOTALS } from './amounts.ts';
import { BASIC_CLASSES } from './basic.ts';

/** Lines of one table by functional class, 类 and 款, with the table's total: all funds before one fund. */
export const FUNCTION_MIX_LINES = part(
  'mix_lines',
  [LINES, TOTALS],
  `
WITH chosen AS (
  SELECT l.document_id, l.table_id, t.amount AS total, t.slack AS total_slack, [t.fact_id] AS total_facts
  FROM (SELECT DISTINCT document_id, table_id, statement FROM lines
    WHERE axis = 'function' AND measure = 'total' AND amount <> 0
      AND statement IN ('expenditure-summary', 'general-by-function', 'budget-summary', 'appropriation-summary')) l
  JOIN totals t ON t.document_id = l.document_id AND t.table_id = l.table_id AND t.measure = 'total'
  QUALIFY row_number() OVER (PARTITION BY l.document_id ORDER BY CASE l.statement WHEN 'expenditure-summary' THEN 1
    WHEN 'general-by-function' THEN 2 WHEN 'budget-summary' THEN 3 ELSE 4 END, l.table_id) = 1
)
SELECT
  c.document_id, CASE length(l.code) WHEN 3 THEN 'class' ELSE 'group' END AS variant, l.code AS item,
  l.amount, l.slack, l.facts, c.total, c.total_slack, c.total_facts
FROM chosen c JOIN lines l ON l.document_id = c.document_id AND l.table_id = c.table_id
WHERE l.axis = 'function' AND l.measure = 'total' AND length(l.code) IN (3, 5) AND l.amount <> 0`,
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
    b.document_id, 'basic' AS variant, b.class AS item, b.amount, b.slack, b.facts,
    SUM(b.amount) OVER (PARTITION BY b.document_id) AS total,
    SUM(b.slack) OVER (PARTITION BY b.document_id) AS total_slack,
    flatten(LIST(b.facts) OVER (PARTITION BY b.document_id ORDER BY b.class
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS total_facts
  FROM basic_classes b
), general AS (
  SELECT l.document_id, 'general' AS variant, l.code AS item, l.amount, l.slack, l.facts,
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
  FALSE AS derived, 'figure-not-disclosed' AS reason, CAST([] AS VARCHAR[]) AS notes,
  l.amount AS numerator, l.slack AS numerator_slack, l.facts AS numerator_facts,
  l.total AS denominator, l.total_slack AS denominator_slack, l.total_facts AS denominator_facts
FROM documents d CROSS JOIN (VALUES ${variants.map((variant) => `('${variant}')`).join(', ')}) v(variant)
LEFT JOIN ${lines.name} l ON l.document_id = d.document_id AND l.variant = v.variant`,
  );
}
