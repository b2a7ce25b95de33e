import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** Every prerendered page of the built site, as paths: /, /en/, /compare/project-share … */
export function sitePages(): string[] {
  return readdirSync('build', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !/(^|\/)(404|200)\.html$/.test(file))
    .map(
      (file) =>
        '/' +
        file
          .split(/[\\/]/)
          .join('/')
          .replace(/(^|\/)index\.html$/, '$1')
          .replace(/\.html$/, ''),
    )
    .sort();
}

/** One page of each kind, in both languages: where a property doesn't depend on the data shown. */
export function sampleOf(pages: readonly string[]): string[] {
  const kinds = new Map<string, string>();
  for (const page of pages) {
    const kind = page.replace(/\/(agencies|compare|documents)\/[^/]+$/, '/$1/*');
    if (!kinds.has(kind)) kinds.set(kind, page);
  }
  return [...kinds.values()];
}

export const AXE_SOURCE = join('node_modules', 'axe-core', 'axe.min.js');

/** Fails with one line a violation. Runs in the page's own world, past the page's policy, as a debugger does. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.addScriptTag({ path: AXE_SOURCE });
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; help: string; nodes: { target: string[] }[] }[] }> };
    };
    const result = await axe.run();
    return result.violations.map(
      (v) =>
        `${v.id}: ${v.help} (${v.nodes
          .slice(0, 3)
          .map((n) => n.target.join(' '))
          .join('; ')})`,
    );
  });
  expect(violations).toEqual([]);
}

/** Waits until the page's scripts have taken over. */
export async function whenReady(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
}
