import { error, json } from '@sveltejs/kit';
import { loadAnswers } from '$lib/data/answers.node';
import { METRIC_IDS } from '$lib/data/metrics/types';
import { answersThen, recordedReleases } from '$lib/data/releases/history.node';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () => {
  const { release: current } = await loadAnswers();
  return recordedReleases('datasets', current).flatMap(({ release }) =>
    METRIC_IDS.map((metric) => ({ release, metric })),
  );
};

/** One metric's answers as a release had them: for links and embeds that name it. */
export const GET: RequestHandler = async ({ params }) => {
  const metric = METRIC_IDS.find((id) => id === params.metric);
  const answers = metric && answersThen('datasets', await loadAnswers(), params.release, metric);
  if (!answers) error(404);
  return json(answers);
};
