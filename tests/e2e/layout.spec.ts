import { expect, test } from '@playwright/test';
import { sitePages } from './site';

for (const width of [360, 768]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });
    for (const path of sitePages()) {
      test(`${path} does not scroll sideways`, async ({ page }) => {
        await page.goto(path);
        const overflow = await page.evaluate(() => {
          const root = document.documentElement;
          return root.scrollWidth - root.clientWidth;
        });
        expect(overflow).toBe(0);
      });
    }
  });
}

test('every page says its language, has one heading and a title of its own', async ({ page }) => {
  const titles = new Map<string, string>();
  for (const path of sitePages()) {
    await page.goto(path);
    const lang = await page.locator('html').getAttribute('lang');
    expect(lang, path).toBe(path.startsWith('/en') ? 'en' : 'zh-CN');
    await expect(page.locator('h1'), path).toHaveCount(1);
    const title = await page.title();
    expect(titles.get(title), `${path} has the title of another page`).toBeUndefined();
    titles.set(title, path);
  }
});
