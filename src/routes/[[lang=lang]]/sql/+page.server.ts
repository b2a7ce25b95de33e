import { loadAnswers } from '$lib/data/answers.node';
import { langOf } from '$lib/ui/session/language';
import { schemaOf } from '$lib/view/sql/index';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'en' }];

export const load: PageServerLoad = async ({ params }) => {
  const { agencies, documents } = await loadAnswers();
  return {
    schema: schemaOf(langOf(params.lang)),
    agencies: agencies.map(({ agency_id }) => agency_id),
    documents: documents.map(({ document_id }) => document_id),
  };
};
