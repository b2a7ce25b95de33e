import { error } from '@sveltejs/kit';
import { loadAnswers } from '$lib/data/answers.node';
import { agencyProfile } from '$lib/ui/components/agency/profile';
import { datasetRows } from '$lib/ui/session/dataset.node';
import { langOf } from '$lib/ui/session/language';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => {
  const { agencies } = await loadAnswers();
  return agencies.flatMap(({ agency_id: id }) => [
    { lang: '', id },
    { lang: 'en', id },
  ]);
};

export const load: PageServerLoad = async ({ params }) => {
  const profile = agencyProfile(await loadAnswers(), datasetRows(), params.id, langOf(params.lang));
  if (!profile) error(404);
  return { profile };
};
