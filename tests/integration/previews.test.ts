import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadAnswers } from '../../src/lib/data/answers.node.ts';
import { findBrowser } from '../../src/lib/prerender/browser.mjs';
import { drawCards, PLAIN_PICTURE } from '../../src/lib/prerender/draw-cards.ts';
import { previewCards } from '../../src/lib/prerender/preview-cards.ts';
import { previewOf } from '../../src/lib/prerender/preview.ts';
import { fileOf, sitePages } from '../e2e/site.ts';

const BUILT = existsSync('build/index.html');
if (!BUILT) console.warn('skipped: the pages as built are not there (npm run build)');
const browser = findBrowser();
if (browser === undefined) console.warn('skipped: there is no Chromium to draw with');

const plain = readFileSync(PLAIN_PICTURE);
const sizeOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('what a link is described by', () => {
  it('is its figures, in its language', async () => {
    const zh = await previewOf({ route: '/compare/[metric]', metric: 'project-share' }, 'zh');
    expect(zh.description).toMatch(/\d.*%/);
    expect(zh.image).toBe('/preview/zh/compare-project-share.png');
    const en = await previewOf({ route: '/documents/[id]', id: 'hanzhong-ybj-2023' }, 'en');
    expect(en.description).toMatch(/Hanzhong.* 2023: \d+ figures/);
    const unknown = await previewOf({ route: '/somewhere' }, 'en');
    expect(unknown.image).toBe('/preview/en/mingzhang.png');
  });

  it('changes with what a reader would see, not with the release', async () => {
    const { release } = await loadAnswers();
    for (const { name, html } of await previewCards()) expect(html, name).not.toContain(release);
  });
});

describe.skipIf(!BUILT)('pictures as built', () => {
  it('every page names one that is there, 1200 × 630 and small enough for a chat', () => {
    const named = new Set<string>();
    for (const path of sitePages()) {
      const image = /<meta property="og:image" content="([^"]+)"/.exec(
        readFileSync(fileOf(path), 'utf8'),
      )?.[1];
      if (image) named.add(image.replace(/^https?:\/\/[^/]+/, ''));
    }
    expect(named.size).toBeGreaterThan(20);
    for (const image of named) {
      const png = readFileSync(join('build', image));
      expect(sizeOf(png), image).toEqual([1200, 630]);
      expect(png.length, image).toBeLessThan(200_000);
    }
  });

  it.skipIf(browser === undefined)('each card has its own, none is the plain one', async () => {
    const seen = new Map<string, string>();
    for (const { name } of await previewCards()) {
      const png = readFileSync(join('build', 'preview', `${name}.png`));
      expect(png.equals(plain), `${name} was not drawn`).toBe(false);
      const bytes = png.toString('base64');
      expect(seen.get(bytes), `${name} looks like another`).toBeUndefined();
      seen.set(bytes, name);
    }
  });
});

describe('drawing', () => {
  const cache = mkdtempSync(join(tmpdir(), 'mingzhang-previews-'));
  const card = { name: 'zh/sample', html: '<!doctype html><p>甲乙丙</p>', hash: 'sample' };
  afterAll(() => rmSync(cache, { recursive: true, force: true }));

  it('without a browser gives the plain picture and says so', async () => {
    const { pictures, drawn, plainBecause } = await drawCards([card], { browser: undefined, cache });
    expect(Buffer.from(pictures.get(card.name) ?? []).equals(plain)).toBe(true);
    expect(sizeOf(plain)).toEqual([1200, 630]);
    expect(drawn).toBe(0);
    expect(plainBecause).toMatch(/no Chromium/);
    expect(readdirSync(cache)).toEqual([]);
  });

  it('with a browser that does not start gives the plain picture and says so', async () => {
    const { pictures, plainBecause } = await drawCards([card], { browser: process.execPath, cache });
    expect(Buffer.from(pictures.get(card.name) ?? []).equals(plain)).toBe(true);
    expect(plainBecause).toMatch(/Chromium failed/);
  });

  it.skipIf(browser === undefined)(
    'draws once what has not changed, and drops what no card asks for',
    async () => {
      writeFileSync(join(cache, 'old.png'), 'x');
      const first = await drawCards([card], { browser, cache });
      expect([first.drawn, first.plainBecause]).toEqual([1, null]);
      expect(sizeOf(Buffer.from(first.pictures.get(card.name) ?? []))).toEqual([1200, 630]);
      expect(readdirSync(cache)).toEqual(['sample.png']);
      const again = await drawCards([card], { browser: undefined, cache });
      expect([again.drawn, again.plainBecause]).toEqual([0, null]);
      expect(again.pictures).toEqual(first.pictures);
    },
  );
});
