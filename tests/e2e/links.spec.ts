import { expect, test, type Page } from '@playwright/test';
import { sitePages, whenReady } from './site';

/** The four comparisons of the home page, one with changes and one with shares of a whole; MINGZHANG_EVERY_PAGE=1 takes all. */
const WALKED = /staff-cost-per-head|project-share|three-public|indicator-coverage|budget-change|function-mix/;
const COMPARISONS = sitePages().filter(
  (path) =>
    /^\/compare\/[^/]+$/.test(path) && (process.env['MINGZHANG_EVERY_PAGE'] === '1' || WALKED.test(path)),
);
const CONTROLS = '[data-testid="title"]';

test.use({ viewport: { width: 1440, height: 900 } });

/** What a reader sees of a comparison, as text. */
async function shown(page: Page): Promise<{ title: string; sentence: string; table: string }> {
  return {
    title: await page.locator(CONTROLS).innerText(),
    sentence: await page.getByTestId('sentence').innerText(),
    table: await page.locator('table').first().innerText(),
  };
}

function expectPlain(address: string, what: string): void {
  expect(address, what).toMatch(/^[\x21-\x7e]+$/);
  expect(address, what).not.toContain('#');
}

/** The page as the address of another page says it, without loading it anew: as on going back. */
async function takeOver(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

async function withoutEngine(page: Page): Promise<void> {
  await page.route('**/duckdb/**', (route) => route.abort());
}

for (const path of COMPARISONS) {
  test(`every control of ${path} goes into the address and comes back`, async ({ page, context }) => {
    await withoutEngine(page);
    await page.goto(path);
    await whenReady(page);
    const other = await context.newPage();
    await withoutEngine(other);
    await other.goto(path);
    await whenReady(other);
    const comesBack = async (what: string): Promise<void> => {
      const address = page.url();
      expectPlain(address, what);
      await takeOver(other, address);
      const here = await shown(page);
      await expect.poll(() => shown(other), `${what}: ${address}`).toEqual(here);
      await expect(other.getByTestId('link-notices'), what).toBeEmpty();
    };
    const selects = page.locator('select:visible');
    for (let i = 0; i < (await selects.count()); i++) {
      const select = selects.nth(i);
      const value = await select.inputValue();
      const options = await select
        .locator('option')
        .evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value));
      const chosen = options.filter((option) => option !== value).at(-1);
      if (chosen === undefined) continue;
      const before = page.url();
      await select.selectOption(chosen);
      await expect.poll(() => page.url(), `${path} select ${i}`).not.toBe(before);
      await comesBack(`select ${i} = ${chosen}`);
    }
    const radios = page.locator('fieldset:visible input[type="radio"]:not(:checked)');
    const values = await radios.evaluateAll((all) =>
      all.map((r) => [(r as HTMLInputElement).name, (r as HTMLInputElement).value]),
    );
    for (const [name, value] of values) {
      const before = page.url();
      await page.locator(`input[name="${name}"][value="${value}"]`).check({ force: true });
      await expect.poll(() => page.url(), `${path} ${name}=${value}`).not.toBe(before);
      await comesBack(`${name} = ${value}`);
    }
    const picker = page
      .getByTestId(/^agencies-/)
      .locator('visible=true')
      .first();
    await picker.locator('summary').click();
    const before = page.url();
    await picker.locator('input[type="checkbox"]').last().uncheck();
    await expect.poll(() => page.url()).not.toBe(before);
    await comesBack('one agency less');
    await other.goto(page.url());
    await whenReady(other);
    expect(await shown(other), 'loaded anew').toEqual(await shown(page));
  });
}

test('two metrics together: every control goes into the address and comes back', async ({
  page,
  context,
}) => {
  await page.goto('/compare');
  await whenReady(page);
  const builder = page.getByTestId('scatter');
  const seen = async (on: Page): Promise<string> =>
    `${await on.getByTestId('scatter-title').innerText()} ${await on.getByTestId('scatter-sentence').innerText()}`;
  const other = await context.newPage();
  await other.goto('/compare');
  await whenReady(other);
  for (let i = 0; i < (await builder.locator('select').count()); i++) {
    const before = page.url();
    const select = builder.locator('select').nth(i);
    const value = await select.inputValue();
    const options = await select
      .locator('option')
      .evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value));
    const chosen = options.filter((option) => option !== value).at(-1);
    if (chosen === undefined) continue;
    await select.selectOption(chosen);
    await expect.poll(() => page.url(), `select ${i}`).not.toBe(before);
    await expect(page.getByTestId('scatter-title')).toBeVisible();
    expectPlain(page.url(), `select ${i}`);
    await takeOver(other, page.url());
    const here = await seen(page);
    await expect.poll(() => seen(other), page.url()).toBe(here);
  }
  await expect(builder.locator('.stage svg').first()).toBeVisible();
});

