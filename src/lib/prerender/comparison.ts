import { loadAnswers } from '$lib/data/answers.node';
import { METRICS } from '$lib/data/metrics/index';
import { METRIC_IDS, type MetricId } from '$lib/data/metrics/types';
import { WIDEST } from '$lib/ui/charts/pair';
import { printChart } from './charts';
import { compareDefault } from '$lib/view/comparison/default';
import { langOf } from '$lib/ui/session/language';
import { pageRows } from '$lib/ui/session/page-rows';
import { verdicts } from './proof';
import type { PublishedInput } from '$lib/ui/session/published-input';

/** Every comparison in both languages, as entries of a route. */
export function comparisonEntries(): { lang: string; metric: MetricId }[] {
  return METRIC_IDS.flatMap((metric) => [
    { lang: '', metric },
    { lang: 'en', metric },
  ]);
}

/** What a page that shows one comparison is made from; null where there is no such comparison. */
export async function comparisonPage(params: { lang?: string; metric: string }) {
  const metric = METRIC_IDS.find((id) => id === params.metric);
  if (!metric) return null;
  const lang = langOf(params.lang);
  const { agencies, documents, rows, verdicts: found } = await publishedInput(metric);
  return {
    metric,
    name: METRICS[metric].name[lang],
    answers: { agencies, documents, rows: pageRows(rows) },
    verdicts: found,
    charts: printChart(compareDefault(await loadAnswers(), metric, lang), WIDEST),
  };
}

/** A comparison's input as published, with the verdict of each row. */
export async function publishedInput(metric: MetricId): Promise<PublishedInput> {
  const { release, agencies, documents, rows } = await loadAnswers();
  return { release, agencies, documents, rows: rows[metric], verdicts: rows[metric].map(await verdicts()) };
}
