import { loadAnswers } from '$lib/data/answers.node';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'en' }];

export const load: PageServerLoad = async () => {
  const { documents } = await loadAnswers();
  return { published: documents.map(({ document_id, sha256 }) => ({ document_id, sha256 })) };
};
