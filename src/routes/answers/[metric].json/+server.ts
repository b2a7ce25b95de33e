import { error, json } from '@sveltejs/kit';
import { loadAnswers } from '$lib/data/answers.node';
import { METRIC_IDS } from '$lib/data/metrics/types';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => METRIC_IDS.map((metric) => ({ metric }));

/** The answer rows of one metric, for proofs opened where a page carries figures without their rows. */
export const GET: RequestHandler = async ({ params }) => {
  const metric = METRIC_IDS.find((id) => id === params.metric);
  if (!metric) error(404);
  const { rows } = await loadAnswers();
  return json(rows[metric]);
};
