import { loadAnswers } from '$lib/data/answers.node';
import { leadGroups } from '$lib/prerender/leads';
import { langOf } from '$lib/ui/session/language';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'en' }];

export const load: PageServerLoad = async ({ params }) => ({
  groups: await leadGroups(langOf(params.lang)),
  documents: (await loadAnswers()).documents,
});
