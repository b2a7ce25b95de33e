import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, fileOf, sitePages, whenReady } from './site';

const DOCUMENTS = sitePages().filter((path) => /^\/documents\/[^/]+$/.test(path));
const LONGEST = DOCUMENTS.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a));

function sizeOf(path: string): number {
  return readFileSync(fileOf(path)).length;
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await whenReady(page);
}

/** Digits of a written amount: −1,234.50 元 is -1234.5. */
function amountOf(text: string): number {
  return Number((/[−-]?[\d,]+(\.\d+)?/.exec(text)?.[0] ?? '').replaceAll(',', '').replace('−', '-'));
}

async function closePanel(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('from a bar on the home page to the marked cell and back, by keyboard alone', async ({ page }) => {
  await open(page, '/');
  const mark = page.locator('[data-testid^="panel-"] svg.chart:visible [data-proof][tabindex="0"]').first();
  const key = await mark.getAttribute('data-proof');
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('printed')).toBeVisible();
  const shown = await page.getByTestId('result').textContent();
  const link = page.getByTestId('cell-link');
  for (let i = 0; i < 12 && !(await link.evaluate((node) => node === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/documents\/[^/?]+\?cell=/);
  await expect(page.locator('[aria-current="true"]')).toBeInViewport();
  await expect(page.locator('[aria-current="true"] a')).toBeFocused();
  // What Alt+Left does; a browser without a window has no such key.
  await page.evaluate(() => {
    history.back();
  });
  await page.waitForURL(/\/$/);
  await expect(page.getByTestId('result')).toHaveText(shown ?? '');
  await closePanel(page);
  const focused = await page.evaluate(() => [
    document.activeElement?.tagName.toLowerCase() !== 'a',
    document.activeElement?.getAttribute('data-proof'),
  ]);
  expect(focused).toEqual([true, key]);
});

for (const home of ['/', '/en/']) {
  test(`every figure of ${home} has a badge; those of sentences, tables and shares open what they say`, async ({
    page,
  }) => {
    await open(page, home);
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll('main a[data-proof]')]
        .filter((link) => link.nextElementSibling?.hasAttribute('data-verdict') !== true)
        .map((link) => link.outerHTML),
    );
    expect(bare).toEqual([]);
    const sentences = await page.locator('.sentence a[data-proof], .findings a[data-proof]').all();
    expect(sentences.length).toBeGreaterThan(4);
    for (const figure of home === '/' ? sentences : sentences.slice(0, 1)) {
      const said = (await figure.textContent()) ?? '';
      await figure.click();
      const [printed, exact] = [
        amountOf((await page.getByTestId('result').textContent()) ?? ''),
        amountOf(said),
      ];
      const decimals = /\.(\d+)/.exec(said)?.[1]?.length ?? 0;
      expect(Math.abs(printed - exact), said).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
      await closePanel(page);
      await expect(figure).toBeFocused();
    }
    const share = page.locator('[data-testid="panel-indicator-coverage"] svg:visible [data-proof]').last();
    const spoken = (await share.getAttribute('aria-label')) ?? '';
    await share.click();
    const exact = amountOf((await page.getByTestId('result').textContent()) ?? '');
    expect(spoken).toContain(exact.toFixed(1).replace(/\.0$/, ''));
  });
}

test('a proof in the table: focus inside, own address, back closes it, a new browser opens it', async ({
  page,
  browser,
}) => {
  await open(page, '/compare/project-share');
  const figure = page.locator('table a[data-proof]').first();
  await figure.click();
  await expect(page).toHaveURL(/[?&]p=/);
  const shown = (await page.getByTestId('result').textContent()) ?? '';
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
  const other = await browser.newContext();
  const fresh = await other.newPage();
  await fresh.goto(page.url());
  await expect(fresh.getByTestId('result')).toHaveText(shown);
  await fresh.getByTestId('finding-link').first().click();
  await expect(fresh).toHaveURL(/\/checks\?.*c=/);
  await expect(fresh.locator('[data-finding]')).toHaveCount(1);
  await other.close();
  await closePanel(page);
  await expect(figure).toBeFocused();
  await expect(page).not.toHaveURL(/[?&]p=/);

  await figure.click();
  const slip = page.getByTestId('slip');
  await slip.locator('summary').click();
  await slip.locator('input').first().fill('一千');
  await slip.getByRole('button').click();
  await expect(slip.getByRole('alert')).not.toBeEmpty();
  await slip.locator('input').first().fill('12,345.67');
  await slip.locator('textarea').fill('文件这一格印的是另一个数');
  const [download] = await Promise.all([page.waitForEvent('download'), slip.getByRole('button').click()]);
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as Record<string, string>;
  expect(saved).toMatchObject({ schema: 'mingzhang.correction/1', raw: '12,345.67' });
  expect(saved['fact_id']).toBeTruthy();
  expect(saved['release']).toMatch(/^[0-9a-f]{12}$/);
});

