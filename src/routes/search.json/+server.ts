import { json } from '@sveltejs/kit';
import { loadAnswers } from '$lib/data/answers.node';
import { MESSAGES } from '$lib/words/index';
import { datasetRows } from '$lib/prerender/dataset';
import { searchEntries } from '$lib/view/search/entries';
import { packSearch } from '$lib/view/search/index';
import type { RequestHandler } from './$types';

export const prerender = true;

const { zh, en } = MESSAGES;
const PAGES = [
  { path: '/compare', name: { zh: zh.compare.index, en: en.compare.index } },
  { path: '/agencies/', name: { zh: zh.agencies.title, en: en.agencies.title } },
  { path: '/leads', name: { zh: zh.explore.leads.title, en: en.explore.leads.title } },
  { path: '/checks', name: { zh: zh.checks.pageTitle, en: en.checks.pageTitle } },
  { path: '/documents', name: { zh: zh.proof.documents.title, en: en.proof.documents.title } },
  { path: '/methods', name: { zh: zh.methods.title, en: en.methods.title } },
  { path: '/sql', name: { zh: zh.sql.pageTitle, en: en.sql.pageTitle } },
];

/** All that can be found, fetched when a reader first reaches for the search. */
export const GET: RequestHandler = async () => {
  const { release } = await loadAnswers();
  return json(packSearch(searchEntries(datasetRows(), release, PAGES), release));
};
