import * as caveats from './caveats/index.ts';
import { answerQuery, part } from './compose.ts';
import { CLASSES } from './constituents.ts';
import type { LineSource, LineTable } from './constituents.ts';
import { CLASS_CHANGES, NATURE_CHANGES } from './inputs/change-lines.ts';
import { LAST_YEAR } from './inputs/change.ts';
import { TOTAL_EXPENDITURE } from './inputs/spending.ts';
import { defineMetric } from './record.ts';

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

const NOTE = {
  zh: '每一步是一项支出比上年的增减，按占上年支出总计的百分点计，减去中位机构的同一项。',
  en: 'Each step is by how much a kind of spending has changed, in percentage points of last year’s total, less the same of the middle.',
};

function changesBy(axis: 'function' | 'dept-economic', depths: readonly number[]): LineSource {
  const lines = part(
    `changes_by_${axis.replace('-', '_')}`,
    [CLASS_CHANGES],
    `SELECT document_id, code, label, amount FROM class_changes WHERE axis = '${axis}'`,
  );
  return { table: { id: `change-by-${axis}`, lines, note: NOTE }, depths, alone: true };
}

const BY_NATURE: LineTable = {
  id: 'change-by-nature',
  lines: part(
    'changes_by_nature',
    [NATURE_CHANGES],
    "SELECT document_id, nature AS code, '' AS label, amount FROM nature_changes",
  ),
  note: NOTE,
};

const CHANGES: LineSource[] = [
  changesBy('function', [5, 7, 3]),
  changesBy('dept-economic', CLASSES),
  { table: BY_NATURE, alone: true },
];

export const BUDGET_CHANGE = defineMetric({
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
  defaults: { variant: 'percent', denominator: '', unit: 'wan' },
  signed: true,
  form: 'ranked-bars',
  lead: { variant: 'percent', item: '' },
  pairs: ['percent', 'amount'],
  madeOf: { percent: CHANGES, amount: CHANGES },
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
});
