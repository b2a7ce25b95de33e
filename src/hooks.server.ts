import type { Handle } from '@sveltejs/kit';

/** Gives each page the language of its address. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', event.params['lang'] === 'en' ? 'en' : 'zh-CN'),
  });
