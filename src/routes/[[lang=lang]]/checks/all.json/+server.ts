import { json } from '@sveltejs/kit';
import { wholeBook } from '$lib/prerender/check-book';
import { langOf } from '$lib/ui/session/language';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'en' }];

export const GET: RequestHandler = ({ params }) => json(wholeBook(langOf(params.lang)));
