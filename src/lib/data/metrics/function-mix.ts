import * as caveats from './caveats/index.ts';
import { FUNCTION_ITEMS } from './class-names.ts';
import { answerQuery } from './compose.ts';
import { FUNCTION_MIX_LINES, shares } from './inputs/mix.ts';
import { defineMetric } from './record.ts';

export const FUNCTION_MIX = defineMetric({
  id: 'function-mix',
  name: { zh: '支出结构（按功能）', en: 'Spending by function' },
  question: { zh: '钱按功能用在哪里？', en: 'What is the money for, by function?' },
  definition: {
    zh: '各功能分类占支出合计的百分比，取同一张表：先取支出总表，没有的、或所列各类加起来不到合计的，取一般公共预算支出表或收支总表。没有一张表列全的，未列的数可能属于任何一类，区间随之放宽。',
    en: 'Each functional class as a share of total expenditure, within one table: the expenditure table, else, or where its classes do not add up to its total, that of the general public budget or the summary. Where no table lists all, what is not listed may belong to any class: the interval is wider by it.',
  },
  goodFor: {
    zh: '看职能重心；退休、住房、医疗等类别各单位都有，差别在主业。',
    en: 'Seeing what a body is for; pensions, housing and health are everywhere, the difference lies in the main class.',
  },
  formula: { zh: '某类支出 ÷ 支出合计', en: 'spending of a class ÷ total expenditure' },
  unit: 'percent',
  variants: [
    {
      id: 'class',
      name: { zh: '类', en: 'Classes' },
      note: { zh: '三位编码的类。', en: 'Classes, codes of three digits.' },
    },
    {
      id: 'group',
      name: { zh: '款', en: 'Groups' },
      note: { zh: '五位编码的款。', en: 'Groups, codes of five digits.' },
    },
  ],
  denominators: [],
  items: FUNCTION_ITEMS,
  defaults: { variant: 'class', denominator: '', unit: 'yuan' },
  form: 'stacked',
  pairs: [],
  caveats: [
    caveats.YEARS_DIFFER,
    caveats.STAGES_DIFFER,
    caveats.SCOPES_DIFFER,
    caveats.LEVELS_DIFFER,
    caveats.BODIES_DIFFER,
    caveats.CORRECTED,
  ],
  sql: answerQuery(shares(FUNCTION_MIX_LINES, ['class', 'group'])),
});
