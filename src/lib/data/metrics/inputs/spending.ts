import { part } from '../compose.ts';
import { AMOUNTS, LINES, TOTALS } from './amounts.ts';

/**
 * Tables whose total line has both total and project expenditure, the widest first: a share is taken within one table.
 * A table that prints basic expenditure equal to the total, and no project expenditure, has none.
 */
export const PROJECT_TABLES = part(
  'project_tables',
  [TOTALS, AMOUNTS],
  `
SELECT * FROM (
  SELECT
    t.document_id, t.table_id, t.statement,
    t.amount AS total, t.slack AS total_slack, [t.fact_id] AS total_facts,
    COALESCE(p.amount, CASE WHEN b.amount = t.amount THEN 0 END) AS project,
    COALESCE(p.slack, b.slack) AS project_slack,
    CASE WHEN p.amount IS NULL THEN [b.fact_id, t.fact_id] ELSE [p.fact_id] END AS project_facts,
    p.amount IS NULL AS derived,
    CASE t.statement WHEN 'expenditure-summary' THEN 1 WHEN 'general-by-function' THEN 2
      WHEN 'general-by-unit' THEN 3 WHEN 'general-by-economic' THEN 4 ELSE 9 END AS rank
  FROM totals t
  LEFT JOIN totals p ON p.document_id = t.document_id AND p.table_id = t.table_id AND p.measure = 'project'
  LEFT JOIN totals b ON b.document_id = t.document_id AND b.table_id = t.table_id AND b.measure = 'basic'
  WHERE t.measure = 'total'
    AND t.statement IN ('expenditure-summary', 'general-by-function', 'general-by-unit', 'general-by-economic')
  UNION ALL
  SELECT
    t.document_id, t.table_id, t.statement, t.amount, t.slack, [t.fact_id], a.amount, a.slack, [a.fact_id], FALSE, 5
  FROM totals t
  JOIN amounts a ON a.document_id = t.document_id AND a.table_id = t.table_id
  WHERE t.measure = 'total' AND t.statement IN ('budget-summary', 'appropriation-summary')
    AND a.measure = 'project' AND a.axis = 'item' AND a.year = a.document_year
)
WHERE project IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY rank, table_id) = 1`,
);

/** Total expenditure of the document: all funds before one fund, the expenditure table before the summaries. */
export const TOTAL_EXPENDITURE = part(
  'total_expenditure',
  [TOTALS],
  `
SELECT document_id, amount, slack, [fact_id] AS facts
FROM totals
WHERE measure = 'total' AND statement IN
  ('expenditure-summary', 'budget-summary', 'appropriation-summary', 'general-by-function', 'general-by-unit')
QUALIFY row_number() OVER (
  PARTITION BY document_id
  ORDER BY CASE statement WHEN 'expenditure-summary' THEN 1 WHEN 'budget-summary' THEN 2
    WHEN 'appropriation-summary' THEN 3 WHEN 'general-by-function' THEN 4 ELSE 5 END, table_id
) = 1`,
);

/** Punctuation, spaces and the letters that some offices put before a name are no part of it. */
export const plainName = (expression: string): string =>
  `regexp_replace(regexp_replace(${expression}, '^[A-Za-z]+', ''), '[^\\p{Han}A-Za-z0-9]', '', 'g')`;

/**
 * Single projects with their money: the lowest lines of the project table, or of the form of the whole body that lists
 * them; the forms of single projects are no list of all. A line is a heading where the lines below it, up to its own
 * amount, belong to it (`project` names the project of each line).
 */
export const PROJECTS = part(
  'projects',
  [AMOUNTS],
  `
SELECT document_id, table_id, name, amount, slack, fact_id FROM (
  SELECT
    document_id, table_id, statement, COALESCE(project, label) AS name, amount, slack, fact_id, "row",
    LEAD(level) OVER (PARTITION BY document_id, table_id ORDER BY "row") AS next_level, level,
    dense_rank() OVER (
      PARTITION BY document_id
      ORDER BY CASE statement WHEN 'project-expenditure' THEN 1 ELSE 2 END, table_id
    ) AS rank
  FROM (
    SELECT * FROM amounts
    WHERE axis = 'project' AND measure IN ('project', 'total') AND table_id IS NOT NULL AND year = document_year
      AND statement IN ('project-expenditure', 'performance-overall')
    QUALIFY row_number() OVER (
      PARTITION BY document_id, table_id, "row" ORDER BY precedence, "column"
    ) = 1
  )
)
WHERE rank = 1 AND NOT COALESCE(next_level > level, FALSE)`,
);

