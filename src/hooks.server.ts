import type { Handle } from '@sveltejs/kit';

/** Gives each page the language of its address, and its title to whoever makes a preview of a link to it. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => {
      const title = /<title>(.*?)<\/title>/s.exec(html)?.[1]?.replaceAll('"', '&quot;');
      const lang = event.params['lang'] === 'en' ? 'en' : 'zh-CN';
      return html
        .replace('%lang%', lang)
        .replace('</head>', () =>
          title ? `<meta property="og:title" content="${title}" />\n</head>` : '</head>',
        );
    },
  });
