import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, whenReady } from './site';

/** Ends in memory that the database may not have. */
const EXHAUSTING = 'SELECT range(0, 1000000000) AS r';
/** Takes hours, and heeds being stopped. */
const ENDLESS =
  'SELECT COUNT(*) AS n FROM range(100000000) a, range(1000) b WHERE (a.range * b.range) % 7 = 3';

test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

async function write(page: Page, sql: string): Promise<void> {
  const editor = page.locator('.cm-content');
  await editor.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(sql);
}

async function run(page: Page, sql: string, phase: 'done' | 'failed'): Promise<void> {
  await write(page, sql);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByTestId('sql-status')).toHaveAttribute('data-phase', phase, { timeout: 120_000 });
}

test('the console answers, refuses, survives and passes on', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!/^(https?:\/\/127\.0\.0\.1|blob:|data:)/.test(request.url())) foreign.push(request.url());
  });
  await page.goto('/sql');
  await whenReady(page);
  const result = page.getByTestId('sql-result');
  const problem = page.locator('[data-problem]');

  await test.step('an example, as table and chart', async () => {
    await page.getByTestId('sql-examples').selectOption({ index: 1 });
    await page.getByTestId('sql-run').click();
    await expect(page.getByTestId('sql-status')).toHaveAttribute('data-phase', 'done', { timeout: 120_000 });
    await expect(page.getByTestId('sql-chart').locator('svg rect').first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('exact figures, and ids that lead to their cells', async () => {
    await run(
      page,
      "SELECT document_id, fact_id, CAST('1234567.50' AS DECIMAL(18,2)) AS d FROM facts LIMIT 1",
      'done',
    );
    await expect(result).toContainText('1,234,567.50');
    await expect(result.locator('a').nth(1)).toHaveAttribute('href', /\/documents\/[^/]+\?cell=/);
  });

  await test.step('what would write or reach outside is refused', async () => {
    for (const [sql, kind] of [
      ['DROP TABLE facts', 'no-question'],
      ['SELECT 1; DROP TABLE facts', 'several'],
      ["SELECT * FROM 'https://example.org/a.csv'", 'outside'],
      ['SELECT labell FROM facts', 'wrong'],
    ] as const) {
      await run(page, sql, 'failed');
      await expect(problem).toHaveAttribute('data-problem', kind);
    }
    expect(foreign).toEqual([]);
  });

  await test.step('a query can be stopped', async () => {
    await write(page, ENDLESS);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByTestId('sql-status')).toHaveAttribute('data-phase', 'running');
    await page.getByTestId('sql-cancel').click();
    await expect(problem).toHaveAttribute('data-problem', 'cancelled');
  });

  await test.step('one that exhausts the memory ends in words, and the next is answered', async () => {
    await run(page, EXHAUSTING, 'failed');
    await expect(problem).toHaveAttribute('data-problem', /^(died|memory)$/);
    await run(page, 'SELECT COUNT(*) AS n, range FROM facts, range(20000) GROUP BY range', 'done');
    await expect(page.getByTestId('sql-status')).toContainText('10,000');
    await expect(result.locator('tbody tr').nth(60)).toHaveCount(0);
  });

  await test.step('a link shows the query and runs nothing', async () => {
    await run(page, "SELECT '链接' AS 来处", 'done');
    const address = page.url();
    expect(address).toMatch(/\?v=1&d=[0-9a-f]{12}&q=[A-Za-z0-9._\-:@,/!*]+$/);
    await page.goto('about:blank');
    await page.goto(`${address}&from=singlemessage`);
    await whenReady(page);
    await expect(page.getByTestId('sql-arrived')).toBeVisible();
    await expect(page.locator('.cm-content')).toContainText("SELECT '链接' AS 来处");
    await expect(page.getByTestId('sql-status')).toHaveAttribute('data-phase', 'idle');
    await page.getByTestId('sql-run').click();
    await expect(result.locator('tbody')).toContainText('链接', { timeout: 120_000 });
  });
});
