import { error } from '@sveltejs/kit';
import { loadAnswers } from '$lib/data/answers.node';
import { printDocument } from '$lib/ui/components/document/print';
import { langOf } from '$lib/ui/session/language';
import { proofData } from '$lib/prerender/proof';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => {
  const { documents } = await loadAnswers();
  return documents.flatMap(({ document_id: id }) => [
    { lang: '', id },
    { lang: 'en', id },
  ]);
};

export const load: PageServerLoad = async ({ params }) => {
  const proof = await proofData(params.id);
  if (!proof) error(404);
  return { page: printDocument(proof, langOf(params.lang)) };
};
