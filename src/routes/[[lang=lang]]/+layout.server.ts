import { loadAnswers } from '$lib/data/answers.node';
import { previewOf } from '$lib/prerender/preview';
import { langOf } from '$lib/ui/session/language';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params, route }) => {
  const { release, documents } = await loadAnswers();
  const page = { route: route.id.replace('/[[lang=lang]]', '') || '/', metric: params.metric, id: params.id };
  return { release, documentCount: documents.length, preview: await previewOf(page, langOf(params.lang)) };
};
