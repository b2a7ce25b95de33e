import { defineConfig } from '@playwright/test';
import { findBrowser } from './src/lib/prerender/browser.mjs';

const PORT = Number(process.env['MINGZHANG_TEST_PORT'] ?? 4175);
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: process.env['CI'] ? 2 : 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: 'zh-CN',
    // Requests of a service worker pass by what tests put in their way; those that need one allow it.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    trace: 'on-first-retry',
  },
  webServer: {
    command: `npx sirv build --host 127.0.0.1 --port ${PORT} --etag --brotli --gzip --quiet`,
    port: PORT,
    reuseExistingServer: false,
  },
});
