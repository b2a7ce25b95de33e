import { loadAnswers } from '$lib/data/answers.node';
import { madeChecks } from '$lib/view/pages/checks/made';
import { langOf } from '$lib/ui/session/language';
import type { EntryGenerator, PageServerLoad } from './$types';

export const trailingSlash = 'always';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'en' }];

export const load: PageServerLoad = async ({ params }) => {
  const lang = langOf(params.lang);
  const { agencies, documents } = await loadAnswers();
  return {
    agencies: agencies.map((agency) => {
      const own = documents.filter((document) => document.agency_id === agency.agency_id);
      const made = own.reduce((sum, document) => sum + madeChecks(document), 0);
      const broken = own.reduce((sum, document) => sum + document.checks.broken, 0);
      return {
        id: agency.agency_id,
        name: lang === 'en' ? agency.short_en : agency.name_zh,
        nameZh: agency.name_zh,
        level: agency.level,
        years: [...new Set(own.map((document) => document.fiscal_year))].sort((a, b) => a - b),
        scopes: [...new Set(own.map((document) => document.scope))],
        made,
        broken,
      };
    }),
  };
};
