import { loadAnswers } from '$lib/data/answers.node';
import { METRICS } from '$lib/data/metrics/index';
import { METRIC_IDS } from '$lib/data/metrics/types';
import { describeMetric } from '$lib/view/pages/methods/describe';
import { describeRules } from '$lib/view/pages/methods/rules';
import { datasetRows } from '$lib/prerender/dataset';
import { langOf } from '$lib/ui/session/language';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'en' }];

export const load: PageServerLoad = async ({ params }) => {
  const lang = langOf(params.lang);
  const { documents } = await loadAnswers();
  const counts = { exact: 0, rounding: 0, explained: 0, broken: 0, unchecked: 0 };
  for (const { checks } of documents) {
    for (const status of ['exact', 'rounding', 'explained', 'broken', 'unchecked'] as const)
      counts[status] += checks[status];
  }
  return {
    metrics: METRIC_IDS.map((id) => describeMetric(METRICS[id], lang)),
    rules: describeRules(datasetRows().checks, lang),
    counts,
  };
};
