import { loadAnswers } from '$lib/data/answers.node';
import { METRICS } from '$lib/data/metrics/types';
import { langOf } from '$lib/ui/session/language';
import { findingsOf } from '$lib/view/pages/home/findings';
import { panelOf } from '$lib/view/pages/home/panel';
import { printChart } from '$lib/prerender/charts';
import { compareDefault } from '$lib/view/comparison/default';
import { verdicts } from '$lib/prerender/proof';
import type { EntryGenerator, PageServerLoad } from './$types';

export const trailingSlash = 'always';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'en' }];

export const load: PageServerLoad = async ({ params }) => {
  const lang = langOf(params.lang);
  const answers = await loadAnswers();
  const verdictOf = await verdicts();
  const panels = Object.values(METRICS)
    .filter(({ front }) => front)
    .map(({ id }) => {
      const comparison = compareDefault(answers, id, lang);
      return panelOf(comparison, printChart(comparison), answers.release, verdictOf);
    });
  return {
    panels,
    findings: findingsOf(answers, lang, verdictOf),
    agencies: answers.agencies.map(({ agency_id, name_zh, short_en }) => ({
      id: agency_id,
      name: lang === 'en' ? short_en : name_zh,
      years: [
        ...new Set(
          answers.documents
            .filter((entry) => entry.agency_id === agency_id)
            .map((entry) => entry.fiscal_year),
        ),
      ].sort(),
    })),
  };
};
