import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { expect, test, type Page, type Route } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { expectAccessible, whenReady } from './site';

const VIEW = '/compare/staff-cost-per-head?v=1&unit=wan&sort=value-asc';

async function save(page: Page, button: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId(button).first().click()]);
  return readFileSync(await file.path());
}

/** The page's own table as text: agency and value as they are read. */
async function shownTable(page: Page): Promise<string[][]> {
  return page
    .locator('.table tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
}

const figure = (text: string | undefined): number =>
  Number(text?.replaceAll(',', '').replace(/[^\d.−-]/g, ''));

test('a comparison leaves as spreadsheet, text, pictures and one zip, each with what is shown and what chose it', async ({
  page,
}) => {
  await page.goto(VIEW);
  await whenReady(page);
  const shown = await shownTable(page);
  await page.getByTestId('export').click();

  const sheets = await readXlsxFile(await save(page, 'save-xlsx'));
  const rows = sheets[0]?.data ?? [];
  const heads = rows.findIndex((row) => row[0] === '机构' && row[1] === '名次');
  expect(rows.slice(heads + 1).map((row) => row[0])).toEqual(shown.map(([agency]) => agency));
  const values = rows.slice(heads + 1).flatMap((row) => (typeof row[5] === 'number' ? [row[5]] : []));
  const printed = shown.flatMap((cells) => (/\d/.test(cells[5] ?? '') ? [figure(cells[5])] : []));
  expect(values).toHaveLength(printed.length);
  values.forEach((value, index) => {
    expect(Math.abs(value - (printed[index] ?? NaN))).toBeLessThanOrEqual(0.005001);
  });
  const said = rows.slice(0, heads).map((row) => row.join('='));
  expect(said.some((line) => line.startsWith('排序=从低到高'))).toBe(true);
  expect(said.some((line) => line.startsWith('网址=http') && line.includes('unit=wan'))).toBe(true);

  const csv = parse((await save(page, 'save-csv')).toString('utf8'), {
    bom: true,
    comment: '#',
  });
  expect(csv).toHaveLength(shown.length + 1);

  const svg = (await save(page, 'save-svg')).toString('utf8');
  expect(svg).not.toMatch(/var\(--|<foreignObject|href=/);
  for (const words of ['万元/人', 'SHA-256', 'unit=wan', '从低到高']) expect(svg).toContain(words);
  const png = await save(page, 'save-png');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1400);

  const files = unzipSync(await save(page, 'save-zip'));
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['README.md', 'datapackage.json']));
  expect(Object.keys(files).filter((name) => name.startsWith('charts/'))).toHaveLength(2);
  expect(strFromU8(files['README.md'] ?? new Uint8Array())).toContain('[DS/OL]');
});

test('two metrics together and leads leave as files too', async ({ page }) => {
  await page.goto('/compare');
  await whenReady(page);
  const builder = page.getByTestId('scatter');
  const points = await builder.locator('tbody tr').count();
  await builder.getByTestId('export').click();
  const sheets = await readXlsxFile(await save(page, 'save-xlsx'));
  const rows = sheets[0]?.data ?? [];
  const heads = rows.findIndex((row) => row[0] === '机构' && row.includes('年度'));
  expect(rows.slice(heads + 1)).toHaveLength(points);
  expect((await save(page, 'save-svg')).toString('utf8')).toContain('SHA-256');

  await page.goto('/leads');
  await whenReady(page);
  const leads = await page.getByTestId('lead').count();
  const files = unzipSync(await save(page, 'export-page'));
  expect(Object.keys(files).filter((name) => name.endsWith('.csv')).length).toBeGreaterThanOrEqual(leads);
});

for (const [path, entries] of [
  ['/agencies/', '.index > ul > li'],
  ['/documents', '.index > ul > li'],
  ['/methods', '#checks li'],
] as const)
  test(`the list of ${path} is one click`, async ({ page }) => {
    await page.goto(path);
    await whenReady(page);
    const listed = await page.locator(entries).count();
    const files = unzipSync(await save(page, 'export-page'));
    const rows = Object.entries(files)
      .filter(([name]) => name.endsWith('.csv'))
      .map(([, bytes]) => parse(strFromU8(bytes), { bom: true, comment: '#' }).length - 1);
    expect(rows).toContain(listed);
  });

