import type { Lang } from '$lib/core/model/localised';
import { loadAnswers } from '$lib/data/answers.node';
import { METRIC_IDS } from '$lib/data/metrics/types';
import { agencyName } from '$lib/view/comparison/marks';
import type { Preview } from '$lib/view/pages/preview';
import { MESSAGES } from '$lib/words/index';
import { datasetRows } from './dataset';
import { compareDefault } from '$lib/view/comparison/default';
import { agencyProfile } from '$lib/view/pages/agency/profile';
import { madeChecks } from '$lib/view/pages/checks/made';
import { GENERAL } from './preview-cards';

interface PageOf {
  /** Route without language: `/compare/[metric]`. */
  route: string;
  metric?: string | undefined;
  id?: string | undefined;
}

/** The sentence and the picture of a page. */
export async function previewOf(page: PageOf, lang: Lang): Promise<Preview> {
  const { description, card } = await describe(page, lang);
  return { description, image: `/preview/${lang}/${card}.png` };
}

async function describe(
  { route, metric, id }: PageOf,
  lang: Lang,
): Promise<{ description: string; card: string }> {
  const m = MESSAGES[lang];
  const answers = await loadAnswers();
  switch (route) {
    case '/compare/[metric]': {
      const known = METRIC_IDS.find((entry) => entry === metric);
      if (!known) break;
      return { description: compareDefault(answers, known, lang).sentence, card: `compare-${known}` };
    }
    case '/agencies/[id]': {
      const profile = agencyProfile(answers, datasetRows(), id ?? '', lang);
      if (!profile) break;
      const figures = profile.keyFigures
        .filter(({ absent }) => !absent)
        .slice(0, 4)
        .map(({ label, value, unit }) => `${label} ${value} ${unit}`.trim());
      const name = `${profile.name}${lang === 'zh' ? '' : ', '}${m.agencies.inYear(profile.year)}`;
      return {
        description: m.preview.agency(name, figures.join(lang === 'zh' ? '，' : ', ')),
        card: `agency-${profile.agency.agency_id}`,
      };
    }
    case '/documents/[id]': {
      const document = answers.documents.find((entry) => entry.document_id === id);
      const agency = answers.agencies.find((entry) => entry.agency_id === document?.agency_id);
      if (!document || !agency) break;
      const made = madeChecks(document);
      const description = m.preview.document(
        agencyName(agency, lang),
        document.fiscal_year,
        String(document.fact_count),
        String(made - document.checks.broken),
        String(made),
      );
      return { description, card: `agency-${agency.agency_id}` };
    }
    case '/':
      return { description: m.site.description, card: 'compare-staff-cost-per-head' };
    case '/compare':
      return { description: m.compare.indexBody, card: 'compare-staff-cost-per-head' };
    case '/agencies':
      return { description: m.agencies.body, card: GENERAL };
    case '/checks':
      return { description: m.checks.body, card: 'compare-reconciliation' };
    case '/documents':
      return { description: m.proof.documents.lead, card: GENERAL };
    case '/methods':
      return { description: m.methods.body, card: GENERAL };
    case '/leads':
      return { description: m.explore.leads.body, card: GENERAL };
    case '/sql':
      return { description: m.sql.body, card: GENERAL };
  }
  return { description: m.site.description, card: GENERAL };
}
