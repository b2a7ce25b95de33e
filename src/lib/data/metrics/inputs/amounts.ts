import { part } from '../compose.ts';

/**
 * Figures of the tables that are amounts, exact to the last printed decimal. `precedence` puts what to take first where
 * a table has several columns for one thing: the final account's own column, all funds before one fund.
 */
export const AMOUNTS = part(
  'amounts',
  [],
  `
SELECT
  f.*, COALESCE(f.unit_code, f.unit_name) AS unit_key, TRY_CAST(f.yuan_text AS DECIMAL(28,8)) AS amount, COALESCE(f.slack_yuan, 0) AS slack,
  COALESCE(f.fiscal_year, d.fiscal_year) AS year, d.fiscal_year AS document_year,
  CASE WHEN d.stage = 'final-account' AND f.column_label NOT LIKE '%决算%' THEN 10 ELSE 0 END
    + CASE f.fund WHEN 'all' THEN 0 WHEN 'general-public-budget' THEN 1 ELSE 2 END AS precedence
FROM facts f JOIN documents d ON d.document_id = f.document_id
WHERE f.yuan_text IS NOT NULL AND f.flow = 'expenditure'`,
);

/**
 * The total line of each table, one figure a measure. A table without one whose only unit is the body itself prints the
 * total on that unit's line.
 */
export const TOTALS = part(
  'totals',
  [AMOUNTS],
  `
SELECT * EXCLUDE (of_unit) FROM (
  SELECT
    *, axis = 'unit' AND NOT is_total AS of_unit,
    COUNT(DISTINCT CASE WHEN axis = 'unit' AND NOT is_total THEN "row" END) OVER (PARTITION BY document_id, table_id) AS units
  FROM amounts
  WHERE (axis IN ('total', 'unit') OR is_total) AND code IS NULL AND (unit_key IS NULL OR axis = 'unit') AND item IS NULL
    AND column_code IS NULL AND table_id IS NOT NULL AND year = document_year AND fund <> 'carry-over'
)
WHERE NOT of_unit OR units = 1
QUALIFY row_number() OVER (
  PARTITION BY document_id, table_id, measure
  ORDER BY CAST(of_unit AS INTEGER), precedence, CAST(label LIKE '%总计%' AS INTEGER) DESC, "row", "column", fact_id
) = 1`,
);

/**
 * Lines of the classes, functional and economic, as `lines`: per table, code and measure one amount. Rows of the whole
 * body come before rows of its units; a code that stands in several rows (beside different government classes) is summed,
 * of several columns for one fund the first counts (others are parts of it: what of the spending is procured).
 */
export const LINES = part(
  'lines',
  [AMOUNTS],
  `
SELECT
  document_id, table_id, statement, axis, code, level, measure, ANY_VALUE(label) AS label,
  SUM(amount) AS amount, SUM(slack) AS slack, LIST(fact_id ORDER BY "row", "column", fact_id) AS facts
FROM (
  SELECT * FROM (
    SELECT * FROM amounts
    WHERE code IS NOT NULL AND axis IN ('function', 'dept-economic', 'gov-economic') AND table_id IS NOT NULL
      AND column_code IS NULL AND item IS NULL AND year = document_year AND NOT is_total
    QUALIFY row_number() OVER (
      PARTITION BY document_id, table_id, "row", axis, code, measure, fund ORDER BY precedence, "column", fact_id
    ) = 1
  )
  QUALIFY rank() OVER (
    PARTITION BY document_id, table_id, axis, code, measure
    ORDER BY precedence, CAST(unit_key IS NOT NULL AS INTEGER)
  ) = 1
)
GROUP BY document_id, table_id, statement, axis, code, level, measure`,
);
