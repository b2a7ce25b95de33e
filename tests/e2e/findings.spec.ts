import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expectAccessible, whenReady } from './site';

interface Check {
  document: string;
  check_id: string;
  status: string;
  rule: string;
  finding: string;
  gap_yuan: string;
  text: string;
}

/** Every result of the data set, straight from its CSV files. */
const CHECKS: Check[] = readdirSync('datasets/documents').flatMap((document) =>
  (
    parse(readFileSync(join('datasets/documents', document, 'checks.csv'), 'utf8'), {
      columns: true,
    }) as Omit<Check, 'document'>[]
  ).map((check) => ({ ...check, document })),
);
const BROKEN = CHECKS.filter(({ status }) => status === 'broken');
const causes = (checks: readonly Check[]): number =>
  new Set(checks.map(({ document, finding, check_id }) => `${document} ${finding || check_id}`)).size;
const agencyOf = new Map(
  readdirSync('datasets/documents').map((document) => {
    const record = JSON.parse(
      readFileSync(join('datasets/documents', document, 'document.json'), 'utf8'),
    ) as { agency_id?: string };
    return [document, record.agency_id ?? document.replace(/-\d{4}$/, '')];
  }),
);

async function open(page: Page, path = '/checks'): Promise<void> {
  await page.goto(path);
  await whenReady(page);
}

/** Checks and entries that the page says it shows. */
async function shown(page: Page): Promise<[number, number]> {
  const said = (await page.getByTestId('shown').innerText()).replaceAll(',', '');
  const [checks = 0, entries = 0] = (said.match(/\d+/g) ?? []).map(Number);
  return [checks, entries];
}

test('counts are those of the data set', async ({ page }) => {
  await open(page);
  expect(await shown(page)).toEqual([BROKEN.length, causes(BROKEN)]);
  const total = (await page.getByTestId('total').innerText()).replaceAll(',', '');
  expect((total.match(/\d+/g) ?? []).map(Number)).toEqual([CHECKS.length, BROKEN.length, causes(BROKEN)]);
  for (const row of await page.getByTestId('agency-counts').locator('tbody tr').all()) {
    const agency = await row.getAttribute('data-agency');
    const own = CHECKS.filter(({ document }) => agencyOf.get(document) === agency);
    for (const status of ['broken', 'unchecked', 'rounding', 'exact'])
      await expect(row.locator(`[data-count="${status}"]`)).toHaveText(
        String(own.filter((check) => check.status === status).length),
      );
    await expect(row.locator('[data-count="findings"]')).toHaveText(
      String(causes(own.filter(({ status }) => status === 'broken'))),
    );
  }
});

test('every filter goes into the address and comes back in a new browser', async ({ page, browser }) => {
  await open(page);
  const filters = page.getByTestId('filters');
  const same = async (what: string): Promise<void> => {
    const context = await browser.newContext();
    const other = await context.newPage();
    await open(other, page.url());
    await expect
      .poll(() => other.getByTestId('shown').innerText(), { message: `${what}: ${page.url()}` })
      .toBe(await page.getByTestId('shown').innerText());
    await expect(other.getByTestId('link-notices')).toBeEmpty();
    await context.close();
  };
  await filters.locator('input[value="rounding"]').check();
  const wanted = CHECKS.filter(({ status }) => status === 'broken' || status === 'rounding');
  await expect.poll(() => shown(page)).toEqual([wanted.length, causes(wanted)]);
  await same('results');

  const [agency, rule, gap] = [0, 1, 2].map((n) => filters.locator('select').nth(n));
  const [firstBroken] = BROKEN;
  await agency?.selectOption(agencyOf.get(firstBroken?.document ?? '') ?? '');
  const ofAgency = wanted.filter(
    ({ document }) => agencyOf.get(document) === agencyOf.get(firstBroken?.document ?? ''),
  );
  await expect.poll(() => shown(page)).toEqual([ofAgency.length, causes(ofAgency)]);
  await same('agency');

  await gap?.selectOption('100');
  const large = ofAgency.filter(({ gap_yuan }) => Math.abs(Number(gap_yuan || '0')) >= 100);
  await expect.poll(() => shown(page)).toEqual([large.length, causes(large)]);
  await same('gap');

  await rule?.selectOption(large[0]?.rule ?? '');
  const ofRule = large.filter((check) => check.rule === large[0]?.rule);
  await expect.poll(() => shown(page)).toEqual([ofRule.length, causes(ofRule)]);
  await same('rule');
  expect(page.url()).toMatch(/^[\x21-\x7e]+$/);

  await page.goBack();
  await expect.poll(() => shown(page)).toEqual([large.length, causes(large)]);
});

test('a finding has a link of its own, and one that is gone says so', async ({ page }) => {
  await open(page);
  const entry = page.locator('[data-finding]').first();
  const text = await entry.locator('.text').first().innerText();
  await entry.locator('.own a').click();
  await expect(page).toHaveURL(/[?&]c=/);
  await expect(page.locator('[data-finding]')).toHaveCount(1);
  await page.reload();
  await expect(page.locator('[data-finding] .text').first()).toHaveText(text);
  await open(page, '/checks?v=1&c=nowhere-2020!no-such-check');
  await expect(page.locator('[data-finding]')).toHaveCount(0);
  await expect(page.getByTestId('shown')).not.toBeEmpty();
});

test('a damaged link shows the default and says what was wrong', async ({ page }) => {
  await open(page, '/checks?v=1&a=nowhere&gap=abc&from=singlemessage');
  await expect(page.getByTestId('link-notices')).toContainText('nowhere');
  await expect(page.getByTestId('link-notices')).toContainText('abc');
  await expect(page.getByTestId('link-notices')).not.toContainText('singlemessage');
  expect(await shown(page)).toEqual([BROKEN.length, causes(BROKEN)]);
});

