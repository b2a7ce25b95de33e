import { part } from '../compose.ts';
import type { Part } from '../compose.ts';

/** Amounts that the narrative states for the document's own year, as `own_claims`; of a budget none that it compares with execution. */
export const OWN_CLAIMS = part(
  'own_claims',
  [],
  `
SELECT c.*, d.stage, TRY_CAST(c.yuan_text AS DECIMAL(28,8)) AS amount, 'claim:' || c.claim_id AS ref
FROM claims c JOIN documents d ON d.document_id = c.document_id
WHERE c.yuan_text IS NOT NULL AND COALESCE(c.fiscal_year, d.fiscal_year) = d.fiscal_year
  AND NOT (d.stage = 'budget' AND COALESCE(c.basis, '') = 'execution')`,
);

/**
 * Amounts that the narrative states for a subject in the document's own year, as `name`: the first, unless a later one
 * says that it belongs to the stage of the document. What is a part of something else (`of`) is not the subject's own.
 */
export function statedAmounts(name: string, subject: string): Part {
  return part(
    name,
    [OWN_CLAIMS],
    `
SELECT
  document_id, amount, CASE WHEN decimals = 0 AND yuan = 0 THEN 0 ELSE COALESCE(slack_yuan, 0) END AS slack, [ref] AS facts
FROM own_claims
WHERE subject = '${subject}' AND measure = 'amount' AND "of" IS NULL
QUALIFY row_number() OVER (
  PARTITION BY document_id
  ORDER BY CASE WHEN stage = 'final-account' AND COALESCE(basis, '') <> 'execution' THEN 1 ELSE 0 END, claim_id
) = 1`,
  );
}
