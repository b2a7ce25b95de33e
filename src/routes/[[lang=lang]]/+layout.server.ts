import { loadAnswers } from '$lib/data/answers.node';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async () => {
  const { release, documents } = await loadAnswers();
  return { release, documentCount: documents.length };
};
