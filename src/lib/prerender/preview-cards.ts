import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import type { Lang } from '$lib/core/model/localised';
import type { Answers } from '$lib/data/answers';
import { loadAnswers } from '$lib/data/answers.node';
import { METRICS } from '$lib/data/metrics/index';
import { METRIC_IDS, type MetricId } from '$lib/data/metrics/types';
import { renderChart } from '$lib/ui/charts/render';
import { MESSAGES } from '$lib/words/index';
import { datasetRows } from './dataset';
import { compareDefault } from '$lib/view/comparison/default';
import { agencyProfile } from '$lib/view/pages/agency/profile';
import { cardHtml, type PreviewCard } from './preview-card';

const CHART_WIDTH = 704;
const LANGS: readonly Lang[] = ['zh', 'en'];

/** The card of pages that have none of their own: no figure is on it. */
export const GENERAL = 'mingzhang';

export interface NamedCard {
  /** `zh/compare-project-share`: its picture is named so. */
  name: string;
  html: string;
  /** Changes whenever anything on the card does. */
  hash: string;
}

let made: Promise<NamedCard[]> | undefined;

/** Every card of the site, made once a build. */
export function previewCards(): Promise<NamedCard[]> {
  made ??= loadAnswers().then((answers) => LANGS.flatMap((lang) => cardsIn(answers, lang)));
  return made;
}

function cardsIn(answers: Answers, lang: Lang): NamedCard[] {
  return [
    named(GENERAL, general(lang)),
    ...METRIC_IDS.map((metric) => named(`compare-${metric}`, comparisonCard(answers, metric, lang))),
    ...answers.agencies.flatMap(({ agency_id }) => {
      const card = agencyCard(answers, agency_id, lang);
      return card ? [named(`agency-${agency_id}`, card)] : [];
    }),
  ];
}

function named(name: string, card: PreviewCard): NamedCard {
  const html = cardHtml(card, readFileSync('src/lib/ui/tokens.css', 'utf8'));
  return {
    name: `${card.lang}/${name}`,
    html,
    hash: createHash('sha256').update(html).digest('hex').slice(0, 16),
  };
}

function general(lang: Lang): PreviewCard {
  const { site } = MESSAGES[lang];
  return {
    lang,
    brand: '明账 Mingzhang',
    title: site.tagline,
    sentence: site.description,
    chart: null,
    figures: [],
  };
}

function comparisonCard(answers: Answers, metric: MetricId, lang: Lang): PreviewCard {
  const comparison = compareDefault(answers, metric, lang);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return {
    ...general(lang),
    title: METRICS[metric].question[lang],
    sentence: comparison.sentence,
    chart: renderChart(comparison, { width: CHART_WIDTH, document }),
  };
}

function agencyCard(answers: Answers, agencyId: string, lang: Lang): PreviewCard | null {
  const profile = agencyProfile(answers, datasetRows(), agencyId, lang);
  if (!profile) return null;
  const m = MESSAGES[lang];
  return {
    ...general(lang),
    title: profile.name,
    sentence: m.agencies.inYear(profile.year),
    figures: profile.keyFigures.slice(0, 8).map(({ label, value, unit, absent }) => ({
      label,
      value: absent ? m.preview.absent : `${value} ${unit}`.trim(),
    })),
  };
}
