import { part } from '../compose.ts';
import type { Part } from '../compose.ts';

/**
 * Amounts that the narrative states for a subject in the document's own year, as `name`: the first, unless a later one
 * says that it belongs to the stage of the document. What is a part of something else (`of`) is not the subject's own.
 */
export function statedAmounts(name: string, subject: string): Part {
  return part(
    name,
    [],
    `
SELECT
  c.document_id, TRY_CAST(c.yuan_text AS DECIMAL(28,8)) AS amount,
  CASE WHEN c.decimals = 0 AND c.yuan = 0 THEN 0 ELSE COALESCE(c.slack_yuan, 0) END AS slack,
  ['claim:' || c.claim_id] AS facts
FROM claims c JOIN documents d ON d.document_id = c.document_id
WHERE c.subject = '${subject}' AND c.measure = 'amount' AND c.yuan_text IS NOT NULL AND c."of" IS NULL
  AND COALESCE(c.fiscal_year, d.fiscal_year) = d.fiscal_year
  AND NOT (d.stage = 'budget' AND COALESCE(c.basis, '') = 'execution')
QUALIFY row_number() OVER (
  PARTITION BY c.document_id
  ORDER BY CASE WHEN d.stage = 'final-account' AND COALESCE(c.basis, '') <> 'execution' THEN 1 ELSE 0 END, c.claim_id
) = 1`,
  );
}
