import { part } from '../compose.ts';
import { AMOUNTS } from './amounts.ts';
import { OWN_CLAIMS } from './claims.ts';

const KINDS = `(VALUES ('A', 'procurement-goods'), ('B', 'procurement-works'), ('C', 'procurement-services')) k(letter, kind)`;

/**
 * What is procured as goods, works and services, as `procurement_kinds`: as the narrative states it, else by the letters
 * of the procurement catalogue (政府采购品目分类目录, 财库〔2022〕31号: A 货物, B 工程, C 服务) in the procurement table.
 */
export const PROCUREMENT_KINDS = part(
  'procurement_kinds',
  [AMOUNTS, OWN_CLAIMS],
  `
WITH stated AS (
  SELECT document_id, subject AS kind, amount FROM own_claims
  WHERE measure = 'amount' AND "of" = 'procurement' AND subject IN (SELECT kind FROM ${KINDS})
  QUALIFY row_number() OVER (PARTITION BY document_id, subject ORDER BY claim_id) = 1
), listed AS (
  SELECT document_id, kind, SUM(amount) AS amount
  FROM (
    SELECT a.document_id, a.table_id, k.kind, a.amount FROM amounts a JOIN ${KINDS}
      ON regexp_matches(a.label, '^[^A-Za-z\\p{Han}]*' || k.letter || '([0-9]|[^A-Za-z0-9])')
    WHERE a.statement = 'procurement' AND a.axis = 'procurement' AND a.measure = 'total' AND a.year = a.document_year
    QUALIFY row_number() OVER (
      PARTITION BY a.document_id, a.table_id, a."row" ORDER BY a.precedence, a."column", a.fact_id
    ) = 1
  )
  GROUP BY document_id, table_id, kind
  QUALIFY dense_rank() OVER (PARTITION BY document_id ORDER BY table_id) = 1
)
SELECT document_id, kind, amount FROM stated
UNION ALL
SELECT document_id, kind, amount FROM listed
WHERE document_id NOT IN (SELECT document_id FROM stated)`,
);
