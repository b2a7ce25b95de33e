import { crowded } from './crowd';
import { compare, comparisonInput } from '$lib/view/comparison/index';
import type { ComparedMetric, Comparison } from '$lib/view/comparison/index';
import { SAMPLE_METRICS } from '$lib/view/comparison/sample-metrics';
import { defaultState } from '$lib/view/state';
import type { ViewState } from '$lib/view/state';
import { METRICS } from '$lib/data/metrics/index';
import type { Answers } from '$lib/data/answers';

/** Every chart once, by name: what the stored pictures are drawn from. */
export const GALLERY: Record<string, (answers: Answers) => Comparison> = {
  'staff-cost': chart(SAMPLE_METRICS.staffCost),
  'staff-cost-own-headcount': chart(SAMPLE_METRICS.staffCost, {
    headcounts: { 'wuquan-ybj': 21 },
    unit: 'wan',
  }),
  'staff-cost-english': chart(SAMPLE_METRICS.staffCost, {}, 'en'),
  'project-share': chart(SAMPLE_METRICS.projectShare),
  'project-share-unlike': chart(METRICS['project-share']),
  'function-mix-unlike': chart(METRICS['function-mix']),
  'budget-change': chart(SAMPLE_METRICS.budgetChange, { variant: 'amount' }),
  'three-public': chart(SAMPLE_METRICS.threePublic),
  'three-public-english': chart(SAMPLE_METRICS.threePublic, {}, 'en'),
  'three-public-items': chart(SAMPLE_METRICS.threePublic, { items: ['abroad', 'reception', 'vehicle'] }),
  indicators: chart(SAMPLE_METRICS.indicators),
  'indicators-english': chart(SAMPLE_METRICS.indicators, {}, 'en'),
  'function-mix': chart(SAMPLE_METRICS.functionMix),
  'staff-cost-crowded': (answers) => chart(SAMPLE_METRICS.staffCost)(crowded(answers)),
  'three-public-crowded': (answers) =>
    chart(SAMPLE_METRICS.threePublic, { compareYear: 2023, year: 2024 })(crowded(answers)),
  'three-public-years': (answers) =>
    chart(SAMPLE_METRICS.threePublic, { agencies: ['jiachuan-ybj', 'yiling-ybj', 'wuquan-ybj'] })(
      crowded(answers),
    ),
  'indicators-crowded': (answers) => chart(SAMPLE_METRICS.indicators)(crowded(answers)),
  'staff-cost-dots': chart(SAMPLE_METRICS.staffCost, { form: 'dots', headcounts: { 'wuquan-ybj': 21 } }),
  'function-mix-panels': chart(SAMPLE_METRICS.functionMix, { form: 'item-panels' }),
  'three-public-panels': chart(SAMPLE_METRICS.threePublic, { form: 'item-panels' }),
  'three-public-agencies': (answers) =>
    chart(SAMPLE_METRICS.threePublic, { form: 'year-panels' })(crowded(answers)),
  nothing: chart(SAMPLE_METRICS.staffCost, { agencies: ['wuquan-ybj', 'dingzhou-ybj'] }),
  'nothing-over-years': chart(SAMPLE_METRICS.threePublic, { year: 2020, compareYear: 2019 }),
  'nothing-in-panels': chart(SAMPLE_METRICS.threePublic, {
    year: 2020,
    compareYear: 2019,
    form: 'year-panels',
  }),
};

export const GALLERY_WIDTHS = [328, 900];

function chart(metric: ComparedMetric, patch: Partial<ViewState> = {}, lang: 'zh' | 'en' = 'zh') {
  return (answers: Answers): Comparison =>
    compare({ ...defaultState(metric.id), ...patch }, comparisonInput(answers, metric), lang);
}
