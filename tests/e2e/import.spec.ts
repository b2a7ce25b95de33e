import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expect, test, type Page } from '@playwright/test';
import { DISCLOSURE } from '../support/disclosure';
import { renderText } from '../support/render-disclosure';
import { expectAccessible, whenReady } from './site';

test.use({ serviceWorkers: 'allow' });

const BUDGET = { name: '青川.txt', mimeType: 'text/plain', buffer: Buffer.from(renderText(DISCLOSURE)) };

async function drop(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.getByTestId('file-input').setInputFiles(file);
}

test('a document is read, corrected, compared, kept, works offline, travels as a package and goes again', async ({
  page,
  browser,
  context,
  baseURL,
}) => {
  // Two starts of the database and one without a network.
  test.slow();
  await page.goto('/import');
  await whenReady(page);
  await drop(page, BUDGET);
  await expect(page.getByTestId('job')).toHaveAttribute('data-phase', 'review');
  await expect(page.getByTestId('agency')).toHaveValue('青川市某某局');

  const tables = page.locator('details[data-testid^="table-"]');
  await tables.nth(1).locator('summary').click();
  await expect(tables.nth(1).getByRole('table')).toContainText('机关事业单位基本养老保险缴费支出');
  await tables.nth(1).getByTestId('unit').selectOption('亿元');
  await expect(tables.nth(1).locator('summary')).toContainText('已更正');
  await page.getByTestId('keep').click();
  await page.getByTestId('see').click();

  const notice = page.getByTestId('local-notice');
  await expect(notice).toHaveAttribute('data-phase', 'joined', { timeout: 90_000 });
  const row = page.getByRole('row', { name: /青川市某某局（本机）/ });
  const value = (await row.first().textContent()) ?? '';
  // 215.60 亿元 for 18 people: the correction counts.
  expect(value).toContain('1,197,777,777.78');
  await expect(page.getByTestId('sender-note')).toContainText('青川');

  await page.reload();
  await expect(notice).toHaveAttribute('data-phase', 'joined', { timeout: 90_000 });
  await row.first().getByRole('link', { name: /青川/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('青川市某某局2026年部门预算');

  for (const index of ['/checks', '/agencies/']) {
    await page.goto(index);
    await whenReady(page);
    await expect(page.getByTestId('own-documents').getByRole('link', { name: /青川/ })).toBeVisible();
  }

  await page.goto('/leads');
  await expect(page.getByTestId('not-in-leads')).toBeVisible();
  await page.goto('/compare');
  await expect(notice).toHaveAttribute('data-phase', 'joined', { timeout: 90_000 });
  await expect(page.getByTestId('scatter').locator('.drawn svg')).toBeVisible();
  await page.goto('/compare?v=1&x=project-share&y=staff-cost-per-head');
  await expect(notice).toHaveAttribute('data-phase', 'joined', { timeout: 90_000 });
  await expect(page.getByTestId('scatter').locator('svg:visible')).toContainText('青川');
  await expect(page.getByTestId('sender-note')).toContainText('青川');

  await page.goto('/import');
  await whenReady(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export').click()]);
  const packed = readFileSync(await download.path());

  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.goto('/import');
  await whenReady(page);
  await expect(page.getByTestId('local-document')).toHaveCount(1);
  await drop(page, { ...BUDGET, buffer: Buffer.concat([BUDGET.buffer, Buffer.from('\n附注\n')]) });
  await expect(page.getByTestId('job')).toHaveAttribute('data-phase', 'review');
  await page.goto('/compare/staff-cost-per-head');
  await expect(notice).toHaveAttribute('data-phase', 'joined', { timeout: 90_000 });
  await context.setOffline(false);

  await page.goto('/import');
  await whenReady(page);
  await page.getByTestId('remove').click();
  await page.getByTestId('remove-sure').click();
  await expect(page.getByTestId('local-document')).toHaveCount(0);

  const elsewhere = await browser.newPage({ baseURL: baseURL ?? '' });
  await elsewhere.goto('/import');
  await whenReady(elsewhere);
  await drop(elsewhere, { name: 'package.zip', mimeType: 'application/zip', buffer: packed });
  await expect(elsewhere.getByTestId('local-document')).toContainText('更正 1 处');
  await elsewhere.goto('/compare/staff-cost-per-head');
  const same = elsewhere.getByRole('row', { name: /青川市某某局（本机）/ });
  await expect(same.first()).toHaveText(value, { timeout: 90_000 });
  await elsewhere.close();
});

test.describe('the review', () => {
  test.use({ bypassCSP: true });
  test('is accessible', async ({ page }) => {
    await page.goto('/import');
    await whenReady(page);
    await drop(page, BUDGET);
    await expect(page.getByTestId('job')).toHaveAttribute('data-phase', 'review');
    const table = page.locator('details[data-testid^="table-"]').nth(1);
    await table.locator('summary').click();
    await table.getByTestId('column-2').click();
    await expect(table.getByTestId('column-editor')).toBeVisible();
    await expectAccessible(page);
  });
});

test('what cannot be read says what and why, and nothing is kept', async ({ page }) => {
  const text = (words: string): Buffer => Buffer.from(words);
  const cases: [string, Buffer, RegExp][] = [
    ['zeros.pdf', Buffer.alloc(4096), /零/],
    ['cut.pdf', text('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'), /损坏|不完整/],
    ['report.txt', text('Annual report\n'.repeat(200)), /没有找到部门预算/],
    ['page.html', text('<html><script>document.title="x"</script><p>hello</p></html>'), /没有找到部门预算/],
    ['bomb.docx', bomb(), /解压后超过/],
    ['broken.zip', Buffer.from(zipSync({ 'datapackage.json': strToU8('{}') })), /数据包/],
  ];
  await page.goto('/import');
  await whenReady(page);
  for (const [name, buffer, message] of cases) {
    await drop(page, { name, mimeType: 'application/octet-stream', buffer });
    const job = page.getByRole('article', { name });
    await expect(job.getByTestId('refusal'), name).toContainText(message, { timeout: 60_000 });
  }
  await expect(page.getByTestId('local-document')).toHaveCount(0);
  await drop(page, BUDGET);
  await expect(page.getByRole('article', { name: BUDGET.name })).toHaveAttribute('data-phase', 'review');
});

test('a link made with documents that are elsewhere says so', async ({ page }) => {
  await page.goto('/compare/project-share?v=1&own=abcdef0123-456789');
  await expect(page.getByTestId('own-missing')).toContainText('1 份');
  await expect(page.getByTestId('link-notices')).toBeEmpty();
});

/** A document that unpacks to 400 MB. */
function bomb(): Buffer {
  const zeros = new Uint8Array(100_000_000);
  const parts = ['word/document.xml', 'word/a.xml', 'word/b.xml', 'word/c.xml'];
  return Buffer.from(zipSync(Object.fromEntries(parts.map((name) => [name, zeros])), { level: 1 }));
}