test('the file exported holds what is shown and says its filters', async ({ page }) => {
  await open(page);
  await page.getByTestId('export').last().click();
  const csv = await download(page, 'save-csv');
  expect(csv.startsWith('\uFEFF# ')).toBe(true);
  expect(csv).toContain('/checks?v=1&d=');
  const rows = parse(csv, { bom: true, comment: '#', columns: false }) as string[][];
  expect(rows).toHaveLength(BROKEN.length + 1);
  const json = JSON.parse(await download(page, 'save-json')) as { filters: unknown[]; rows: unknown[] };
  expect(json.rows).toHaveLength(BROKEN.length);
  expect(json.filters).toHaveLength(4);
});

async function download(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId(button).click()]);
  return readFileSync(await file.path(), 'utf8');
}

test('all results can be scrolled through without a long task', async ({ page }) => {
  test.skip(Boolean(process.env['CI']), 'times are not to be trusted on a shared machine');
  await open(page, '/checks?v=1&s=exact~rounding~broken~unchecked');
  await expect.poll(() => shown(page)).toEqual([CHECKS.length, causes(CHECKS)]);
  const before = await page.locator('[data-finding]').count();
  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(window, { long });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) long.push(entry.duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  for (let i = 0; i < 20; i++) {
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(80);
  }
  const [after, long] = [
    await page.locator('[data-finding]').count(),
    await page.evaluate(() => (window as unknown as { long: number[] }).long),
  ];
  expect(after).toBeGreaterThan(before);
  test.info().annotations.push({ type: 'long tasks (ms)', description: long.map(Math.round).join(' ') });
  // A shared machine may stall the browser now and then; work of the page's own would show at every step.
  expect(long.length, long.map(Math.round).join(' ')).toBeLessThan(5);
});

test.describe('scripts off', () => {
  test.use({ javaScriptEnabled: false });
  test('everything that does not tie is there with its sentence', async ({ page }) => {
    await page.goto('/checks');
    await expect(page.locator('[data-finding]')).toHaveCount(causes(BROKEN));
    const text = (await page.getByTestId('findings').locator('.text').allTextContents()).join('\n');
    for (const check of BROKEN) expect(text).toContain(check.text);
  });
});

test.describe('comparisons of what is unlike', () => {
  for (const path of ['/compare/project-share', '/en/compare/project-share']) {
    test(`${path} is marked in the chart, and one click mends it`, async ({ page }) => {
      await open(page, path);
      await expect(page.locator('figure svg:visible').first()).toContainText('※');
      await expect(page.getByTestId('unlike')).toBeVisible();
      const caveats = page.getByTestId('caveats');
      const remedies = page.getByTestId('remedy');
      const count = await remedies.count();
      expect(count).toBeGreaterThan(0);
      for (let i = 0; i < count; i++) {
        await open(page, path);
        const line = remedies.nth(i).locator('xpath=ancestor::li');
        const said = await line.evaluate((node) => node.firstChild?.textContent?.trim() ?? '');
        await remedies.nth(i).click();
        await expect(page).toHaveURL(/\?v=1&/);
        await expect(page.getByTestId('sentence')).toBeFocused();
        if ((await caveats.count()) > 0) expect(await caveats.innerText()).not.toContain(said);
        expect(await page.locator('table').first().locator('tbody tr').count()).toBeGreaterThanOrEqual(2);
        await page.goBack();
        await expect(caveats).toContainText(said);
      }
    });
  }
});

test.describe('the page of an agency', () => {
  const [agency = ''] = agencyOf.values();
  const own = BROKEN.filter(({ document }) => agencyOf.get(document) === agency);

  test('has its findings, its completeness with links, and its structure down to the last level', async ({
    page,
  }) => {
    await open(page, `/agencies/${agency}`);
    await expect(page.getByTestId('agency-findings').locator('[data-finding]')).toHaveCount(causes(own));
    const rows = page.getByTestId('completeness').locator('tbody tr');
    await expect(rows).toHaveCount(17);
    for (const state of ['published', 'declared-empty', 'prose', 'listed-only'])
      for (const row of await page.getByTestId('completeness').locator(`[data-state="${state}"]`).all())
        await expect(row.locator('a')).toHaveAttribute('href', /^\/documents\/.+cell=/);
    const tree = page.getByTestId('structure').first();
    const summary = tree.locator('summary').first();
    await expect(tree.locator('li li').first()).toBeHidden();
    await summary.focus();
    await page.keyboard.press('Enter');
    await expect(tree.locator('li li').first()).toBeVisible();
    await expect(page.getByTestId('projects').locator('li').first()).toBeVisible();
  });
});

test.describe('axe finds nothing', () => {
  test.use({ bypassCSP: true, viewport: { width: 360, height: 740 } });
  for (const colorScheme of ['light', 'dark'] as const)
    for (const path of ['/checks', '/en/checks'])
      test(`on ${path} at 360 px, ${colorScheme}, everything shown`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await open(page, `${path}?v=1&s=exact~rounding~broken~unchecked&gap=1`);
        await expect(page.locator('[data-finding]').first()).toBeVisible();
        await expectAccessible(page);
      });
  for (const colorScheme of ['light', 'dark'] as const)
    test(`on an agency's page at 360 px, ${colorScheme}, everything open`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, `/agencies/${[...agencyOf.values()][0] ?? ''}`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await expectAccessible(page);
    });
});
