import * as caveats from './caveats/index.ts';
import { answerQuery, part } from './compose.ts';
import { DENOMINATORS } from './denominators.ts';
import { AMOUNTS } from './inputs/amounts.ts';
import { BASIC_PARTS } from './inputs/basic.ts';
import { statedAmounts } from './inputs/claims.ts';
import { perHead } from './inputs/per-head.ts';
import { basicLines } from './constituents.ts';
import { defineMetric } from './record.ts';

/** As a table prints it (some join it to the three public expenses), else as the narrative states it. */
const NUMERATORS = part(
  'numerators',
  [AMOUNTS, BASIC_PARTS, statedAmounts('stated_operating_cost', 'operating-cost')],
  `
WITH figures AS (
  SELECT document_id, amount, slack, [fact_id] AS facts, CAST([] AS VARCHAR[]) AS notes, 1 AS rank
  FROM amounts
  WHERE table_id IS NOT NULL AND year = document_year AND measure = 'total'
    AND (label LIKE '%机关运行经费%' OR column_label LIKE '%机关运行经费%')
  QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY precedence, table_id, "row", "column") = 1
  UNION ALL
  SELECT document_id, amount, slack, facts, ['from-prose'], 2 FROM stated_operating_cost
), chosen AS (
  SELECT * FROM figures QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY rank) = 1
)
SELECT
  c.document_id, v.variant, c.amount, c.slack, c.facts,
  list_concat(c.notes, CASE WHEN abs(c.amount - b.amount) > c.slack + b.slack THEN ['differs-from-public'] ELSE [] END)
    AS notes,
  FALSE AS derived, CAST(NULL AS VARCHAR) AS reason
FROM chosen c CROSS JOIN (VALUES ('amount'), ('per-head')) v(variant)
LEFT JOIN basic_parts b ON b.document_id = c.document_id AND b.measure = 'public'`,
);

const PER_HEAD = perHead(NUMERATORS, ['per-head']);
const ANSWERS = part(
  'all_answers',
  [NUMERATORS, PER_HEAD],
  `
SELECT * FROM answers
UNION ALL
SELECT
  d.document_id, d.fiscal_year, 'amount', '', '', FALSE, FALSE, 'figure-not-disclosed', COALESCE(n.notes, []),
  n.amount, n.slack, n.facts, NULL, NULL, NULL
FROM documents d LEFT JOIN numerators n ON n.document_id = d.document_id AND n.variant = 'amount'`,
);

export const OPERATING_COST = defineMetric({
  id: 'operating-cost',
  name: { zh: '机关运行经费', en: 'Operating cost' },
  question: { zh: '机关运行经费安排了多少？', en: 'How much is set aside for running the office?' },
  definition: {
    zh: '文件所说的机关运行经费，取所印数字。多数单位等于基本支出中的公用经费，有的还包括项目中的商品和服务，见提示。',
    en: 'The operating cost that the document states, as printed. For most it equals the running cost within basic expenditure; some include goods and services of projects: see the notes.',
  },
  goodFor: {
    zh: '预算法要求说明的一项；宜与人均公用经费对照看。',
    en: 'An item that the Budget Law requires to be explained; best read beside running cost per head.',
  },
  formula: { zh: '所述金额；或 ÷ 人数', en: 'as stated; or ÷ staff' },
  unit: 'yuan',
  variants: [
    {
      id: 'amount',
      name: { zh: '金额', en: 'Amount' },
      note: { zh: '文件所说的金额。', en: 'The amount stated.' },
      unit: 'yuan',
    },
    {
      id: 'per-head',
      name: { zh: '人均', en: 'Per head' },
      note: { zh: '金额除以人数。', en: 'The amount divided by staff.' },
      unit: 'yuan-per-head',
    },
  ],
  denominators: DENOMINATORS,
  items: [],
  defaults: { variant: 'amount', denominator: '', unit: 'wan' },
  form: 'ranked-bars',
  lead: { variant: 'amount', item: '' },
  pairs: ['amount', 'per-head'],
  madeOf: { amount: [basicLines('302', '310')], 'per-head': [basicLines('302', '310')] },
  caveats: [
    caveats.YEARS_DIFFER,
    caveats.STAGES_DIFFER,
    caveats.SCOPES_DIFFER,
    caveats.LEVELS_DIFFER,
    caveats.BODIES_DIFFER,
    caveats.OPERATING_COST_SCOPE,
    caveats.FROM_PROSE,
    caveats.READER_HEADCOUNT,
    caveats.CORRECTED,
  ],
  sql: answerQuery(ANSWERS),
});
