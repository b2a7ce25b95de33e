import { part } from '../compose.ts';

/** Staff by kind: the total as stated (the largest, where units are stated too), else the sum of its categories. */
export const STAFF = part(
  'staff',
  [],
  `
SELECT document_id, kind, "count" AS people, ['headcount:' || headcount_id] AS refs, as_of, CAST([] AS VARCHAR[]) AS notes
FROM headcounts WHERE category = 'total' AND kind <> 'retired'
QUALIFY row_number() OVER (PARTITION BY document_id, kind ORDER BY "count" DESC, headcount_id) = 1
UNION ALL
SELECT
  document_id, kind, CAST(SUM("count") AS INTEGER), LIST('headcount:' || headcount_id ORDER BY headcount_id),
  MAX(as_of), ['headcount-summed']
FROM headcounts h
WHERE category <> 'total' AND kind <> 'retired'
  AND NOT EXISTS (
    SELECT 1 FROM headcounts t WHERE t.document_id = h.document_id AND t.kind = h.kind AND t.category = 'total'
  )
GROUP BY document_id, kind`,
);

/** The choices of denominator: every document with each, disclosed or not. */
export const STAFF_CHOICES = part(
  'staff_choices',
  [STAFF],
  `
SELECT d.document_id, d.fiscal_year AS year, k.kind, s.people, s.refs, COALESCE(s.notes, []) AS notes
FROM documents d CROSS JOIN (VALUES ('on-board'), ('establishment')) k(kind)
LEFT JOIN staff s ON s.document_id = d.document_id AND s.kind = k.kind`,
);
