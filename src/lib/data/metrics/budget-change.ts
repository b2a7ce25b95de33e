import * as caveats from './caveats/index.ts';
import { answerQuery, part } from './compose.ts';
import { LAST_YEAR } from './inputs/change.ts';
import { TOTAL_EXPENDITURE } from './inputs/spending.ts';
import type { MetricRecord } from './types.ts';

const ANSWERS = part(
  'answers',
  [TOTAL_EXPENDITURE, LAST_YEAR],
  `
SELECT
  d.document_id, d.fiscal_year AS year, v.variant, '' AS denominator_kind, '' AS item, v.variant = 'percent' AS divides,
  COALESCE(l.derived, FALSE) AS derived, 'figure-not-disclosed' AS reason, COALESCE(l.notes, []) AS notes,
  e.amount - l.amount AS numerator,
  CASE WHEN l.derived THEN l.slack - e.slack ELSE e.slack + l.slack END AS numerator_slack,
  list_concat(e.facts, l.facts) AS numerator_facts,
  CASE WHEN v.variant = 'percent' THEN l.amount END AS denominator,
  CASE WHEN v.variant = 'percent' THEN l.slack END AS denominator_slack,
  CASE WHEN v.variant = 'percent' THEN CASE WHEN l.derived THEN list_concat(e.facts, l.facts) ELSE l.facts END END
    AS denominator_facts
FROM documents d CROSS JOIN (VALUES ('amount'), ('percent')) v(variant)
LEFT JOIN total_expenditure e ON e.document_id = d.document_id
LEFT JOIN last_year l ON l.document_id = d.document_id`,
);

export const BUDGET_CHANGE: MetricRecord = {
  id: 'budget-change',
  name: { zh: '预算增减', en: 'Budget change' },
  question: {
    zh: '预算比上年增加还是减少，多少？',
    en: 'Has the budget grown or shrunk since last year, and by how much?',
  },
  definition: {
    zh: '本年支出总计减上年支出总计；上年数取所印数字，没有的由所述增减额推算，再没有的取该单位上年的文件。',
    en: 'Total expenditure less last year’s; last year as printed, else as the stated change implies, else from the agency’s document of last year.',
  },
  goodFor: {
    zh: '看规模变化；原因见文件所述。',
    en: 'Seeing how size changes; the document gives the reason.',
  },
  formula: { zh: '（本年 − 上年）÷ 上年', en: '(this year − last year) ÷ last year' },
  unit: 'percent',
  variants: [
    {
      id: 'percent',
      name: { zh: '增减率', en: 'Rate' },
      note: { zh: '增减额占上年支出总计的百分比。', en: 'The change as a share of last year’s total.' },
      unit: 'percent',
    },
    {
      id: 'amount',
      name: { zh: '增减额', en: 'Amount' },
      note: { zh: '本年支出总计减上年支出总计。', en: 'Total expenditure less last year’s.' },
      unit: 'yuan',
    },
  ],
  denominators: [],
  items: [],
  signed: true,
  form: 'ranked-bars',
  caveats: [
    caveats.YEARS_DIFFER,
    caveats.STAGES_DIFFER,
    caveats.SCOPES_DIFFER,
    caveats.LEVELS_DIFFER,
    caveats.BODIES_DIFFER,
    caveats.LAST_YEAR_DERIVED,
    caveats.CORRECTED,
  ],
  sql: answerQuery(ANSWERS),
};
