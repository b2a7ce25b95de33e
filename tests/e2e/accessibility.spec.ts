import { test, type Page } from '@playwright/test';
import { expectAccessible, sampleOf, sitePages, whenReady } from './site';

test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

/**
 * One page of each kind in both languages, on a phone and in the dark; every comparison in light and Chinese.
 * MINGZHANG_EVERY_PAGE=1 takes every page everywhere.
 */
const ALL = sitePages();
const EVERYWHERE = process.env['MINGZHANG_EVERY_PAGE'] === '1';
const isEnglish = (path: string): boolean => /^\/en(\/|$)/.test(path);
const SAMPLE = EVERYWHERE ? ALL : sampleOf(ALL);
const COMPARISONS = ALL.filter((path) => /^\/compare\/./.test(path));

/** `rules` narrows axe to what can differ from the pages that are looked at whole. */
async function walk(page: Page, paths: Iterable<string>, rules?: readonly string[]): Promise<void> {
  for (const path of paths) {
    await test.step(path, async () => {
      await page.goto(path);
      await whenReady(page);
      await expectAccessible(page, path, rules);
    });
  }
}

test('axe finds nothing in Chinese', async ({ page }) => {
  await walk(page, new Set([...SAMPLE.filter((path) => !isEnglish(path)), ...COMPARISONS]));
});

test('axe finds nothing in English', async ({ page }) => {
  await walk(page, SAMPLE.filter(isEnglish));
});

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });
  test('axe finds no lack of contrast', async ({ page }) => {
    await walk(
      page,
      SAMPLE.filter((path) => !isEnglish(path)),
      ['color-contrast', 'link-in-text-block'],
    );
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });
  test('axe finds nothing', async ({ page }) => {
    await walk(
      page,
      SAMPLE.filter((path) => !isEnglish(path)),
    );
  });
});
