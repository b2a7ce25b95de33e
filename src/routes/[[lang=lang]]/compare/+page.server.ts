import { loadAnswers } from '$lib/data/answers.node';
import { METRICS } from '$lib/data/metrics/index';
import { METRIC_IDS } from '$lib/data/metrics/types';
import { compareDefault } from '$lib/ui/session/defaults';
import { langOf } from '$lib/ui/session/language';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'en' }];

export const load: PageServerLoad = async ({ params }) => {
  const lang = langOf(params.lang);
  const answers = await loadAnswers();
  return {
    metrics: METRIC_IDS.map((id) => {
      const record = METRICS[id];
      return {
        id,
        name: record.name[lang],
        question: record.question[lang],
        sentence: compareDefault(answers, id, lang).sentence,
      };
    }),
  };
};
