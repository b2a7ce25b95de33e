import { answerQuery, part } from './compose.ts';
import { BASIC_CLASSES, BASIC_PARTS, RETIREE_PAY } from './inputs/basic.ts';
import { perHead } from './inputs/per-head.ts';
import { DENOMINATORS } from './denominators.ts';
import * as caveats from './caveats/index.ts';
import { basicLines } from './constituents.ts';
import { defineMetric } from './record.ts';

const NUMERATORS = part(
  'numerators',
  [BASIC_PARTS, BASIC_CLASSES, RETIREE_PAY],
  `
SELECT document_id, 'personnel' AS variant, amount, slack, facts, notes, derived, CAST(NULL AS VARCHAR) AS reason
FROM basic_parts WHERE measure = 'personnel'
UNION ALL
SELECT document_id, 'wages', amount, slack, facts, notes, len(notes) > 0, NULL
FROM basic_classes WHERE class = '301'
UNION ALL
SELECT
  p.document_id, 'in-service', p.amount - r.amount, p.slack + r.slack, list_concat(p.facts, r.facts), p.notes,
  p.derived, NULL
FROM basic_parts p JOIN retiree_pay r ON r.document_id = p.document_id
WHERE p.measure = 'personnel'`,
);

export const STAFF_COST_PER_HEAD = defineMetric({
  id: 'staff-cost-per-head',
  name: { zh: '人均人员经费', en: 'Staff cost per head' },
  question: {
    zh: '每位在职人员的人员经费是多少？',
    en: 'What does each member of staff cost in personnel spending?',
  },
  definition: {
    zh: '基本支出中的人员经费除以人数。人员经费取所印数字；各表口径不同，有的把其他交通费用（30239）也列为人员经费，见提示。',
    en: 'Personnel spending within basic expenditure, divided by staff. The figure is taken as printed; tables differ, and some count other transport costs (30239) as personnel: see the notes.',
  },
  goodFor: {
    zh: '比较同类单位的用人成本；与编制、实有两种人数对照，可看出缺编的影响。',
    en: 'Comparing what staff costs in similar bodies; held against both establishment and staff on board, it shows the effect of vacant posts.',
  },
  formula: { zh: '人员经费 ÷ 人数', en: 'personnel expenditure ÷ staff' },
  unit: 'yuan-per-head',
  variants: [
    {
      id: 'personnel',
      name: { zh: '人员经费', en: 'Personnel' },
      note: {
        zh: '基本支出中的人员经费，取所印合计；没有印的，取工资福利支出（301）与对个人和家庭的补助（303）之和。',
        en: 'Personnel within basic expenditure, the total as printed; where it is not, wages and welfare (301) and grants to persons and families (303) together.',
      },
    },
    {
      id: 'wages',
      name: { zh: '工资福利支出', en: 'Wages' },
      note: {
        zh: '基本支出中的工资福利支出（经济分类 301）。',
        en: 'Wages and welfare (economic class 301) within basic expenditure.',
      },
    },
    {
      id: 'in-service',
      name: { zh: '在职人员经费', en: 'Serving staff' },
      note: {
        zh: '人员经费减去离休费、退休费（30301、30302）；没有经济分类表的，减去行政和事业单位离退休（2080501、2080502）。',
        en: 'Personnel less pensions (30301 and 30302); without a table by economic class, less retirees of administrative and institutional units (2080501 and 2080502).',
      },
    },
  ],
  denominators: DENOMINATORS,
  items: [],
  defaults: { variant: 'personnel', denominator: 'on-board', unit: 'yuan' },
  front: true,
  form: 'ranked-bars',
  lead: { variant: 'personnel', item: '' },
  pairs: ['personnel', 'wages', 'in-service'],
  madeOf: {
    personnel: [basicLines('301', '303')],
    wages: [basicLines('301')],
  },
  caveats: [
    caveats.YEARS_DIFFER,
    caveats.STAGES_DIFFER,
    caveats.SCOPES_DIFFER,
    caveats.LEVELS_DIFFER,
    caveats.BODIES_DIFFER,
    caveats.HEADCOUNT_DATE,
    caveats.RETIREES_COUNTED,
    caveats.TRANSPORT_IN_PERSONNEL,
    caveats.HIRED_STAFF,
    caveats.ROUNDED_NUMERATOR,
    caveats.READER_HEADCOUNT,
  ],
  sql: answerQuery(perHead(NUMERATORS, ['personnel', 'wages', 'in-service'])),
});