/** Spending by function that is a transfer by the rules of project_nature: the highest matching lines, none twice. */
const FUNCTION_TRANSFERS = part(
  'function_transfers',
  [LINES],
  `
SELECT l.* FROM (
  SELECT l.* FROM lines l
  WHERE l.axis = 'function' AND l.measure = 'project'
    AND l.statement IN ('expenditure-summary', 'general-by-function')
    AND EXISTS (
      SELECT 1 FROM project_nature n
      WHERE n."match" = 'function' AND n.nature = 'transfer' AND starts_with(l.code, n.pattern)
        AND (n.document_id IS NULL OR n.document_id = l.document_id)
    )
  QUALIFY dense_rank() OVER (
    PARTITION BY l.document_id
    ORDER BY CASE l.statement WHEN 'expenditure-summary' THEN 1 ELSE 2 END, l.table_id
  ) = 1
) l
WHERE NOT EXISTS (
  SELECT 1 FROM lines o JOIN project_nature n ON n."match" = 'function' AND n.nature = 'transfer'
    AND starts_with(o.code, n.pattern) AND (n.document_id IS NULL OR n.document_id = o.document_id)
  WHERE o.document_id = l.document_id AND o.table_id = l.table_id AND o.measure = l.measure AND o.axis = l.axis
    AND o.code <> l.code AND starts_with(l.code, o.code)
)`,
);

/** Transfers to people and funds inside project expenditure: by function, and single projects that a rule names. */
export const TRANSFERS = part(
  'transfers',
  [FUNCTION_TRANSFERS, PROJECTS],
  `
SELECT document_id, SUM(amount) AS amount, SUM(slack) AS slack, flatten(LIST(facts ORDER BY facts)) AS facts FROM (
  SELECT document_id, amount, slack, facts FROM function_transfers
  UNION ALL
  SELECT p.document_id, p.amount, p.slack, [p.fact_id] FROM projects p
  WHERE EXISTS (
    SELECT 1 FROM project_nature n
    WHERE n."match" = 'project' AND n.nature = 'transfer' AND ${plainName('n.pattern')} = ${plainName('p.name')}
      AND (n.document_id IS NULL OR n.document_id = p.document_id)
  )
)
GROUP BY document_id`,
);

/**
 * How much of its project expenditure a document lists line by line, so that transfers show: by 款 or 项 of function, or
 * project by project, whichever lists more; all of it where all spending is listed by 款 or 项 and none of them is a transfer.
 */
export const LISTED_PROJECTS = part(
  'listed_projects',
  [LINES, TOTALS, PROJECTS, PROJECT_TABLES],
  `
WITH all_by_function AS (
  SELECT l.document_id
  FROM lines l JOIN totals t ON t.document_id = l.document_id AND t.table_id = l.table_id AND t.measure = 'total'
  WHERE l.axis = 'function' AND l.measure = 'total' AND length(l.code) IN (5, 7)
    AND l.statement IN ('expenditure-summary', 'general-by-function')
  GROUP BY l.document_id, l.table_id, length(l.code), t.amount, t.slack
  HAVING abs(t.amount - SUM(l.amount)) <= t.slack + SUM(l.slack)
), with_transfers AS (
  SELECT l.document_id FROM lines l JOIN project_nature n ON n."match" = 'function' AND n.nature = 'transfer'
    AND starts_with(l.code, n.pattern) AND (n.document_id IS NULL OR n.document_id = l.document_id)
  WHERE l.axis = 'function' AND l.measure = 'total' AND l.amount <> 0
)
SELECT document_id, MAX(amount) AS amount FROM (
  SELECT document_id, SUM(amount) AS amount FROM lines
  WHERE axis = 'function' AND measure = 'project' AND length(code) IN (5, 7)
    AND statement IN ('expenditure-summary', 'general-by-function')
  GROUP BY document_id, table_id, length(code)
  UNION ALL
  SELECT document_id, SUM(amount) FROM projects GROUP BY document_id
  UNION ALL
  SELECT document_id, project FROM project_tables
  WHERE document_id IN (FROM all_by_function) AND document_id NOT IN (FROM with_transfers)
)
GROUP BY document_id`,
);
