import { loadAnswers } from '$lib/data/answers.node';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params }) => {
  const { release, documents } = await loadAnswers();
  return {
    lang: params.lang === 'en' ? ('en' as const) : ('zh' as const),
    release,
    documentCount: documents.length,
  };
};
