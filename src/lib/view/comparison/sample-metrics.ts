import { METRICS } from '../../data/metrics/types.ts';
import type { MetricVariant } from '../../data/metrics/types.ts';
import type { ComparedMetric } from './input.ts';

/** Metric records cut down to what tests and the chart gallery need; their ids are those of the invented data set. */
export const SAMPLE_METRICS = {
  staffCost: metric({
    id: 'staff-cost-per-head',
    name: { zh: '人均人员经费', en: 'Staff cost per head' },
    question: { zh: '养一个人要花多少钱？', en: 'What does one member of staff cost?' },
    formula: { zh: '人员经费 ÷ 人数', en: 'personnel ÷ staff' },
    unit: 'yuan-per-head',
    variants: [
      named('personnel', '人员经费', 'personnel expenditure'),
      named('wages', '工资福利支出', 'wages and benefits'),
      named('in-service', '在职人员经费', 'in-service personnel expenditure'),
    ],
    denominators: [
      named('on-board', '实有在职人数', 'staff on board'),
      named('establishment', '编制数', 'establishment'),
    ],
    caveats: [
      {
        id: 'unlike-scopes',
        applies: (_, documents) =>
          new Set(documents.map((document) => document.scope)).size > 1
            ? documents
                .filter((document) => document.scope === 'department')
                .map((document) => document.document_id)
            : null,
        text: (names, lang) =>
          lang === 'zh'
            ? `${names.join('、')}的数含所属单位。`
            : `${names.join(', ')} include subordinate units.`,
      },
    ],
  }),
  projectShare: metric({
    id: 'project-share',
    name: { zh: '项目支出占比', en: 'Project share' },
    question: { zh: '钱有多少花在项目上？', en: 'How much of the money is projects?' },
    formula: { zh: '项目支出 ÷ 支出总计', en: 'project ÷ total expenditure' },
    unit: 'percent',
    variants: [
      named('all', '全部项目', 'all projects'),
      named('administration', '不含转移性项目', 'without transfers'),
    ],
  }),
  threePublic: metric({
    id: 'three-public',
    name: { zh: '“三公”经费', en: 'Three-public spending' },
    question: { zh: '“三公”经费是多了还是少了？', en: 'Is three-public spending going up or down?' },
    formula: { zh: '因公出国（境）费＋公务接待费＋公务用车费', en: 'abroad + reception + vehicles' },
    unit: 'yuan',
    form: 'slope',
    variants: [named('amount', '金额', 'amount')],
    items: [
      named('three-public', '合计', 'total'),
      named('abroad', '因公出国（境）', 'trips abroad'),
      named('reception', '公务接待', 'receptions'),
      named('vehicle', '公务用车', 'vehicles'),
    ],
  }),
  indicators: metric({
    id: 'indicator-coverage',
    name: { zh: '绩效指标覆盖', en: 'Indicator coverage' },
    question: { zh: '绩效指标公开到什么程度？', en: 'Which targets are published?' },
    formula: { zh: '已填写指标值的三级指标', en: 'filled third-level indicators' },
    unit: 'count',
    form: 'matrix',
    variants: [
      named('all', '全部指标', 'all indicators'),
      { ...named('projects', '有目标的项目', 'projects with targets'), unit: 'percent' },
      { ...named('money', '有目标的资金', 'money with targets'), unit: 'percent' },
      { ...named('categories', '填到的类别', 'categories filled'), unit: 'percent' },
      { ...named('quantitative', '量化的指标', 'quantitative targets'), unit: 'percent' },
    ],
    items: [
      named('quantity', '数量', 'quantity'),
      named('quality', '质量', 'quality'),
      named('timeliness', '时效', 'timeliness'),
      named('cost', '成本', 'cost'),
      named('economic-benefit', '经济效益', 'economic'),
      named('social-benefit', '社会效益', 'social'),
      named('sustained-effect', '可持续影响', 'lasting'),
      named('satisfaction', '满意度', 'satisfaction'),
    ],
  }),
  budgetChange: metric({
    id: 'budget-change',
    name: { zh: '预算增减', en: 'Budget change' },
    question: { zh: '预算比上年多了多少？', en: 'How has the budget changed?' },
    formula: { zh: '（本年 − 上年）÷ 上年', en: '(this year − last year) ÷ last year' },
    unit: 'yuan',
    signed: true,
    variants: [
      { ...named('percent', '增减率', 'rate'), unit: 'percent' },
      named('amount', '增减额', 'amount'),
    ],
  }),
  functionMix: metric({
    id: 'function-mix',
    name: { zh: '支出结构（功能）', en: 'Expenditure by function' },
    question: { zh: '钱花在哪些方面？', en: 'What is the money for?' },
    formula: { zh: '各类支出 ÷ 支出总计', en: 'class ÷ total' },
    unit: 'percent',
    form: 'stacked',
    variants: [named('class', '类', 'class')],
    items: [
      named('208', '社会保障和就业支出', 'social security and employment'),
      named('210', '卫生健康支出', 'health'),
      named('221', '住房保障支出', 'housing'),
    ],
  }),
} satisfies Record<string, ComparedMetric>;

function named(id: string, zh: string, en: string): MetricVariant {
  return { id, name: { zh, en }, note: { zh: '', en: '' } };
}

function metric(
  given: Partial<ComparedMetric> & Pick<ComparedMetric, 'id' | 'name' | 'question' | 'formula' | 'unit'>,
): ComparedMetric {
  const { defaults, lead, pairs, madeOf } = METRICS[given.id];
  return {
    defaults,
    lead,
    pairs,
    madeOf,
    definition: { zh: '', en: '' },
    goodFor: { zh: '', en: '' },
    variants: [],
    denominators: [],
    items: [],
    form: 'ranked-bars',
    caveats: [],
    ...given,
  };
}