test('figures of an agency’s page open in place, each with a link of its own', async ({ page }) => {
  const agency =
    sitePages().find(
      (path) =>
        /^\/agencies\/.+/.test(path) &&
        readFileSync(fileOf(path), 'utf8').includes('data-testid="structure"'),
    ) ?? '';
  await open(page, agency);
  await page.locator('[data-testid="key-figures"] a[data-proof]').first().click();
  await expect(page.getByTestId('result')).not.toBeEmpty();
  const result = (await page.getByTestId('result').textContent()) ?? '';
  await closePanel(page);
  await page.locator('[data-testid="structure"] a[data-proof]').first().click();
  await expect(page.getByTestId('printed')).toBeVisible();
  await closePanel(page);
  await open(page, `${agency}?p=total`);
  await expect(page.getByTestId('result')).toHaveText(result);
  await closePanel(page);
  await expect(page).toHaveURL(new RegExp(`${agency}$`));
});

test('a cell link opened in a new browser marks the cell, its proof over it; a cell that is gone says so', async ({
  page,
}) => {
  const [, ref = '', text = ''] =
    [...readFileSync(fileOf(LONGEST), 'utf8').matchAll(/data-proof="(t[^"]+)">([^<]+)</g)][30] ?? [];
  await open(page, `${LONGEST}?cell=${encodeURIComponent(ref)}&proof=1`);
  await expect(page.getByTestId('printed')).toContainText(text);
  await closePanel(page);
  await expect(page).not.toHaveURL(/proof=/);
  const cell = page.locator('[aria-current="true"]');
  await expect(cell).toContainText(text);
  await expect(cell).toBeInViewport();
  await cell.locator('a').click();
  await expect(page.getByTestId('printed')).toContainText(text);
  for (const gone of ['t99.gone.1', '%3Cscript%3E']) {
    await open(page, `${LONGEST}?cell=${gone}`);
    await expect(page.getByTestId('lost-cell')).toBeVisible();
    await expect(page.locator('[aria-current="true"]')).toHaveCount(0);
  }
});

test('the longest document takes over and scrolls without a long task', async ({ page }) => {
  test.skip(Boolean(process.env['CI']), 'times are measured where the machine is not shared');
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  // A busy machine makes any task long: the best of a few passes says what the page itself costs.
  let [longest, hydration] = [Infinity, Infinity];
  for (let i = 0; i < 4 && longest > 50; i++) {
    await open(page, LONGEST);
    const passed = await page.evaluate(async () => {
      const { tasks } = window as unknown as { tasks: number[] };
      const before = tasks.splice(0);
      const step = (): Promise<number> => new Promise(requestAnimationFrame);
      for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
        scrollTo(0, y);
        await step();
      }
      for (const inner of document.querySelectorAll('.scroll'))
        for (let y = 0; y < inner.scrollHeight; y += 400) {
          inner.scrollTo(0, y);
          await step();
        }
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { loading: before, scrolling: tasks };
    });
    longest = Math.min(longest, Math.max(0, ...passed.scrolling));
    hydration = Math.min(hydration, Math.max(0, ...passed.loading));
  }
  test
    .info()
    .annotations.push({ type: 'longest task (ms)', description: `${longest}, loading ${hydration}` });
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
  for (const [colorScheme, path] of [
    ['light', '/compare/staff-cost-per-head'],
    ['dark', '/en/compare/staff-cost-per-head'],
  ] as const) {
    test(`axe finds nothing in it at 360 px, ${colorScheme}, ${path}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, path);
      await page.locator('table a[data-proof]').first().click();
      await expect(page.getByTestId('printed')).toBeVisible();
      await expectAccessible(page);
      const overflow = await page.getByRole('dialog').evaluate((node) => node.scrollWidth - node.clientWidth);
      expect(overflow).toBe(0);
    });
  }
});
