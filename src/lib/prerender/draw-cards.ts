import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { CARD_HEIGHT, CARD_WIDTH } from './preview-card';
import type { NamedCard } from './preview-cards';

/** The name of the site and nothing else, for cards that can't be drawn. */
export const PLAIN_PICTURE = 'src/lib/prerender/plain.png';
const PAGES_AT_ONCE = 2;

export interface DrawOptions {
  /** Path of Chromium; without it nothing is drawn. */
  browser: string | undefined;
  /** Folder of pictures kept between builds, named by the hash of their cards; what no card asks for is removed. */
  cache: string;
}

export interface Drawing {
  /** PNG of 1200 × 630 by the card's name: every card has one. */
  pictures: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** How many were drawn now; the others were kept, or are plain. */
  drawn: number;
  /** Why some are plain, for whoever builds; null where none is. */
  plainBecause: string | null;
}

/** Path of the Chromium that draws: the machine's, else the one that Playwright has installed. */
export async function drawingBrowser(): Promise<string | undefined> {
  const found = findBrowser();
  if (found !== undefined || process.env['CHROMIUM_PATH']) return found;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/** The picture of each card: kept from an earlier build, drawn now, or the plain one. Wanting a browser or a font is no error. */
export async function drawCards(
  cards: readonly NamedCard[],
  { browser, cache }: DrawOptions,
): Promise<Drawing> {
  mkdirSync(cache, { recursive: true });
  const byHash = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { hash } of cards) {
    const kept = readPicture(join(cache, `${hash}.png`));
    if (kept) byHash.set(hash, kept);
  }
  const missing = cards.filter(({ hash }) => !byHash.has(hash));
  const already = byHash.size;
  const plainBecause =
    missing.length === 0
      ? null
      : await drawMissing(missing, browser, (hash, picture) => {
          byHash.set(hash, picture);
          writeFileSync(join(cache, `${hash}.png`), picture);
        });
  removeOthers(cache, new Set(byHash.keys()));
  const plain = new Uint8Array(readFileSync(PLAIN_PICTURE));
  return {
    pictures: new Map(cards.map(({ name, hash }) => [name, byHash.get(hash) ?? plain])),
    drawn: byHash.size - already,
    plainBecause,
  };
}

type Keep = (hash: string, picture: Uint8Array<ArrayBuffer>) => void;

/** Draws the cards and gives null, or the reason for which some are not drawn. */
async function drawMissing(
  cards: readonly NamedCard[],
  executablePath: string | undefined,
  keep: Keep,
): Promise<string | null> {
  if (executablePath === undefined) return '找不到 Chromium (no Chromium)';
  let browser: Browser | undefined;
  try {
    const { chromium } = await import('@playwright/test');
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-background-networking'],
    });
    const pages = await openPages(browser);
    if (!(await hasHanFont(pages[0]))) return '没有中文字体 (no Chinese font)';
    const queue = cards.values();
    await Promise.all(pages.map((page) => drawOn(page, queue, keep)));
    return null;
  } catch (error) {
    return `Chromium 出错 (Chromium failed): ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await browser?.close();
  }
}

async function openPages(browser: Browser): Promise<[Page, ...Page[]]> {
  const open = (): Promise<Page> =>
    browser.newPage({ viewport: { width: CARD_WIDTH, height: CARD_HEIGHT }, colorScheme: 'light' });
  return [await open(), ...(await Promise.all(Array.from({ length: PAGES_AT_ONCE - 1 }, open)))];
}

async function drawOn(
  page: Page,
  queue: Iterator<NamedCard> & Iterable<NamedCard>,
  keep: Keep,
): Promise<void> {
  for (const { hash, html } of queue) {
    await page.setContent(html, { waitUntil: 'domcontentloaded' });
    keep(hash, new Uint8Array(await page.screenshot()));
  }
}

/** Whether Chinese characters are drawn as such: without a font for them, all look the same. */
function hasHanFont(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const drawn = (character: string): string => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (context) context.font = '40px sans-serif';
      context?.fillText(character, 10, 60);
      return canvas.toDataURL();
    };
    return drawn('预') !== drawn('算');
  });
}

function readPicture(file: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    return undefined;
  }
}

function removeOthers(cache: string, hashes: ReadonlySet<string>): void {
  for (const file of readdirSync(cache)) {
    if (!hashes.has(file.replace(/\.png$/, ''))) rmSync(join(cache, file), { force: true });
  }
}
