// npm test: installs what is missing, a browser included, and runs everything; ends with one line of totals.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../lib/prerender/browser.mjs';
import { ensureInstalled, ROOT, run } from './setup.mjs';

function ensureBrowser() {
  const found = findBrowser();
  const apt = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  const hanFont = () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim();
  if (apt && (!found || !hanFont())) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } else if (!found) {
    run('npx', ['playwright', 'install', 'chromium']);
  }
  const browser = findBrowser();
  if (browser) process.env['CHROMIUM_PATH'] = browser;
}

/** Counts of a vitest or Playwright JSON report; a missing report counts as one failure. */
function counts(file) {
  const path = join(ROOT, 'test-results', file);
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(path, 'utf8'));
  return report.stats
    ? {
        passed: report.stats.expected + report.stats.flaky,
        failed: report.stats.unexpected,
        skipped: report.stats.skipped,
      }
    : {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests + (report.numTodoTests ?? 0),
      };
}

const steps = [
  ['lint', ['run', 'lint']],
  ['types', ['run', 'check']],
  [
    'unit',
    [
      'run',
      'test:unit',
      '--',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/unit.json',
    ],
  ],
  ['build', ['run', 'build']],
  [
    'integration',
    [
      'run',
      'test:integration',
      '--',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/integration.json',
    ],
  ],
  ['e2e', ['run', 'test:e2e']],
];

ensureInstalled();
ensureBrowser();
rmSync(join(ROOT, 'test-results'), { recursive: true, force: true });
mkdirSync(join(ROOT, 'test-results'), { recursive: true });
const broken = [];
for (const [name, args] of steps) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync('npm', args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) broken.push(name);
  if (name === 'build' && status !== 0) break;
}
const total = ['unit.json', 'integration.json', 'e2e.json'].map(counts).reduce((a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
}));
if (broken.length > 0) console.log(`\nfailed: ${broken.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(broken.length === 0 && total.failed === 0 && total.passed > 0 ? 0 : 1);
