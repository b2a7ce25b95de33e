import { part } from '../compose.ts';
import { LINES, TOTALS } from './amounts.ts';

/** Tables that print 人员经费 and 公用经费, the economic basic table first: it is the one that is prescribed. */
const BASIC_TABLES = `CASE t.statement
    WHEN 'basic-by-economic' THEN 1 WHEN 'basic-by-function' THEN 2 WHEN 'general-by-economic' THEN 3
    WHEN 'general-by-function' THEN 4 WHEN 'general-by-unit' THEN 5 WHEN 'expenditure-summary' THEN 6 END`;

/** Economic classes within basic expenditure, out of the one basic table that has most of them. */
export const BASIC_LINES = part(
  'basic_lines',
  [LINES],
  `
SELECT l.* FROM lines l
JOIN (
  SELECT document_id, table_id FROM lines
  WHERE statement = 'basic-by-economic' AND axis = 'dept-economic' AND measure IN ('total', 'basic')
  GROUP BY document_id, table_id
  QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY COUNT(DISTINCT code) DESC, table_id) = 1
) t ON t.document_id = l.document_id AND t.table_id = l.table_id
WHERE l.axis = 'dept-economic' AND l.measure IN ('total', 'basic')
QUALIFY row_number() OVER (PARTITION BY l.document_id, l.code ORDER BY l.measure DESC) = 1`,
);

/** A class of basic expenditure as printed, or the sum of its lowest lines where the class has no line of its own. */
export const BASIC_CLASSES = part(
  'basic_classes',
  [BASIC_LINES],
  `
SELECT document_id, code AS class, amount, slack, facts, CAST([] AS VARCHAR[]) AS notes
FROM basic_lines WHERE length(code) = 3
UNION ALL
SELECT
  document_id, substr(code, 1, 3), SUM(amount), SUM(slack), flatten(LIST(facts ORDER BY code)), ['summed-from-parts']
FROM basic_lines b
WHERE length(code) > 3 AND NOT EXISTS (
  SELECT 1 FROM basic_lines c
  WHERE c.document_id = b.document_id AND length(c.code) < length(b.code) AND starts_with(b.code, c.code)
)
GROUP BY document_id, substr(code, 1, 3)`,
);

/** 人员经费 and 公用经费 as a basic table prints them; the table of 机关运行经费 alone is none, whatever it calls its column. */
const PRINTED_PARTS = part(
  'printed_parts',
  [TOTALS],
  `
SELECT t.document_id, t.measure, t.amount, t.slack, t.fact_id
FROM totals t JOIN tables b ON b.document_id = t.document_id AND b.table_id = t.table_id
WHERE t.measure IN ('personnel', 'public') AND ${BASIC_TABLES} IS NOT NULL AND b.title NOT LIKE '%运行经费%'
QUALIFY row_number() OVER (PARTITION BY t.document_id, t.measure ORDER BY ${BASIC_TABLES}, t.table_id) = 1`,
);

/** 人员经费 and 公用经费 of basic expenditure: as printed, else from the classes that make them up (301 and 303; 302 and 310). */
export const BASIC_PARTS = part(
  'basic_parts',
  [PRINTED_PARTS, BASIC_CLASSES],
  `
SELECT document_id, measure, amount, slack, [fact_id] AS facts, CAST([] AS VARCHAR[]) AS notes, FALSE AS derived
FROM printed_parts
UNION ALL
SELECT
  c.document_id, m.measure, SUM(c.amount), SUM(c.slack), flatten(LIST(c.facts ORDER BY c.class)),
  ['summed-from-parts'], TRUE
FROM basic_classes c
JOIN (VALUES ('personnel', '301'), ('personnel', '303'), ('public', '302'), ('public', '310')) m(measure, class)
  ON m.class = c.class
WHERE NOT EXISTS (
  SELECT 1 FROM printed_parts p WHERE p.document_id = c.document_id AND p.measure = m.measure
)
GROUP BY c.document_id, m.measure`,
);

/**
 * What is paid to retirees within basic expenditure: economic 30301 and 30302; functions 2080501 and 2080502 where no
 * basic table by economic class is there. A table that has neither line pays nothing.
 */
export const RETIREE_PAY = part(
  'retiree_pay',
  [BASIC_LINES, LINES],
  `
SELECT
  document_id,
  COALESCE(SUM(amount) FILTER (code IN ('30301', '30302')), 0) AS amount,
  COALESCE(SUM(slack) FILTER (code IN ('30301', '30302')), 0) AS slack,
  COALESCE(flatten(LIST(facts ORDER BY code) FILTER (code IN ('30301', '30302'))), []) AS facts
FROM basic_lines GROUP BY document_id
UNION ALL
SELECT
  document_id,
  COALESCE(SUM(amount) FILTER (code IN ('2080501', '2080502')), 0),
  COALESCE(SUM(slack) FILTER (code IN ('2080501', '2080502')), 0),
  COALESCE(flatten(LIST(facts ORDER BY code) FILTER (code IN ('2080501', '2080502'))), [])
FROM (
  SELECT * FROM lines
  WHERE axis = 'function' AND statement IN ('basic-by-function', 'general-by-function', 'expenditure-summary')
    AND measure IN ('personnel', 'basic')
  QUALIFY rank() OVER (
    PARTITION BY document_id
    ORDER BY CASE measure WHEN 'personnel' THEN 1 ELSE 2 END,
      CASE statement WHEN 'basic-by-function' THEN 1 WHEN 'general-by-function' THEN 2 ELSE 3 END, table_id
  ) = 1
) f
WHERE NOT EXISTS (SELECT 1 FROM basic_lines b WHERE b.document_id = f.document_id)
GROUP BY document_id`,
);
