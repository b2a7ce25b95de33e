import { capitalised } from '../../core/model/localised.ts';
import { ITEM_TERMS, leavesOf, shortName, type Item } from '../../core/terms/index.ts';
import * as caveats from './caveats/index.ts';
import { answerQuery, part } from './compose.ts';
import { PUBLIC_ITEMS } from './inputs/three-public.ts';
import { defineMetric } from './record.ts';
import type { MetricVariant } from './record.ts';

/**
 * A year's own document has the say about it; what a later document prints for the same year is left out where it is the
 * same, and marked where it differs.
 */
const ANSWERS = part(
  'answers',
  [PUBLIC_ITEMS],
  `
WITH placed AS (
  SELECT p.*, d.fiscal_year AS document_year, d.agency_id, d.stage
  FROM public_items p JOIN documents d ON d.document_id = p.document_id
  WHERE p.item NOT IN ('meeting', 'training')
)
SELECT
  p.document_id, p.year, 'amount' AS variant, '' AS denominator_kind, p.item, FALSE AS divides, p.derived, p.reason,
  list_concat(
    p.notes,
    CASE WHEN o.amount IS NOT NULL THEN ['restatement'] ELSE [] END,
    CASE WHEN EXISTS (
      SELECT 1 FROM placed l
      WHERE l.agency_id = p.agency_id AND l.stage = p.stage AND l.year = p.year AND l.item = p.item
        AND p.document_year = p.year AND l.document_year > p.year AND l.amount <> p.amount
    ) THEN ['restated-later'] ELSE [] END
  ) AS notes,
  p.amount AS numerator, p.slack AS numerator_slack, p.facts AS numerator_facts,
  CAST(NULL AS INTEGER) AS denominator, NULL AS denominator_slack, CAST([] AS VARCHAR[]) AS denominator_facts
FROM placed p
LEFT JOIN placed o ON o.agency_id = p.agency_id AND o.stage = p.stage AND o.year = p.year AND o.item = p.item
  AND o.document_year = o.year AND p.document_year <> p.year
WHERE o.document_id IS NULL OR (o.amount IS NULL AND p.amount IS NOT NULL) OR o.amount <> p.amount`,
);

export const THREE_PUBLIC = defineMetric({
  id: 'three-public',
  name: { zh: '“三公”经费', en: 'Three public expenses' },
  question: {
    zh: '因公出国、公务用车和公务接待花多少，比上年多还是少？',
    en: 'What do trips abroad, official cars and receptions cost, and is it more or less than last year?',
  },
  definition: {
    zh: '因公出国（境）费、公务用车购置及运行维护费、公务接待费，按年取各年自己的文件；表中没有的取文字说明，只说与上年持平或增减额的由此推算上年数。',
    en: 'Official trips abroad, purchase and running of official cars, and receptions, each year from its own document; where the table has no figure, from the narrative; where only a change is stated, last year’s figure follows from it.',
  },
  goodFor: {
    zh: '看同一单位的变化；各单位规模不同，金额不宜直接排名。',
    en: 'Seeing change within a body; bodies differ in size, so amounts are a poor ranking.',
  },
  formula: {
    zh: '出国（境）＋公务用车（购置＋运行）＋接待',
    en: 'abroad + vehicles (purchase + running) + receptions',
  },
  unit: 'yuan',
  variants: [
    {
      id: 'amount',
      name: { zh: '金额', en: 'Amount' },
      note: { zh: '预算安排的金额，本年与上年。', en: 'The amount budgeted, this year and last.' },
    },
  ],
  denominators: [],
  items: [
    {
      id: 'three-public',
      name: { zh: '合计', en: 'Total' },
      note: { zh: '三项之和', en: 'The three together' },
    },
    item('abroad'),
    item('vehicle'),
    item('vehicle-purchase'),
    item('vehicle-running'),
    item('reception'),
  ],
  defaults: { variant: 'amount', denominator: '', unit: 'yuan' },
  front: true,
  form: 'slope',
  lead: { variant: 'amount', item: 'three-public' },
  pairs: ['amount'],
  madeOf: { amount: [{ answers: leavesOf('three-public') }] },
  caveats: [
    caveats.STAGES_DIFFER,
    caveats.SCOPES_DIFFER,
    caveats.LEVELS_DIFFER,
    caveats.BODIES_DIFFER,
    caveats.LAST_YEAR_DERIVED,
    caveats.PROSE_CONTRADICTS_TABLE,
    caveats.DECLARED_ZERO,
    caveats.BLANK_BY_SUM,
    caveats.RESTATED,
    caveats.CORRECTED,
  ],
  sql: answerQuery(ANSWERS),
});

function item(id: Item): MetricVariant {
  return { id, name: capitalised(shortName(id)), note: capitalised(ITEM_TERMS[id].name) };
}
