import * as caveats from './caveats/index.ts';
import { answerQuery, part } from './compose.ts';
import { DENOMINATORS } from './denominators.ts';
import { BASIC_PARTS } from './inputs/basic.ts';
import { perHead } from './inputs/per-head.ts';
import { basicLines } from './constituents.ts';
import { defineMetric } from './record.ts';

const NUMERATORS = part(
  'numerators',
  [BASIC_PARTS],
  `
SELECT document_id, 'public' AS variant, amount, slack, facts, notes, derived, CAST(NULL AS VARCHAR) AS reason
FROM basic_parts WHERE measure = 'public'`,
);

export const RUNNING_COST_PER_HEAD = defineMetric({
  id: 'running-cost-per-head',
  name: { zh: '人均公用经费', en: 'Running cost per head' },
  question: {
    zh: '每位在职人员的公用经费是多少？',
    en: 'What does it cost to run the office, per member of staff?',
  },
  definition: {
    zh: '基本支出中的公用经费除以人数。公用经费取所印合计；没有印的，取商品和服务支出（302）与资本性支出（310）之和。',
    en: 'Public (running) expenditure within basic expenditure, divided by staff. The total as printed; where it is not, goods and services (302) and capital expenditure (310) together.',
  },
  goodFor: {
    zh: '比较办公、水电、差旅等日常运转的花费。',
    en: 'Comparing what offices, utilities, travel and the like cost.',
  },
  formula: { zh: '公用经费 ÷ 人数', en: 'public expenditure ÷ staff' },
  unit: 'yuan-per-head',
  variants: [
    {
      id: 'public',
      name: { zh: '公用经费', en: 'Running cost' },
      note: { zh: '基本支出中的公用经费。', en: 'Public expenditure within basic expenditure.' },
    },
  ],
  denominators: DENOMINATORS,
  items: [],
  defaults: { variant: 'public', denominator: 'on-board', unit: 'yuan' },
  form: 'ranked-bars',
  lead: { variant: 'public', item: '' },
  pairs: ['public'],
  madeOf: { public: [basicLines('302', '310')] },
  caveats: [
    caveats.YEARS_DIFFER,
    caveats.STAGES_DIFFER,
    caveats.SCOPES_DIFFER,
    caveats.LEVELS_DIFFER,
    caveats.BODIES_DIFFER,
    caveats.HEADCOUNT_DATE,
    caveats.TRANSPORT_IN_PERSONNEL,
    caveats.SUMMED_FROM_PARTS,
    caveats.ROUNDED_NUMERATOR,
    caveats.READER_HEADCOUNT,
    caveats.CORRECTED,
  ],
  sql: answerQuery(perHead(NUMERATORS, ['public'])),
});
