import { expect, test, type Page } from '@playwright/test';
import { whenReady } from './site';

const PAGE = '/compare/staff-cost-per-head';

async function recompute(page: Page): Promise<void> {
  await page.goto(PAGE);
  await whenReady(page);
  await page.getByTestId('engine').getByRole('button').click();
}

test.describe.configure({ timeout: 120_000 });

async function phaseIs(page: Page, phase: string): Promise<void> {
  await expect(page.getByTestId('engine')).toHaveAttribute('data-phase', phase, { timeout: 45_000 });
}

test('nothing of the engine is fetched before a reader asks for it', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  for (const path of ['/', PAGE]) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  }
  expect(fetched.filter((path) => path.endsWith('.wasm') || path.endsWith('.arrow'))).toEqual([]);
});

test('the browser computes the same figures as the build', async ({ page }) => {
  await recompute(page);
  await phaseIs(page, 'agrees');
});

test('a changed control starts the engine behind the view', async ({ page }) => {
  await page.goto(PAGE);
  await whenReady(page);
  await page.locator('select:visible').first().selectOption({ index: 1 });
  await phaseIs(page, 'agrees');
});

test.describe('when it fails the page stays, says why, and offers to try again', () => {
  async function failsThenRecovers(page: Page, restore: () => Promise<void>): Promise<void> {
    const before = await page.locator('table').first().innerText();
    await page.getByTestId('engine').getByRole('button').click();
    await phaseIs(page, 'failed');
    expect(await page.locator('table').first().innerText()).toBe(before);
    await expect(page.locator('figure svg:visible').first()).toBeVisible();
    await restore();
    await page.getByTestId('engine').getByRole('button').click();
    await phaseIs(page, 'agrees');
  }

  test('the engine file is missing', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(PAGE);
    await whenReady(page);
    await failsThenRecovers(page, () => page.unroute('**/*.wasm'));
  });

  test('the network is cut', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto(PAGE);
    await whenReady(page);
    await failsThenRecovers(page, () => page.unroute('**/*.wasm'));
  });

  test('a data file is missing', async ({ page }) => {
    await page.route('**/facts.arrow', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(PAGE);
    await whenReady(page);
    await failsThenRecovers(page, () => page.unroute('**/facts.arrow'));
  });

  test('a data file is not what the manifest says', async ({ page }) => {
    await page.route('**/facts.arrow', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 255;
      await route.fulfill({ response, body });
    });
    await page.goto(PAGE);
    await whenReady(page);
    await failsThenRecovers(page, () => page.unroute('**/facts.arrow'));
  });

  test('the engine file is damaged', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 200, body: 'not a module' }));
    await page.goto(PAGE);
    await whenReady(page);
    await failsThenRecovers(page, () => page.unroute('**/*.wasm'));
  });

  test('WebAssembly is blocked', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'WebAssembly', { value: undefined });
    });
    await page.goto(PAGE);
    await whenReady(page);
    const before = await page.locator('table').first().innerText();
    await page.getByTestId('engine').getByRole('button').click();
    await phaseIs(page, 'failed');
    await expect(page.getByTestId('engine')).toContainText('WebAssembly');
    expect(await page.locator('table').first().innerText()).toBe(before);
  });
});
