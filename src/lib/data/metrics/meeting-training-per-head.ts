import * as caveats from './caveats/index.ts';
import { answerQuery, part } from './compose.ts';
import { DENOMINATORS } from './denominators.ts';
import { perHead } from './inputs/per-head.ts';
import { PUBLIC_ITEMS } from './inputs/three-public.ts';
import { defineMetric } from './record.ts';

const NUMERATORS = part(
  'numerators',
  [PUBLIC_ITEMS],
  `
WITH own AS (
  SELECT p.* FROM public_items p JOIN documents d ON d.document_id = p.document_id AND d.fiscal_year = p.year
  WHERE p.item IN ('meeting', 'training')
)
SELECT
  document_id, 'meeting-training' AS variant,
  CASE WHEN COUNT(amount) = 2 THEN SUM(amount) END AS amount, SUM(slack) AS slack,
  flatten(LIST(facts ORDER BY item)) AS facts, flatten(LIST(notes ORDER BY item)) AS notes,
  BOOL_OR(derived) AS derived, MIN(reason) AS reason
FROM own GROUP BY document_id
UNION ALL
SELECT document_id, item, amount, slack, facts, notes, derived, reason FROM own`,
);

export const MEETING_TRAINING_PER_HEAD = defineMetric({
  id: 'meeting-training-per-head',
  name: { zh: '人均会议费、培训费', en: 'Meetings and training per head' },
  question: {
    zh: '每位在职人员的会议费和培训费是多少？',
    en: 'What is spent on meetings and training, per member of staff?',
  },
  definition: {
    zh: '会议费与培训费之和除以人数；取“三公”经费表同列的数字，没有的取文字说明。两项缺一，合计就没有值。',
    en: 'Meetings and training together, divided by staff; from the table that prints them beside the three public expenses, else from the narrative. Where one of the two is missing there is no total.',
  },
  goodFor: { zh: '看会议和培训支出的规模。', en: 'Seeing the size of meeting and training budgets.' },
  formula: { zh: '（会议费＋培训费）÷ 人数', en: '(meetings + training) ÷ staff' },
  unit: 'yuan-per-head',
  variants: [
    {
      id: 'meeting-training',
      name: { zh: '会议费与培训费', en: 'Both' },
      note: { zh: '两项之和。', en: 'The two together.' },
    },
    {
      id: 'meeting',
      name: { zh: '会议费', en: 'Meetings' },
      note: { zh: '只计会议费。', en: 'Meetings only.' },
    },
    {
      id: 'training',
      name: { zh: '培训费', en: 'Training' },
      note: { zh: '只计培训费。', en: 'Training only.' },
    },
  ],
  denominators: DENOMINATORS,
  items: [],
  defaults: { variant: 'meeting-training', denominator: 'on-board', unit: 'yuan' },
  form: 'ranked-bars',
  lead: { variant: 'meeting-training', item: '' },
  pairs: ['meeting-training', 'meeting', 'training'],
  madeOf: { 'meeting-training': [{ answers: ['meeting', 'training'] }] },
  caveats: [
    caveats.YEARS_DIFFER,
    caveats.STAGES_DIFFER,
    caveats.SCOPES_DIFFER,
    caveats.LEVELS_DIFFER,
    caveats.BODIES_DIFFER,
    caveats.HEADCOUNT_DATE,
    caveats.FROM_PROSE,
    caveats.PROSE_CONTRADICTS_TABLE,
    caveats.READER_HEADCOUNT,
    caveats.CORRECTED,
  ],
  sql: answerQuery(perHead(NUMERATORS, ['meeting-training', 'meeting', 'training'])),
});
