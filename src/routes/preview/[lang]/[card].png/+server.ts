import { error } from '@sveltejs/kit';
import { pictureOf, pictureNames } from '$lib/prerender/pictures';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () =>
  (await pictureNames()).map((name) => {
    const [lang = '', card = ''] = name.split('/');
    return { lang, card };
  });

/** The picture that a chat shows of a link to a page. */
export const GET: RequestHandler = async ({ params }) => {
  const picture = await pictureOf(`${params.lang}/${params.card}`);
  if (!picture) error(404);
  return new Response(picture, { headers: { 'content-type': 'image/png' } });
};
