import * as caveats from './caveats/index.ts';
import { answerQuery, part } from './compose.ts';
import type { LineTable } from './constituents.ts';
import { TOTALS } from './inputs/amounts.ts';
import { statedAmounts } from './inputs/claims.ts';
import { PROCUREMENT_KINDS } from './inputs/procurement-kinds.ts';
import { TOTAL_EXPENDITURE } from './inputs/spending.ts';
import { defineMetric } from './record.ts';

/** The total of the procurement table, else what the narrative states; an empty table with a stated zero is a zero. */
const PROCUREMENT = part(
  'procurement',
  [TOTALS, statedAmounts('stated_procurement', 'procurement')],
  `
WITH item_table AS (
  SELECT document_id, MIN(status) AS status FROM tables WHERE statement = 'procurement' GROUP BY document_id
), figures AS (
  SELECT document_id, amount, slack, [fact_id] AS facts, CAST([] AS VARCHAR[]) AS notes, 1 AS rank
  FROM totals WHERE statement = 'procurement' AND measure = 'total'
  UNION ALL
  SELECT
    s.document_id, s.amount, s.slack, s.facts,
    CASE WHEN t.status IS DISTINCT FROM 'declared-empty' THEN ['from-prose']
      WHEN s.amount = 0 THEN ['declared-zero', 'from-prose'] ELSE ['from-prose', 'prose-contradicts-empty-table'] END,
    2
  FROM stated_procurement s LEFT JOIN item_table t ON t.document_id = s.document_id
)
SELECT
  d.document_id, f.amount, f.slack, f.facts, COALESCE(f.notes, []) AS notes,
  CASE t.status WHEN 'declared-empty' THEN 'table-declared-empty' WHEN 'published' THEN 'figure-not-disclosed'
    ELSE 'table-missing' END AS reason
FROM documents d
LEFT JOIN item_table t ON t.document_id = d.document_id
LEFT JOIN (
  SELECT * FROM figures QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY rank, facts) = 1
) f ON f.document_id = d.document_id`,
);

const ANSWERS = part(
  'answers',
  [PROCUREMENT, TOTAL_EXPENDITURE],
  `
SELECT
  d.document_id, d.fiscal_year AS year, 'all' AS variant, '' AS denominator_kind, '' AS item, TRUE AS divides,
  FALSE AS derived, CASE WHEN p.amount IS NULL THEN p.reason ELSE 'figure-not-disclosed' END AS reason, p.notes,
  p.amount AS numerator, p.slack AS numerator_slack, p.facts AS numerator_facts,
  e.amount AS denominator, e.slack AS denominator_slack, e.facts AS denominator_facts
FROM documents d JOIN procurement p ON p.document_id = d.document_id
LEFT JOIN total_expenditure e ON e.document_id = d.document_id`,
);

const PROCUREMENT_LINES: LineTable = {
  id: 'procurement',
  lines: part(
    'procurement_lines',
    [PROCUREMENT_KINDS],
    "SELECT document_id, kind AS code, '' AS label, amount FROM procurement_kinds",
  ),
};

export const PROCUREMENT_SHARE = defineMetric({
  id: 'procurement-share',
  name: { zh: '政府采购占比', en: 'Procurement share' },
  question: {
    zh: '预算里有多少要走政府采购？',
    en: 'How much of the budget goes through government procurement?',
  },
  definition: {
    zh: '政府采购预算除以支出总计。采购金额取政府采购表合计，没有的取文字说明。',
    en: 'The procurement budget divided by total expenditure; the amount is the total of the procurement table, else what the narrative states.',
  },
  goodFor: {
    zh: '看采购的比重；购买服务另列表，不与此相加。',
    en: 'Seeing the weight of procurement; purchased services are listed apart and not added.',
  },
  formula: { zh: '政府采购预算 ÷ 支出总计', en: 'procurement ÷ total expenditure' },
  unit: 'percent',
  variants: [
    {
      id: 'all',
      name: { zh: '全部采购', en: 'All procurement' },
      note: { zh: '货物、工程和服务合计。', en: 'Goods, works and services together.' },
    },
  ],
  denominators: [],
  items: [],
  defaults: { variant: 'all', denominator: '', unit: 'yuan' },
  form: 'ranked-bars',
  lead: { variant: 'all', item: '' },
  pairs: ['all'],
  madeOf: { all: [{ table: PROCUREMENT_LINES }] },
  caveats: [
    caveats.YEARS_DIFFER,
    caveats.STAGES_DIFFER,
    caveats.SCOPES_DIFFER,
    caveats.LEVELS_DIFFER,
    caveats.BODIES_DIFFER,
    caveats.FROM_PROSE,
    caveats.PROSE_CONTRADICTS_TABLE,
    caveats.CORRECTED,
  ],
  sql: answerQuery(ANSWERS),
});
