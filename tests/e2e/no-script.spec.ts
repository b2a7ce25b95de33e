import { expect, test } from '@playwright/test';

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
