import { part } from '../compose.ts';
import { AMOUNTS, LINES, TOTALS } from './amounts.ts';
import { STATED_CHANGES, YEAR_BEFORE } from './change.ts';

/** This year and last of each class that a document gives both of: in one table, else in the agency's own two documents. */
const CLASS_YEARS = part(
  'class_years',
  [AMOUNTS, LINES, TOTALS, YEAR_BEFORE],
  `
WITH in_table AS (
  SELECT * FROM amounts
  WHERE measure = 'total' AND table_id IS NOT NULL AND item IS NULL AND column_code IS NULL AND unit_key IS NULL
    AND statement IN ('expenditure-summary', 'general-by-function', 'general-by-economic')
    AND year IN (document_year, document_year - 1)
    AND (is_total OR axis = 'total' OR (axis IN ('function', 'dept-economic') AND code IS NOT NULL))
  QUALIFY row_number() OVER (PARTITION BY document_id, table_id, "row", year ORDER BY precedence, "column", fact_id) = 1
), sides AS (
  SELECT document_id, 1 AS source, table_id AS place, statement,
    CASE WHEN is_total OR axis = 'total' THEN '' ELSE axis END AS axis, COALESCE(code, '') AS code, label,
    year = document_year AS own, amount, slack
  FROM in_table
  UNION ALL
  SELECT p.document_id, 3, l.statement, l.statement, l.axis, l.code, l.label, l.document_id = p.document_id, l.amount, l.slack
  FROM year_before p JOIN lines l ON l.document_id IN (p.document_id, p.before)
  WHERE l.measure = 'total' AND l.statement IN ('expenditure-summary', 'general-by-function', 'general-by-economic')
  UNION ALL
  SELECT p.document_id, 3, t.statement, t.statement, '', '', '', t.document_id = p.document_id, t.amount, t.slack
  FROM year_before p JOIN totals t ON t.document_id IN (p.document_id, p.before)
  WHERE t.measure = 'total' AND t.statement IN ('expenditure-summary', 'general-by-function', 'general-by-economic')
)
SELECT
  document_id, source, place, statement, axis, code, ANY_VALUE(label) AS label,
  SUM(amount) FILTER (own) AS own, SUM(amount) FILTER (NOT own) AS before, SUM(slack) AS slack
FROM sides GROUP BY document_id, source, place, statement, axis, code`,
);

/**
 * By how much each class changed since last year, as `class_changes`. A class with an amount in one year only counts as
 * new or gone where the changes of its depth then add up to the change of the total, else it is left out. What the prose
 * states of single classes stands in where no table has both years.
 */
export const CLASS_CHANGES = part(
  'class_changes',
  [CLASS_YEARS, STATED_CHANGES],
  `
WITH closed AS (
  SELECT c.document_id, c.source, c.place, c.axis, length(c.code) AS depth
  FROM class_years c
  JOIN class_years t ON t.document_id = c.document_id AND t.source = c.source AND t.place = c.place AND t.axis = ''
  WHERE c.axis <> ''
  GROUP BY c.document_id, c.source, c.place, c.axis, length(c.code)
  HAVING ABS(SUM(COALESCE(c.own, 0) - COALESCE(c.before, 0)) - ANY_VALUE(t.own - t.before)) <= SUM(c.slack) + ANY_VALUE(t.slack)
), changes AS (
  SELECT
    c.document_id, c.source, c.place, c.statement, c.axis, c.code, c.label,
    COALESCE(c.own, 0) - COALESCE(c.before, 0) AS amount
  FROM class_years c
  LEFT JOIN closed k ON k.document_id = c.document_id AND k.source = c.source AND k.place = c.place AND k.axis = c.axis
    AND k.depth = length(c.code)
  WHERE c.axis <> '' AND ((c.own IS NOT NULL AND c.before IS NOT NULL) OR k.depth IS NOT NULL)
  UNION ALL
  SELECT
    c.document_id, 2, '', '', split_part(c.subject, ':', 1), split_part(c.subject, ':', 2),
    (SELECT ANY_VALUE(f.label) FROM facts f WHERE f.document_id = c.document_id AND f.code = split_part(c.subject, ':', 2)),
    c.amount
  FROM stated_changes c WHERE c.subject LIKE 'function:%' OR c.subject LIKE 'dept-economic:%'
)
SELECT document_id, axis, code, COALESCE(label, code) AS label, amount FROM changes
QUALIFY dense_rank() OVER (
  PARTITION BY document_id, axis
  ORDER BY source, CASE statement WHEN 'expenditure-summary' THEN 1 ELSE 2 END, place
) = 1`,
);

/**
 * By how much personnel, running and project expenditure changed since last year, as `nature_changes`: from a table that
 * gives both years, else as the prose states it, else from the agency's own two documents.
 */
export const NATURE_CHANGES = part(
  'nature_changes',
  [AMOUNTS, TOTALS, STATED_CHANGES, YEAR_BEFORE],
  `
WITH natures AS (
  SELECT document_id, 1 AS source, table_id AS place, measure, SUM(amount) FILTER (year = document_year) AS own,
    SUM(amount) FILTER (year = document_year - 1) AS before
  FROM (
    SELECT * FROM amounts
    WHERE measure IN ('basic', 'personnel', 'public', 'project') AND table_id IS NOT NULL AND code IS NULL
      AND unit_key IS NULL AND column_code IS NULL AND (is_total OR axis IN ('total', 'item'))
      AND statement IN ('expenditure-summary', 'budget-summary', 'performance-overall')
    QUALIFY row_number() OVER (
      PARTITION BY document_id, table_id, measure, year ORDER BY precedence, "row", "column", fact_id
    ) = 1
  )
  GROUP BY document_id, table_id, measure
  UNION ALL
  SELECT d.document_id, 3, t.statement, t.measure, t.amount, o.amount
  FROM year_before d
  JOIN totals t ON t.document_id = d.document_id
  JOIN totals o ON o.document_id = d.before AND o.statement = t.statement AND o.measure = t.measure
  WHERE t.statement = 'expenditure-summary' AND t.measure IN ('basic', 'personnel', 'public', 'project')
), changes AS (
  SELECT document_id, source, place, measure AS nature, own - before AS amount FROM natures
  WHERE own IS NOT NULL AND before IS NOT NULL
  UNION ALL
  SELECT document_id, 2, '', subject, amount FROM stated_changes WHERE subject IN ('basic', 'project')
)
SELECT document_id, nature, amount FROM (
  SELECT * FROM changes QUALIFY dense_rank() OVER (PARTITION BY document_id ORDER BY source, place) = 1
)
QUALIFY NOT (nature = 'basic' AND BOOL_OR(nature = 'personnel') OVER (PARTITION BY document_id))`,
);
