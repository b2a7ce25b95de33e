import { loadAnswers } from '$lib/data/answers.node';
import { wholeBook } from '$lib/prerender/check-book';
import { checksPage } from '$lib/view/pages/checks/page';
import { langOf } from '$lib/ui/session/language';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'en' }];

export const load: PageServerLoad = async ({ params }) => {
  const lang = langOf(params.lang);
  return { checks: checksPage(wholeBook(lang), await loadAnswers(), lang) };
};
