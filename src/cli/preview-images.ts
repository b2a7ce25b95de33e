// Draws the pictures that chats show of a link (static/preview) with Chromium; to run after the data set has moved.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import type * as Cards from '../lib/prerender/preview-cards.ts';
import type { NamedCard } from '../lib/prerender/preview-cards.ts';

const MODULE = '/src/lib/prerender/preview-cards.ts';
const SIZE = { width: 1200, height: 630 };
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const server = await createServer({
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, watch: null, hmr: false },
});
const { previewCards, PREVIEW_FOLDER, PREVIEW_RECORD } = (await server.ssrLoadModule(MODULE)) as typeof Cards;
const cards = await previewCards();
await server.close();

const before = existsSync(PREVIEW_RECORD)
  ? (JSON.parse(readFileSync(PREVIEW_RECORD, 'utf8')) as Record<string, string>)
  : {};
const fileOf = (name: string): string => join(PREVIEW_FOLDER, `${name}.png`);
const stale = cards.filter(({ name, hash }) => before[name] !== hash || !existsSync(fileOf(name)));

await draw(stale);
removeOthers(new Set(cards.map(({ name }) => fileOf(name))));
writeFileSync(
  PREVIEW_RECORD,
  `${JSON.stringify(Object.fromEntries(cards.map(({ name, hash }) => [name, hash])), null, 2)}\n`,
);
console.log(`${stale.length} of ${cards.length} pictures drawn`);

async function draw(wanted: readonly NamedCard[]): Promise<void> {
  if (wanted.length === 0) return;
  const executablePath = process.env['CHROMIUM_PATH'] ?? BROWSERS.find((path) => existsSync(path));
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
  for (const { name, html } of wanted) {
    await page.setContent(html, { waitUntil: 'domcontentloaded' });
    mkdirSync(dirname(fileOf(name)), { recursive: true });
    await page.screenshot({ path: fileOf(name) });
  }
  await browser.close();
}

function removeOthers(kept: ReadonlySet<string>): void {
  for (const entry of readdirSync(PREVIEW_FOLDER, { recursive: true, encoding: 'utf8' })) {
    const path = join(PREVIEW_FOLDER, entry);
    if (path.endsWith('.png') && !kept.has(path)) rmSync(path);
  }
}
