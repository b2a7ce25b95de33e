import { part } from '../compose.ts';
import { AMOUNTS } from './amounts.ts';
import { OWN_CLAIMS } from './claims.ts';
import { TOTAL_EXPENDITURE } from './spending.ts';

/** What the document says its own figures changed by since last year: one amount a subject, with its reference. */
export const STATED_CHANGES = part(
  'stated_changes',
  [OWN_CLAIMS],
  `
SELECT document_id, subject, amount, slack_yuan AS slack, ref
FROM own_claims WHERE measure = 'change' AND "of" IS NULL
QUALIFY row_number() OVER (PARTITION BY document_id, subject ORDER BY claim_id) = 1`,
);

/** The agency's own document of the year before: same stage, same scope. */
export const YEAR_BEFORE = part(
  'year_before',
  [],
  `
SELECT d.document_id, b.document_id AS before
FROM documents d
JOIN documents b ON b.agency_id = d.agency_id AND b.stage = d.stage AND b.scope = d.scope
  AND b.fiscal_year = d.fiscal_year - 1`,
);

/**
 * Last year's total expenditure: as the document prints it, as its stated change implies, else this year's total of the
 * agency's own document of last year. `own_facts` is what this year's side of the difference stands on.
 */
export const LAST_YEAR = part(
  'last_year',
  [TOTAL_EXPENDITURE, AMOUNTS, STATED_CHANGES, YEAR_BEFORE],
  `
WITH printed AS (
  SELECT document_id, amount, slack, [fact_id] AS facts, CAST([] AS VARCHAR[]) AS notes, FALSE AS derived, 1 AS rank
  FROM amounts
  WHERE year = document_year - 1 AND measure = 'total' AND (axis = 'total' OR is_total) AND code IS NULL
    AND unit_key IS NULL AND item IS NULL AND table_id IS NOT NULL
    AND statement IN ('expenditure-summary', 'budget-summary', 'performance-overall')
  QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY
    CASE statement WHEN 'expenditure-summary' THEN 1 WHEN 'budget-summary' THEN 2 ELSE 3 END, precedence, fact_id) = 1
), implied AS (
  SELECT
    c.document_id, e.amount - c.amount AS amount, c.slack + e.slack AS slack, [c.ref] AS facts,
    ['derived-from-change'] AS notes, TRUE AS derived, CASE c.subject WHEN 'total-expenditure' THEN 2 ELSE 3 END AS rank
  FROM stated_changes c JOIN total_expenditure e ON e.document_id = c.document_id
  WHERE c.subject IN ('total-expenditure', 'income-and-expenditure')
), before AS (
  SELECT y.document_id, e.amount, e.slack, CAST([] AS VARCHAR[]) AS facts, CAST([] AS VARCHAR[]) AS notes, FALSE, 4
  FROM year_before y JOIN total_expenditure e ON e.document_id = y.before
)
SELECT document_id, amount, slack, facts, notes, derived FROM (
  SELECT * FROM printed UNION ALL SELECT * FROM implied UNION ALL SELECT * FROM before
)
QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY rank) = 1`,
);
