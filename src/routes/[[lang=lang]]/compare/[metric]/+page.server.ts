import { error } from '@sveltejs/kit';
import { loadAnswers } from '$lib/data/answers.node';
import { METRICS } from '$lib/data/metrics/index';
import { METRIC_IDS } from '$lib/data/metrics/types';
import { WIDEST } from '$lib/ui/charts/pair';
import { printChart } from '$lib/ui/charts/print.node';
import { compareDefault } from '$lib/ui/session/defaults';
import { langOf } from '$lib/ui/session/language';
import { verdicts } from '$lib/ui/session/proof.node';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
  METRIC_IDS.flatMap((metric) => [
    { lang: '', metric },
    { lang: 'en', metric },
  ]);

export const load: PageServerLoad = async ({ params }) => {
  const metric = METRIC_IDS.find((id) => id === params.metric);
  if (!metric) error(404);
  const lang = langOf(params.lang);
  const { release, agencies, documents, rows } = await loadAnswers();
  const answers = { release, agencies, documents, rows };
  return {
    metric,
    name: METRICS[metric].name[lang],
    answers: { agencies, documents, rows: rows[metric] },
    verdicts: rows[metric].map(await verdicts()),
    charts: printChart(compareDefault(answers, metric, lang), WIDEST),
  };
};
