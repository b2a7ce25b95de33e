import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import type { DatasetRows } from '../lib/data/arrow/index.ts';
import { findBrowser } from '../lib/prerender/browser.mjs';
import { copyEngine, writeRelease } from '../lib/data/package/release.node.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob:; worker-src 'self' blob:";

export type Damage = 'missing' | 'changed' | 'halved' | 'broken-off' | 'no-wasm';

/** An empty page with the browser engine in `window.engines`, on a server of its own with a strict policy. */
export interface EnginePage {
  origin: string;
  browser: Browser;
  /** What the server does to files whose path ends so: for tests of damage. */
  damage: Map<string, Damage>;
  close(): Promise<void>;
}

export async function serveEnginePage(rows: DatasetRows): Promise<EnginePage> {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-engine-'));
  const dataFolder = join(folder, 'data');
  const engineFolder = join(ROOT, 'static/duckdb');
  writeRelease(rows, dataFolder, copyEngine(engineFolder));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="/entry.js"></script>');
  writeFileSync(
    join(folder, 'entry.ts'),
    `import { WasmEngine } from ${JSON.stringify(join(ROOT, 'src/lib/data/engine/wasm.browser.ts'))};
     window.engines = { open: (options) => new WasmEngine({ dataUrl: '/data', engineUrl: '/duckdb', ...options }) };`,
  );
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    build: {
      lib: { entry: join(folder, 'entry.ts'), formats: ['es'], fileName: () => 'entry.js' },
      outDir: folder,
      emptyOutDir: false,
    },
  });
  const damage = new Map<string, Damage>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = path.startsWith('/duckdb/')
      ? join(engineFolder, path.slice('/duckdb/'.length))
      : join(folder, path === '/' ? 'index.html' : path);
    const harm = [...damage].find(([end]) => path.endsWith(end))?.[1];
    if (harm === 'missing' || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const body = readFileSync(file);
    if (harm === 'halved') {
      response.end(body.subarray(0, body.length / 2));
      return;
    }
    if (harm === 'changed') body[body.length - 20] = (body[body.length - 20] ?? 0) ^ 1;
    response.setHeader(
      'Content-Security-Policy',
      harm === 'no-wasm' ? STRICT_POLICY.replace("'wasm-unsafe-eval'", '') : STRICT_POLICY,
    );
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.setHeader('Content-Length', body.length);
    if (harm === 'broken-off') {
      response.write(body.subarray(0, body.length / 2), () => response.destroy());
      return;
    }
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    browser,
    damage,
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
