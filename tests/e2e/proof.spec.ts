import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, sitePages, whenReady } from './site';

const HOME = ['/', '/en/'];

async function openFirstMark(page: Page): Promise<void> {
  const mark = page.locator('[data-testid^="panel-"] svg.chart:visible [data-proof][tabindex="0"]').first();
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByTestId('printed')).toBeVisible();
}

/** Digits of a written amount: −1,234.50 元 is -1234.5. */
function amountOf(text: string): number {
  return Number((/[−-]?[\d,]+(\.\d+)?/.exec(text)?.[0] ?? '').replaceAll(',', '').replace('−', '-'));
}

test('from a bar on the home page to the marked cell and back, by keyboard alone', async ({ page }) => {
  await page.goto('/');
  await whenReady(page);
  await openFirstMark(page);
  const opened = await page.getByTestId('result').textContent();
  const link = page.getByTestId('cell-link');
  for (let i = 0; i < 12 && !(await link.evaluate((node) => node === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/documents\/[^/?]+\?cell=/);
  await whenReady(page);
  const cell = page.locator('[aria-current="true"]');
  await expect(cell).toHaveCount(1);
  await expect(cell).toBeInViewport();
  await page.getByRole('button', { name: '回到刚才那一页' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/$/);
  await expect(page.getByTestId('result')).toHaveText(opened ?? '');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-proof'));
  expect(focused).toBeTruthy();
});

test('the focus is in the panel while it is open and on the figure afterwards', async ({ page }) => {
  await page.goto('/compare/staff-cost-per-head');
  await whenReady(page);
  const figure = page.locator('table a[data-proof]').first();
  await figure.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page).toHaveURL(/[?&]p=/);
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(figure).toBeFocused();
  await expect(page).not.toHaveURL(/[?&]p=/);
});

test('a link to a proof opens it in a new browser, and going back closes it', async ({ page, browser }) => {
  await page.goto('/compare/project-share');
  await whenReady(page);
  await page.locator('table a[data-proof]').first().click();
  const shown = await page.getByTestId('result').textContent();
  const address = page.url();
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const other = await browser.newContext();
  const fresh = await other.newPage();
  await fresh.goto(address);
  await expect(fresh.getByTestId('result')).toHaveText(shown ?? '');
  await other.close();
});

test('a link to a figure that the data set has not says so', async ({ page }) => {
  await page.goto('/compare/project-share?v=1&p=nowhere-2019!2019!');
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('figure svg.chart:visible').first()).toBeVisible();
});

for (const home of HOME) {
  test(`every figure in the tables of ${home} has a badge and leads to a cell that is there`, async ({
    page,
  }) => {
    await page.goto(home);
    await whenReady(page);
    const figures = await page.locator('[data-testid^="panel-"] td:has(a[data-proof])').all();
    expect(figures.length).toBeGreaterThan(20);
    for (const figure of figures) await expect(figure.locator('[data-verdict]')).toHaveCount(1);
  });
}

test('what a panel divides and adds, worked out again from the inputs it names, is the figure shown', async ({
  page,
}) => {
  await page.goto('/');
  await whenReady(page);
  for (const panel of ['staff-cost-per-head', 'project-share', 'three-public']) {
    const marks = page.locator(`[data-testid="panel-${panel}"] svg.chart:visible [data-proof]`);
    for (let i = 0; i < (await marks.count()); i++) {
      await marks.nth(i).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('result')).toBeVisible();
      const line = page.getByTestId('arithmetic').last();
      const result = amountOf((await page.getByTestId('result').textContent()) ?? '');
      if ((await line.count()) > 0) {
        const [left = '', right = ''] = ((await line.textContent()) ?? '').split('=');
        expect(amountOf(right)).toBeCloseTo(result, 2);
        const [top = '', bottom] = left.split('÷');
        if (bottom !== undefined) {
          const scale = left.includes('100%') ? 100 : 1;
          expect((amountOf(top) / amountOf(bottom)) * scale).toBeCloseTo(result, 2);
          const first = page.getByTestId('input').first();
          if ((await page.getByTestId('input').count()) === 2)
            expect(Number(await first.getAttribute('data-amount'))).toBeCloseTo(amountOf(top), 2);
        }
      } else {
        const amount = await page.getByTestId('input').first().getAttribute('data-amount');
        expect(Number(amount)).toBeCloseTo(result, 2);
      }
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  }
});

test('a cell link opened in a new browser marks the cell', async ({ page }) => {
  const document = documentPages()[0] ?? '';
  await page.goto(document);
  const href = await page.locator('td a[data-proof]').nth(20).getAttribute('href');
  const text = await page.locator('td a[data-proof]').nth(20).textContent();
  await page.goto(href ?? '');
  await whenReady(page);
  const cell = page.locator('td[aria-current="true"]');
  await expect(cell).toContainText(text ?? '');
  await expect(cell).toBeInViewport();
  await cell.locator('a').click();
  await expect(page.getByRole('dialog').getByTestId('printed')).toContainText(text ?? '');
});

test('a cell that the release no longer has: the nearest table, with a notice', async ({ page }) => {
  const document = documentPages()[0] ?? '';
  for (const cell of ['t02.gone-for-good.9', 't99.gone.1', 'claim:L999999', '%3Cscript%3E']) {
    await page.goto(`${document}?cell=${cell}`);
    await expect(page.getByTestId('lost-cell')).toBeVisible();
    await expect(page.locator('[aria-current="true"]')).toHaveCount(0);
  }
});

test('every figure of the data set stands on its document’s page, once', async ({ page }) => {
  for (const path of documentPages()) {
    await page.goto(path);
    const proof = JSON.parse(readFileSync(`build${path}/proof.json`, 'utf8')) as {
      facts: { fact_id: string }[];
    };
    const shown = await page
      .locator('[data-proof]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('data-proof')));
    const counts = new Map<string | null, number>();
    for (const ref of shown) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    expect(proof.facts.filter(({ fact_id }) => counts.get(fact_id) !== 1)).toEqual([]);
  }
});

test('a correction is refused with its reason, then saved as a file', async ({ page }) => {
  await page.goto('/compare/project-share');
  await whenReady(page);
  await page.locator('table a[data-proof]').first().click();
  const slip = page.getByTestId('slip');
  await slip.locator('summary').click();
  const [figure, reason] = [slip.locator('input').first(), slip.locator('textarea')];
  await figure.fill('一千');
  await slip.getByRole('button').click();
  await expect(slip.getByRole('alert')).not.toBeEmpty();
  await figure.fill('12,345.67');
  await reason.fill('文件这一格印的是另一个数');
  const saving = page.waitForEvent('download');
  await slip.getByRole('button').click();
  const download = await saving;
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as Record<string, string>;
  expect(saved).toMatchObject({ schema: 'mingzhang.correction/1', raw: '12,345.67' });
  expect(saved['fact_id']).toBeTruthy();
  expect(saved['release']).toMatch(/^[0-9a-f]{12}$/);
});

test('the longest document scrolls without long tasks', async ({ page }) => {
  const biggest = documentPages()
    .map((path) => ({ path, size: readFileSync(`build${path}.html`).length }))
    .sort((a, b) => b.size - a.size)[0];
  test.skip(Boolean(process.env['CI']), 'times are not to be trusted on a shared machine');
  await page.goto(biggest?.path ?? '');
  await whenReady(page);
  await page.waitForTimeout(1000);
  // A busy machine makes any task long: the best of a few passes says what the page itself costs.
  const pass = (): Promise<number[]> =>
    page.evaluate(async () => {
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration);
      });
      observer.observe({ type: 'longtask' });
      for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
        scrollTo(0, y);
        await new Promise(requestAnimationFrame);
      }
      observer.disconnect();
      return tasks;
    });
  let longest = Infinity;
  for (let i = 0; i < 4 && longest > 50; i++) longest = Math.min(longest, Math.max(0, ...(await pass())));
  expect(longest).toBeLessThanOrEqual(50);
});

test.describe('scripts off', () => {
  test.use({ javaScriptEnabled: false });
  test('a figure in a table leads to its cell, which is marked', async ({ page }) => {
    await page.goto('/compare/staff-cost-per-head');
    await page.locator('table a.proof').first().click();
    await expect(page).toHaveURL(/\/documents\/.+#at-/);
    await expect(page.locator('td:target')).toBeInViewport();
  });
});

test.describe('the panel', () => {
  test.use({ bypassCSP: true, viewport: { width: 360, height: 740 } });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const home of HOME) {
      test(`axe finds nothing in it at 360 px, ${colorScheme}, ${home}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(home);
        await whenReady(page);
        await openFirstMark(page);
        await expectAccessible(page);
        const overflow = await page
          .getByRole('dialog')
          .evaluate((node) => node.scrollWidth - node.clientWidth);
        expect(overflow).toBe(0);
      });
    }
  }
});

function documentPages(): string[] {
  return sitePages().filter((path) => /^\/documents\/[^/]+$/.test(path));
}
