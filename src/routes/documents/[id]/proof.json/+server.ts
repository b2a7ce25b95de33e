import { error, json } from '@sveltejs/kit';
import { loadAnswers } from '$lib/data/answers.node';
import { proofData } from '$lib/prerender/proof';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () => {
  const { documents } = await loadAnswers();
  return documents.map(({ document_id: id }) => ({ id }));
};

export const GET: RequestHandler = async ({ params }) => json((await proofData(params.id)) ?? error(404));
