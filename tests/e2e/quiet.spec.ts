import { expect, test } from '@playwright/test';
import { sampleOf, sitePages } from './site';

test('no page asks anything of another origin', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url)) foreign.push(url);
  });
  for (const path of sampleOf(sitePages())) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  }
  expect(foreign).toEqual([]);
});

test('every page carries a strict policy, and nothing on it is refused', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) refused.push(message.text());
  });
  for (const path of sitePages()) {
    await page.goto(path);
    const policy = await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content');
    const scripts = policy?.split(';').find((part) => part.trim().startsWith('script-src')) ?? '';
    expect(scripts, path).toContain("'self'");
    expect(scripts, path).not.toMatch(/'unsafe-(inline|eval)'/);
    expect(policy, path).not.toMatch(/https?:/);
  }
  expect(refused).toEqual([]);
});

test('no page has errors in its console', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  for (const path of sampleOf(sitePages())) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  }
  expect(errors).toEqual([]);
});
