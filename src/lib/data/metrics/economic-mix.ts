import * as caveats from './caveats/index.ts';
import { ECONOMIC_ITEMS } from './class-names.ts';
import { answerQuery } from './compose.ts';
import { ECONOMIC_MIX_LINES, shares } from './inputs/mix.ts';
import { defineMetric } from './record.ts';

export const ECONOMIC_MIX = defineMetric({
  id: 'economic-mix',
  name: { zh: '支出结构（按经济分类）', en: 'Spending by economic class' },
  question: {
    zh: '钱花在工资、商品服务还是补助上？',
    en: 'Does the money go to wages, to goods and services, or to grants?',
  },
  definition: {
    zh: '各部门经济分类占基本支出的百分比；公布全部一般公共预算支出经济分类的，另有占全部支出的百分比。',
    en: 'Each economic class as a share of basic expenditure; for those that publish all spending of the general public budget by economic class, also as a share of that.',
  },
  goodFor: { zh: '看支出的性质。', en: 'Seeing what kind of spending it is.' },
  formula: { zh: '某经济类支出 ÷ 合计', en: 'spending of a class ÷ total' },
  unit: 'percent',
  variants: [
    {
      id: 'basic',
      name: { zh: '基本支出', en: 'Basic expenditure' },
      note: {
        zh: '基本支出之内，各单位都公布。',
        en: 'Within basic expenditure, which every body publishes.',
      },
    },
    {
      id: 'general',
      name: { zh: '全部一般公共预算支出', en: 'All spending' },
      note: {
        zh: '基本支出与项目支出合计，只有部分单位公布。',
        en: 'Basic and project expenditure together; only some publish it.',
      },
    },
  ],
  denominators: [],
  items: ECONOMIC_ITEMS,
  defaults: { variant: 'basic', denominator: '', unit: 'yuan' },
  form: 'stacked',
  pairs: [],
  caveats: [
    caveats.YEARS_DIFFER,
    caveats.STAGES_DIFFER,
    caveats.SCOPES_DIFFER,
    caveats.LEVELS_DIFFER,
    caveats.BODIES_DIFFER,
    caveats.TRANSPORT_IN_PERSONNEL,
    caveats.CORRECTED,
  ],
  sql: answerQuery(shares(ECONOMIC_MIX_LINES, ['basic', 'general'])),
});
