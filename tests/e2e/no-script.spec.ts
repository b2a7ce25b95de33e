import { expect, test } from '@playwright/test';
import { sitePages } from './site';

test.use({ javaScriptEnabled: false });

for (const home of ['/', '/en/']) {
  test(`${home} shows four charts with sentence, source and table, scripts off`, async ({ page }) => {
    await page.goto(home);
    const figures = page.locator('figure');
    await expect(figures).toHaveCount(4);
    for (const figure of await figures.all()) {
      await expect(figure.locator('svg[role="img"]:visible')).toHaveCount(1);
      await expect(figure.locator('figcaption')).not.toBeEmpty();
      await expect(figure.locator('table')).not.toHaveCount(0);
    }
  });
}

test('every comparison has its chart and its table in the HTML', async ({ page }) => {
  const comparisons = sitePages().filter((path) => /\/compare\/[^/]+$/.test(path));
  expect(comparisons.length).toBeGreaterThanOrEqual(8);
  for (const path of comparisons) {
    await page.goto(path);
    await expect(page.locator('figure svg[role="img"]:visible'), path).not.toHaveCount(0);
    await expect(page.locator('table tbody tr'), path).not.toHaveCount(0);
  }
});
