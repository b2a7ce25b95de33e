import { sveltekit } from '@sveltejs/kit/vite';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Lists the programs of web workers, which SvelteKit's own list leaves out, for the service worker to keep. */
function listWorkers(): Plugin {
  return {
    name: 'list-workers',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const folder = join(dir, '_app', 'immutable', 'workers');
      if (!existsSync(folder)) return;
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.js'),
      );
      const paths = files.map((name) => `/_app/immutable/workers/${name.replaceAll('\\', '/')}`).sort();
      writeFileSync(join(dir, '_app', 'workers.json'), JSON.stringify(paths));
    },
  };
}

export default defineConfig({
  plugins: [sveltekit(), listWorkers()],
  worker: { format: 'es' },
  build: { target: 'es2022' },
  server: { fs: { allow: ['datasets'] } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['src/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          environment: 'node',
          include: ['tests/{integration,golden,judgements,cases}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
