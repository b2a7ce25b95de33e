import { z } from 'zod';
import { AGENCY_LEVELS, SCOPES, STAGES } from '../arrow/tables.ts';
import type { Engine } from '../engine/engine.ts';
import { decimalCell, readRows } from '../engine/rows.ts';
import { part, partQuery } from './compose.ts';
import { LINES } from './inputs/amounts.ts';
import { RETIREE_PAY } from './inputs/basic.ts';
import { STAFF } from './inputs/headcounts.ts';
import { FORMS } from './inputs/indicators.ts';
import { TRANSFERS } from './inputs/spending.ts';
import type { DocumentFacts } from './record.ts';

/** Words for staff who are hired outside the establishment. */
const HIRED = '聘用|临聘|编外|劳务派遣|协管|公益性?岗|临时工|专.{0,2}兼.{0,2}职人员|政府购买岗';

const DOCUMENT_FACTS = part(
  'document_facts',
  [STAFF, RETIREE_PAY, LINES, TRANSFERS, FORMS],
  `
WITH transport AS (
  SELECT document_id, SUM(amount) AS amount FROM (
    SELECT * FROM lines
    WHERE code = '30239' AND measure = 'personnel' AND statement IN ('basic-by-economic', 'general-by-economic')
    QUALIFY dense_rank() OVER (PARTITION BY document_id ORDER BY statement, table_id) = 1
  ) GROUP BY document_id
), hired AS (
  SELECT document_id, LIST(DISTINCT name ORDER BY name) AS names FROM (
    SELECT document_id, COALESCE(project, label) AS name FROM facts
    WHERE axis = 'project' AND regexp_matches(COALESCE(project, label), '${HIRED}')
    UNION
    SELECT document_id, COALESCE(project, level3) FROM indicators WHERE regexp_matches(level3, '${HIRED}')
  ) GROUP BY document_id
)
SELECT
  d.document_id, d.agency_id, d.fiscal_year, d.stage, d.scope, a.body, a.level, s.as_of AS headcount_as_of,
  CAST(r.amount AS VARCHAR) AS retiree_pay, CAST(t.amount AS VARCHAR) AS transport_in_personnel,
  CAST(x.amount AS VARCHAR) AS transfer_projects, COALESCE(h.names, []) AS hired_staff_projects,
  f.form AS indicator_form, COALESCE(f.long_term, 0) AS long_term_indicators
FROM documents d
LEFT JOIN agencies a ON a.agency_id = d.agency_id
LEFT JOIN staff s ON s.document_id = d.document_id AND s.kind = 'on-board'
LEFT JOIN retiree_pay r ON r.document_id = d.document_id
LEFT JOIN transport t ON t.document_id = d.document_id
LEFT JOIN transfers x ON x.document_id = d.document_id
LEFT JOIN hired h ON h.document_id = d.document_id
LEFT JOIN forms f ON f.document_id = d.document_id
WHERE d.fiscal_year IS NOT NULL
ORDER BY d.document_id`,
);

/** An amount, null where there is none or it is nothing. */
const someAmount = decimalCell.nullable().transform((amount) => (amount === '0' ? null : amount));

/** What the caveats look at, for every document; amounts in yuan, null where there is none (or it is nothing). */
export async function loadDocumentFacts(engine: Engine): Promise<DocumentFacts[]> {
  return readRows(await engine.query(partQuery(DOCUMENT_FACTS)), {
    document_id: z.string(),
    agency_id: z.string(),
    fiscal_year: z.int(),
    stage: z.enum(STAGES),
    scope: z.enum(SCOPES),
    body: z.string().nullable(),
    level: z.enum(AGENCY_LEVELS).nullable(),
    headcount_as_of: z.string().nullable(),
    retiree_pay: someAmount,
    transport_in_personnel: someAmount,
    transfer_projects: someAmount,
    hired_staff_projects: z.array(z.string()),
    indicator_form: z.enum(['newer', 'older']).nullable(),
    long_term_indicators: z.int(),
  });
}
