import { part } from '../compose.ts';
import type { Part } from '../compose.ts';
import { STAFF_CHOICES } from './headcounts.ts';

/**
 * Amounts over staff: every document, variant and choice of denominator, disclosed or not. The part given has the columns
 * document_id, variant, amount, slack, facts, notes, derived, reason.
 */
export function perHead(amounts: Part, variants: readonly string[]): Part {
  return part(
    'answers',
    [amounts, STAFF_CHOICES],
    `
SELECT
  s.document_id, s.year, v.variant, s.kind AS denominator_kind, '' AS item, TRUE AS divides,
  COALESCE(n.derived, FALSE) AS derived,
  CASE
    WHEN n.amount IS NULL THEN COALESCE(n.reason, 'figure-not-disclosed')
    WHEN s.people IS NULL THEN 'headcount-not-disclosed'
  END AS reason,
  list_concat(COALESCE(n.notes, []), s.notes) AS notes,
  n.amount AS numerator, n.slack AS numerator_slack, n.facts AS numerator_facts,
  s.people AS denominator, 0 AS denominator_slack, s.refs AS denominator_facts
FROM staff_choices s CROSS JOIN (VALUES ${variants.map((variant) => `('${variant}')`).join(', ')}) v(variant)
LEFT JOIN ${amounts.name} n ON n.document_id = s.document_id AND n.variant = v.variant`,
  );
}
