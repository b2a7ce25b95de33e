import { loadAnswers } from '$lib/data/answers.node';
import { proofData } from '$lib/prerender/proof';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'en' }];

export const load: PageServerLoad = async () => {
  const { documents } = await loadAnswers();
  return {
    documents: await Promise.all(
      documents.map(async ({ document_id: id, title, agency, stage, format, sha256, ...document }) => {
        const proof = await proofData(id);
        const tables = proof?.tables.filter(({ status }) => status === 'published').length ?? 0;
        const { fiscal_year: year, fact_count: facts, source_name: sourceName } = document;
        return { id, title, agency, year, stage, format, tables, facts, sourceName, sha256 };
      }),
    ),
  };
};
