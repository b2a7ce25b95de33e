// Needed before packages are installed, too: Node's own modules only.
import { existsSync } from 'node:fs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The Chromium of this machine; where `CHROMIUM_PATH` is set, what it names and nothing else.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const given = process.env['CHROMIUM_PATH'];
  return (given ? [given] : USUAL).find((path) => existsSync(path));
}
