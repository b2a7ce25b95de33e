import { error } from '@sveltejs/kit';
import { comparisonEntries, comparisonPage } from '$lib/prerender/comparison';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = comparisonEntries;

export const load: PageServerLoad = async ({ params }) => (await comparisonPage(params)) ?? error(404);
