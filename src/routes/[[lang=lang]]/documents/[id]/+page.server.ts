import { error } from '@sveltejs/kit';
import { loadAnswers } from '$lib/data/answers.node';
import { langOf } from '$lib/ui/session/language';
import { proofData } from '$lib/ui/session/proof.node';
import { documentPage } from '$lib/view/document/index';
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
  return { page: documentPage(proof, langOf(params.lang)) };
};
