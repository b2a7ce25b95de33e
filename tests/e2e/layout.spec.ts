import { expect, test } from '@playwright/test';
import { sampleOf, sitePages } from './site';

const WIDTHS = [360, 768, 1440];

// The HTML is whole without scripts, so that a page is loaded once and measured at every width.
test.use({ javaScriptEnabled: false });

/** Every page in Chinese; in English, where words are longer, one of each kind and every comparison. */
const ALL = sitePages();
const isEnglish = (path: string): boolean => /^\/en(\/|$)/.test(path);
const WALKS = {
  Chinese: ALL.filter((path) => !isEnglish(path)),
  English: [...new Set([...sampleOf(ALL), ...ALL.filter((path) => /\/compare\//.test(path))])].filter(
    isEnglish,
  ),
};

for (const [language, paths] of Object.entries(WALKS)) {
  test(`no page in ${language} scrolls sideways at any width`, async ({ page }) => {
    test.setTimeout(300_000);
    const wide: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(() => {
          const root = document.documentElement;
          return root.scrollWidth - root.clientWidth;
        });
        if (overflow !== 0) wide.push(`${path} by ${overflow} px at ${width}`);
      }
    }
    expect(wide).toEqual([]);
  });
}
