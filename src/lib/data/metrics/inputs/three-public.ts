import { part } from '../compose.ts';
import { AMOUNTS } from './amounts.ts';

const ITEMS = [
  'three-public',
  'abroad',
  'reception',
  'vehicle',
  'vehicle-purchase',
  'vehicle-running',
  'meeting',
  'training',
];
export const ITEM_VALUES = ITEMS.map((item) => `('${item}')`).join(', ');

/** How the document's table of the three public expenses stands: published before declared empty before only listed. */
const ITEM_TABLE = part(
  'item_table',
  [],
  `
SELECT document_id, status FROM tables WHERE statement = 'three-public'
QUALIFY row_number() OVER (
  PARTITION BY document_id
  ORDER BY CASE status WHEN 'declared-empty' THEN 1 WHEN 'published' THEN 2 ELSE 3 END, table_id
) = 1`,
);

/** Every figure that says an item of a year: cell of the table, amount in the prose, worked out from a stated change. */
const ITEM_FIGURES = part(
  'item_figures',
  [AMOUNTS, ITEM_TABLE],
  `
SELECT
  document_id, item, year, amount, slack, [fact_id] AS facts, CAST([] AS VARCHAR[]) AS notes, FALSE AS derived, 1 AS rank,
  precedence + CASE WHEN axis = 'total' OR is_total THEN 0 WHEN unit_code IS NULL THEN 1 ELSE 2 + length(unit_code) END
    AS suborder, fact_id AS ref
FROM amounts
WHERE item IS NOT NULL AND measure = 'total' AND statement = 'three-public' AND table_id IS NOT NULL
UNION ALL
SELECT
  c.document_id, c.subject, COALESCE(c.fiscal_year, d.fiscal_year), TRY_CAST(c.yuan_text AS DECIMAL(28,8)),
  COALESCE(c.slack_yuan, 0), ['claim:' || c.claim_id],
  CASE
    WHEN t.status IS DISTINCT FROM 'declared-empty' THEN ['from-prose']
    WHEN TRY_CAST(c.yuan_text AS DECIMAL(28,8)) = 0 THEN ['from-prose', 'declared-zero']
    ELSE ['from-prose', 'prose-contradicts-empty-table']
  END,
  FALSE, CASE WHEN d.stage = 'budget' AND c.basis = 'execution' THEN 9 ELSE 2 END, 0, c.claim_id
FROM claims c JOIN documents d ON d.document_id = c.document_id
LEFT JOIN item_table t ON t.document_id = c.document_id
WHERE c.measure = 'amount' AND c.yuan_text IS NOT NULL AND c.subject IN (SELECT item FROM (VALUES ${ITEM_VALUES}) v(item))
UNION ALL
SELECT
  document_id, item, year, amount, slack, [fact_id], ['derived-from-change'], TRUE, 3, 0, fact_id
FROM amounts
WHERE item IS NOT NULL AND measure = 'total' AND table_id IS NULL AND status = 'derived'`,
);

const STATED_ITEMS = part(
  'stated_items',
  [ITEM_FIGURES],
  `
SELECT * FROM item_figures WHERE rank < 9 AND amount IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY document_id, item, year ORDER BY rank, suborder, ref) = 1`,
);

/** Blank cells that leave nothing over: the parts that are printed add up to their whole, exactly. */
const BLANK_PARTS = part(
  'blank_parts',
  [STATED_ITEMS],
  `
SELECT w.document_id, p.part AS item, w.year, flatten([w.facts, COALESCE(flatten(LIST(s.facts ORDER BY s.item)), [])]) AS facts
FROM stated_items w
JOIN (VALUES ('three-public', 'abroad'), ('three-public', 'reception'), ('three-public', 'vehicle'),
  ('vehicle', 'vehicle-purchase'), ('vehicle', 'vehicle-running')) p(whole, part) ON p.whole = w.item
JOIN (VALUES ('three-public', 'abroad'), ('three-public', 'reception'), ('three-public', 'vehicle'),
  ('vehicle', 'vehicle-purchase'), ('vehicle', 'vehicle-running')) q(whole, part) ON q.whole = w.item
LEFT JOIN stated_items s ON s.document_id = w.document_id AND s.year = w.year AND s.item = q.part AND s.rank = 1
WHERE w.rank = 1 AND NOT EXISTS (
  SELECT 1 FROM stated_items o WHERE o.document_id = w.document_id AND o.year = w.year AND o.item = p.part
)
GROUP BY w.document_id, w.year, w.facts, w.amount, p.part
HAVING COALESCE(SUM(s.amount), 0) = w.amount`,
);

/** Items by year with the best figure there is; an absent one says why. */
export const PUBLIC_ITEMS = part(
  'public_items',
  [STATED_ITEMS, BLANK_PARTS, ITEM_TABLE],
  `
WITH figures AS (
  SELECT document_id, item, year, amount, slack, facts, notes, derived FROM stated_items
  UNION ALL
  SELECT document_id, item, year, 0, 0, facts, ['blank-by-sum'], TRUE FROM blank_parts
  UNION ALL
  SELECT w.document_id, p.part, w.year, 0, 0, w.facts, ['blank-by-sum'], TRUE
  FROM blank_parts w CROSS JOIN (VALUES ('vehicle-purchase'), ('vehicle-running')) p(part)
  WHERE w.item = 'vehicle' AND NOT EXISTS (
    SELECT 1 FROM stated_items o WHERE o.document_id = w.document_id AND o.year = w.year AND o.item = p.part
  )
)
SELECT
  d.document_id, i.item, y.year, f.amount, f.slack, f.facts, COALESCE(f.notes, []) AS notes,
  COALESCE(f.derived, FALSE) AS derived,
  CASE t.status WHEN 'published' THEN 'figure-not-disclosed' WHEN 'declared-empty' THEN 'table-declared-empty'
    ELSE 'table-missing' END AS reason
FROM documents d
CROSS JOIN (VALUES ${ITEM_VALUES}) i(item)
JOIN (
  SELECT document_id, fiscal_year AS year FROM documents
  UNION SELECT document_id, fiscal_year - 1 FROM documents
  UNION SELECT document_id, year FROM stated_items
) y ON y.document_id = d.document_id
LEFT JOIN figures f ON f.document_id = d.document_id AND f.item = i.item AND f.year = y.year
LEFT JOIN item_table t ON t.document_id = d.document_id`,
);
