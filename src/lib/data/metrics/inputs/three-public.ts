import { ITEMS, partsOf } from '../../../core/terms/index.ts';
import { part } from '../compose.ts';
import type { Part } from '../compose.ts';
import { AMOUNTS } from './amounts.ts';

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

/**
 * Every figure that says an item of a year: cell of the table, amount in the prose, worked out from a stated change.
 * 0 万元 in a sentence means none: it is no rounded figure.
 */
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
  CASE WHEN c.decimals = 0 AND TRY_CAST(c.yuan_text AS DECIMAL(28,8)) = 0 THEN 0 ELSE COALESCE(c.slack_yuan, 0) END,
  ['claim:' || c.claim_id],
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
  document_id, item, year, amount, CASE WHEN decimals = 0 AND amount = 0 THEN 0 ELSE slack END, [fact_id],
  ['derived-from-change'], TRUE, 3, 0, fact_id
FROM amounts
WHERE item IS NOT NULL AND measure = 'total' AND table_id IS NULL AND status = 'derived'`,
);

const STATED_ITEMS = part(
  'stated_items',
  [ITEM_FIGURES],
  `
SELECT document_id, item, year, amount, slack, facts, notes, derived
FROM item_figures WHERE rank < 9 AND amount IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY document_id, item, year ORDER BY rank, suborder, ref) = 1`,
);

/** A whole that is not stated, where all its parts are: `from` is the part of the query that knows what is stated so far. */
const withWhole = (name: string, from: Part, whole: string, parts: readonly string[]): Part =>
  part(
    name,
    [from],
    `
SELECT * FROM ${from.name}
UNION ALL
SELECT
  s.document_id, '${whole}', s.year, SUM(s.amount), SUM(s.slack), flatten(LIST(s.facts ORDER BY s.item)),
  list_append(flatten(LIST(s.notes)), 'summed-from-parts'), TRUE
FROM ${from.name} s
WHERE s.item IN (${quoted(parts)}) AND NOT EXISTS (
  SELECT 1 FROM ${from.name} w WHERE w.document_id = s.document_id AND w.year = s.year AND w.item = '${whole}'
)
GROUP BY s.document_id, s.year
HAVING COUNT(*) = ${parts.length}`,
  );

/** Parts that are not stated, where those that are leave nothing over: they add up to their whole, exactly. */
const withBlanks = (name: string, from: Part, whole: string, parts: readonly string[]): Part =>
  part(
    name,
    [from],
    `
SELECT * FROM ${from.name}
UNION ALL
SELECT
  w.document_id, m.item, w.year, 0, w.slack + COALESCE(k.slack, 0), list_concat(w.facts, COALESCE(k.facts, [])),
  list_append(w.notes, 'blank-by-sum'), TRUE
FROM ${from.name} w
CROSS JOIN (VALUES ${parts.map((item) => `('${item}')`).join(', ')}) m(item)
LEFT JOIN (
  SELECT document_id, year, SUM(amount) AS amount, SUM(slack) AS slack, flatten(LIST(facts ORDER BY item)) AS facts
  FROM ${from.name} WHERE item IN (${quoted(parts)}) GROUP BY document_id, year
) k ON k.document_id = w.document_id AND k.year = w.year
WHERE w.item = '${whole}' AND COALESCE(k.amount, 0) = w.amount AND NOT EXISTS (
  SELECT 1 FROM ${from.name} o WHERE o.document_id = w.document_id AND o.year = w.year AND o.item = m.item
)`,
  );

const VEHICLE_PARTS = partsOf('vehicle');
const PUBLIC_PARTS = partsOf('three-public');
const COMPLETED_ITEMS = withBlanks(
  'completed_items',
  withBlanks(
    'items_without_blanks',
    withWhole(
      'items_with_total',
      withWhole('items_with_vehicle', STATED_ITEMS, 'vehicle', VEHICLE_PARTS),
      'three-public',
      PUBLIC_PARTS,
    ),
    'three-public',
    PUBLIC_PARTS,
  ),
  'vehicle',
  VEHICLE_PARTS,
);

/** Items by year with the best figure there is; an absent one says why. */
export const PUBLIC_ITEMS = part(
  'public_items',
  [COMPLETED_ITEMS, ITEM_TABLE],
  `
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
  UNION SELECT document_id, year FROM completed_items
) y ON y.document_id = d.document_id
LEFT JOIN completed_items f ON f.document_id = d.document_id AND f.item = i.item AND f.year = y.year
LEFT JOIN item_table t ON t.document_id = d.document_id`,
);

function quoted(items: readonly string[]): string {
  return items.map((item) => `'${item}'`).join(', ');
}
