import { error, json } from '@sveltejs/kit';
import { METRIC_IDS } from '$lib/data/metrics/types';
import { publishedInput } from '$lib/prerender/comparison';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => METRIC_IDS.map((metric) => ({ metric }));

/** Everything that one comparison is made from, for exports of pages that carry only its picture. */
export const GET: RequestHandler = async ({ params }) => {
  const metric = METRIC_IDS.find((id) => id === params.metric);
  if (!metric) error(404);
  return json(await publishedInput(metric));
};
