import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { loadEngine } from '../lib/data/answers.node.ts';
import { METRICS } from '../lib/data/metrics/index.ts';
import { readPackage } from '../lib/data/package/read.node.ts';
import { serveEnginePage } from './engine-page.ts';

const HELP = `Usage: npm run bench [-- --runs N]

Prints what a reader waits for, medians of N runs (5): bytes that the built home page loads before the engine,
time to its first chart, time until the engine is ready, and the time of each metric in both engines.
Needs a build (npm run build) for the home page, and Chromium.
`;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    say(HELP);
    return;
  }
  const given = args.indexOf('--runs');
  const runs = given < 0 ? 5 : Math.max(1, Number(args[given + 1]) || 5);
  const page = await serveEnginePage(readPackage(join(ROOT, 'datasets')));
  try {
    await benchHome(page.browser, runs);
    const wasm = await benchBrowserEngine(page.browser, page.origin, runs);
    const native = await benchNativeEngine(runs);
    say('\nmetric                       native ms   browser ms');
    for (const { id } of Object.values(METRICS)) {
      say(`${id.padEnd(28)} ${figure(native.get(id))} ${figure(wasm.get(id), 12)}`);
    }
  } finally {
    await page.close();
  }
}

async function benchHome(browser: Browser, runs: number): Promise<void> {
  const build = join(ROOT, 'build');
  if (!existsSync(join(build, 'index.html'))) {
    say('home page: not built, run npm run build first');
    return;
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = [path, `${path}.html`, join(path, 'index.html')]
      .map((name) => join(build, name))
      .find(isFile);
    if (!file) return response.writeHead(404).end();
    return response
      .setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
      .end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const [painted, interactive]: [number[], number[]] = [[], []];
  let files: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(origin, { waitUntil: 'load' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    const times = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      interactive:
        (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)
          ?.domInteractive ?? 0,
      charts: document.querySelectorAll('svg').length,
    }));
    if (times.charts === 0) say('home page: no chart in it');
    painted.push(times.paint);
    interactive.push(times.interactive);
    const engineAt = asked.findIndex((path) => /^\/(duckdb|data)\//.test(path));
    files = [...new Set(engineAt < 0 ? asked : asked.slice(0, engineAt))];
    await context.close();
  }
  await new Promise((resolve) => server.close(resolve));
  const bodies = files.map((path) =>
    [path, path === '/' ? 'index.html' : path].map((name) => join(build, name)).find(isFile),
  );
  const total = (size: (bytes: Buffer) => number): number =>
    bodies.reduce((sum, file) => sum + (file ? size(readFileSync(file)) : 0), 0);
  say(`home page before the engine  ${files.length} files`);
  say(
    `  as sent with Brotli        ${kilobytes(total((bytes) => brotliCompressSync(bytes, BROTLI).length))}`,
  );
  say(`  as sent with gzip          ${kilobytes(total((bytes) => gzipSync(bytes).length))}`);
  say(`  unpacked                   ${kilobytes(total((bytes) => bytes.length))}`);
  say(`first chart on screen        ${figure(median(painted))} ms`);
  say(`document interactive         ${figure(median(interactive))} ms`);
}

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

async function benchBrowserEngine(
  browser: Browser,
  origin: string,
  runs: number,
): Promise<Map<string, number>> {
  const starts: number[] = [];
  let times: Record<string, number[]> = {};
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(origin);
    await page.waitForFunction(() => 'engines' in window);
    const queries = run === runs - 1 ? Object.values(METRICS).map(({ id, sql }) => ({ id, sql })) : [];
    const measured = await page.evaluate(
      async ({ queries, runs }) => {
        type Opener = {
          engines: {
            open(options: object): { start(): Promise<string>; query(sql: string): Promise<unknown> };
          };
        };
        const engine = (window as unknown as Opener).engines.open({});
        const begun = performance.now();
        await engine.start();
        const start = performance.now() - begun;
        const times: Record<string, number[]> = {};
        for (const { id, sql } of queries) {
          for (let i = 0; i < runs; i += 1) {
            const asked = performance.now();
            await engine.query(sql);
            (times[id] ??= []).push(performance.now() - asked);
          }
        }
        return { start, times };
      },
      { queries, runs },
    );
    starts.push(measured.start);
    times = measured.times;
    await context.close();
  }
  say(`engine ready after           ${figure(median(starts))} ms`);
  return new Map(Object.entries(times).map(([id, list]) => [id, median(list)]));
}

async function benchNativeEngine(runs: number): Promise<Map<string, number>> {
  const { engine } = await loadEngine();
  const times = new Map<string, number>();
  for (const { id, sql } of Object.values(METRICS)) {
    const list: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const asked = performance.now();
      await engine.query(sql);
      list.push(performance.now() - asked);
    }
    times.set(id, median(list));
  }
  await engine.close();
  return times;
}

function isFile(path: string): boolean {
  return existsSync(path) && extname(path) !== '';
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function figure(value: number | undefined, width = 9): string {
  return (value === undefined ? '-' : value.toFixed(0)).padStart(width);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(9)} kB`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main(process.argv.slice(2));
