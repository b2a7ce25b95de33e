import { test } from '@playwright/test';
import { expectAccessible, sampleOf, sitePages } from './site';

test.use({ bypassCSP: true });
test.describe.configure({ timeout: 120_000 });

/** In light and Chinese every page; elsewhere one page of each kind, or all with MINGZHANG_EVERY_PAGE=1. */
const ALL = sitePages();
const SAMPLE = sampleOf(ALL);
const everywhere = process.env['MINGZHANG_EVERY_PAGE'] === '1';
const isChinese = (path: string): boolean => !/^\/en(\/|$)/.test(path);

function pagesIn(colorScheme: 'light' | 'dark'): string[] {
  return ALL.filter(
    (path) => everywhere || SAMPLE.includes(path) || (colorScheme === 'light' && isChinese(path)),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const path of pagesIn(colorScheme)) {
      test(`axe finds nothing on ${path}`, async ({ page }) => {
        await page.goto(path);
        await expectAccessible(page);
      });
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });
  for (const path of SAMPLE.filter(isChinese)) {
    test(`axe finds nothing on ${path}`, async ({ page }) => {
      await page.goto(path);
      await expectAccessible(page);
    });
  }
});
