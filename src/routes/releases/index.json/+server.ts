import { json } from '@sveltejs/kit';
import { loadAnswers } from '$lib/data/answers.node';
import { recordedReleases } from '$lib/data/releases/history.node';
import type { RequestHandler } from './$types';

export const prerender = true;

/** The releases that can be had again, newest first, with why each moved the data. */
export const GET: RequestHandler = async () => {
  const { release } = await loadAnswers();
  return json(recordedReleases('datasets', release));
};
