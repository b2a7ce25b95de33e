import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', fallback: '404.html', strict: true }),
    prerender: {
      handleHttpError: 'fail',
      handleMissingId: 'fail',
      // Previews in chats need whole addresses of pictures; without it they stay relative.
      ...(process.env.MINGZHANG_ORIGIN ? { origin: process.env.MINGZHANG_ORIGIN } : {}),
    },
    paths: { relative: false },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self', 'blob:'],
        'worker-src': ['self', 'blob:'],
        'manifest-src': ['self'],
        'form-action': ['none'],
        'base-uri': ['self'],
        'object-src': ['none'],
      },
    },
  },
};
