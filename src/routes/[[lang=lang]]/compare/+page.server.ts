import { loadAnswers } from '$lib/data/answers.node';
import { METRICS } from '$lib/data/metrics/index';
import { METRIC_IDS } from '$lib/data/metrics/types';
import { printScatter } from '$lib/prerender/charts';
import { citedSentences } from '$lib/view/pages/proofs';
import { metricView } from '$lib/view/pages/metric-view';
import { compareDefault } from '$lib/view/comparison/default';
import { langOf } from '$lib/ui/session/language';
import { verdicts } from '$lib/prerender/proof';
import { comparisonInput } from '$lib/view/comparison/index';
import { comparisonLink } from '$lib/view/link/pages/comparison';
import { scatterOf } from '$lib/view/scatter/scatter';
import { DEFAULT_SCATTER } from '$lib/view/scatter/state';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'en' }];

export const load: PageServerLoad = async ({ params }) => {
  const lang = langOf(params.lang);
  const answers = await loadAnswers();
  const { agencies, documents, rows } = answers;
  const { x, y } = DEFAULT_SCATTER;
  const scatter = scatterOf(
    DEFAULT_SCATTER,
    { x: comparisonInput(answers, METRICS[x]), y: comparisonInput(answers, METRICS[y]) },
    lang,
  );
  const verdictOf = await verdicts();
  return {
    two: { agencies, documents, rows: { [x]: rows[x], [y]: rows[y] }, charts: printScatter(scatter) },
    metrics: METRIC_IDS.map((id) => {
      const comparison = compareDefault(answers, id, lang);
      const query = comparisonLink.encode({ ...comparison.state, release: answers.release });
      return {
        id,
        name: METRICS[id].name[lang],
        question: comparison.question,
        sentence: citedSentences(comparison, verdictOf)[0] ?? [],
        view: metricView(comparison, query),
      };
    }),
  };
};