test('everything on a document page is one click', async ({ page }) => {
  await page.goto('/documents/fengxiang-ybj-2024');
  await whenReady(page);
  const files = unzipSync(await save(page, 'export-page'));
  const tables = await page.locator('.published table').count();
  const written = Object.keys(files).filter((name) => name.endsWith('.csv'));
  expect(written.length).toBeGreaterThanOrEqual(tables);
});

test.describe('embedded in a page of another origin', () => {
  let host: Server;
  let body = '';
  test.beforeAll(async ({ baseURL }) => {
    host = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; frame-src ${baseURL}; script-src ${baseURL}`,
      );
      response.end(`<!doctype html><html lang="zh-CN"><title>另一个网站</title>${body}</html>`);
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  });
  test.afterAll(() => {
    host.close();
  });

  test('the code of the dialog works under a strict policy, follows the height and exports', async ({
    page,
  }) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content.Security.Policy|Refused to/i.test(message.text())) refused.push(message.text());
    });
    await page.goto(VIEW);
    await whenReady(page);
    await page.getByTestId('embed').click();
    await page.locator('input[name=embed-height][value=fitting]').check();
    body = await page.locator('dialog textarea').inputValue();
    expect(body).toContain('<script src=');

    const { port } = host.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByTestId('title')).toContainText('人均人员经费');
    await expect(frame.getByTestId('source')).toContainText('数据版本');
    await expect.poll(async () => Number(await page.locator('iframe').getAttribute('height'))).not.toBe(600);
    await frame.getByTestId('export').click();
    const [file] = await Promise.all([page.waitForEvent('download'), frame.getByTestId('save-csv').click()]);
    expect(readFileSync(await file.path(), 'utf8')).toContain('# 单位: 万元/人');
    expect(refused).toEqual([]);
  });

  test('without its script it keeps its height; fixed to a release that is gone it says so', async ({
    page,
  }) => {
    await page.goto('/embed/staff-cost-per-head?v=1&d=000000000000&theme=dark');
    await whenReady(page);
    await expect(page.getByTestId('embed-lost')).toContainText('000000000000');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('header.site')).toHaveCount(0);
  });
});

test.describe('dialogs', () => {
  test.use({ bypassCSP: true, viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
  test('export, citation and embed are accessible and fit a phone', async ({ page }) => {
    await page.goto('/compare/project-share');
    await whenReady(page);
    for (const button of ['export', 'cite', 'embed']) {
      await page.getByTestId(button).click();
      await expect(page.locator('dialog[open] :is(textarea, [data-testid=save-csv])').first()).toBeVisible();
      await expectAccessible(page);
      const fits = await page.locator('dialog[open]').evaluate((box) => box.scrollWidth <= box.clientWidth);
      expect(fits, button).toBe(true);
      await page.keyboard.press('Escape');
      await expect(page.getByTestId(button)).toBeFocused();
    }
  });
});

test('a chart that can’t be drawn says so and is never printed as another', async ({ page }) => {
  await page.goto('/compare/staff-cost-per-head');
  await whenReady(page);
  const cut = (route: Route): Promise<void> => route.abort();
  await page.route('**/_app/immutable/chunks/**', cut);
  await page.getByRole('combobox', { name: '排序' }).selectOption('value-asc');
  await expect(page.getByText('图没有画出来')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.stage svg:visible')).toHaveCount(0);
  await expect(page.getByText('打印时图还没有画好')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.unroute('**/_app/immutable/chunks/**', cut);
  await page.getByRole('alert').getByRole('button', { name: '重新载入' }).click();
  await expect(page.locator('.stage .drawn svg')).toBeVisible();
  await expect(page.getByText('图没有画出来')).toHaveCount(0);
});

test('a printed comparison says its filters, release and whole address', async ({ page }) => {
  await page.goto(VIEW);
  await whenReady(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByTestId('printed-filters')).toContainText('从低到高');
  await expect(page.getByTestId('printed-from')).toContainText('unit=wan');
  await expect(page.getByTestId('pickers')).toBeHidden();
});