test('a link of an earlier release says what moved since, an unknown one that it is not known', async ({
  page,
}) => {
  await withoutEngine(page);
  await page.goto('/compare/three-public?v=1&d=da70a7b5264d');
  await whenReady(page);
  await expect(page.getByTestId('release-changes')).toContainText('当时还没有收录');
  await takeOver(page, '/compare/three-public?v=1&d=ffffffffffff');
  await expect(page.getByTestId('release-changes')).toContainText('没有版本 ffffffffffff 的记录');

  await page.goto('/compare?v=1&d=da70a7b5264d');
  await whenReady(page);
  await expect(page.getByTestId('release-changes')).toHaveCount(1);
  await expect(page.getByTestId('release-changes')).toContainText('当时还没有收录');
  await page.goto('/leads?v=1&d=da70a7b5264d');
  await whenReady(page);
  await expect(page.getByTestId('release-changes')).toContainText('当时还没有收录');
  await takeOver(page, '/leads?v=1&d=ffffffffffff');
  await expect(page.getByTestId('release-changes')).toContainText('没有版本 ffffffffffff 的记录');
});

test('a link to a lead leads to it', async ({ page }) => {
  await page.goto('/leads');
  const lead = page.getByTestId('lead').nth(1).locator('h2');
  const id = (await lead.getAttribute('id')) ?? '';
  await page.goto(`/leads?v=1&lead=${id}`);
  await whenReady(page);
  await expect(page.locator(`[id="${id}"]`)).toBeFocused();
  await expect(page.getByTestId('link-notices')).toBeEmpty();
});

test('the way back leads through the views that were chosen', async ({ page }) => {
  await page.goto('/compare/staff-cost-per-head');
  await whenReady(page);
  const first = await shown(page);
  await page.locator('select:visible').first().selectOption({ index: 1 });
  await expect.poll(() => page.locator(CONTROLS).innerText()).not.toBe(first.title);
  await page.goBack();
  await expect.poll(() => page.locator(CONTROLS).innerText()).toBe(first.title);
});

test('defaults stay out of the address', async ({ page }) => {
  await page.goto('/compare/project-share');
  await whenReady(page);
  expect(new URL(page.url()).search).toBe('');
});

test.describe('links that were damaged on the way', () => {
  const cases: [string, string, RegExp][] = [
    ['unknown agencies', 'v=1&a=nowhere~hanzhong-ybj', /nowhere/],
    ['a broken number', 'v=1&y=20x3', /20x3/],
    ['an unknown unit', 'v=1&unit=dollar', /dollar/],
    ['the same parameter twice', 'v=1&unit=wan&unit=yi', /unit|单位/],
    ['a headcount of nothing', 'v=1&hc=guangyang-ybj.0', /0/],
    ['half an escape', 'v=1&a=%E4%B8', /./],
  ];
  for (const [name, query, said] of cases) {
    test(name, async ({ page }) => {
      await page.goto(`/compare/staff-cost-per-head?${query}`);
      await whenReady(page);
      await expect(page.getByTestId('link-notices')).toContainText(said);
      await expect(page.locator('table tbody tr').first()).toBeVisible();
    });
  }

  test('what WeChat appends is passed over in silence', async ({ page }) => {
    await page.goto('/compare/staff-cost-per-head?v=1&unit=wan&from=singlemessage&isappinstalled=0');
    await whenReady(page);
    await expect(page.getByTestId('link-notices')).toBeEmpty();
    await expect(page.locator('figcaption').first()).toContainText('万元');
  });
});

test('copying a link gives the address of the view, with its release', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/compare/project-share');
  await whenReady(page);
  await page.locator('select:visible').first().selectOption({ index: 1 });
  await page.getByTestId('copy-link').first().click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('/compare/project-share?');
  expect(copied).toMatch(/[?&]v=\d+/);
  expect(copied).toMatch(/[?&]d=[\w.-]+/);
});
