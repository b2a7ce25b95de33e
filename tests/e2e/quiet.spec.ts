import { expect, test } from '@playwright/test';
import { sampleOf, sitePages, whenReady } from './site';

test('no page asks anything of another origin, is refused anything, or reports an error', async ({
  page,
  baseURL,
}) => {
  const faults: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url)) faults.push(`asked ${url}`);
  });
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy|Refused to/i.test(message.text())) {
      faults.push(`${page.url()}: ${message.text()}`);
    }
  });
  for (const path of sampleOf(sitePages())) {
    await page.goto(path);
    await whenReady(page);
    await page.waitForLoadState('networkidle');
  }
  expect(faults).toEqual([]);
});
