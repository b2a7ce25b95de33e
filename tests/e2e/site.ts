import { readdirSync, statSync } from 'node:fs';
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

/** One page of each kind, in both languages, the smallest: where a property doesn't depend on the data shown. */
export function sampleOf(pages: readonly string[]): string[] {
  const kinds = new Map<string, { path: string; size: number }>();
  for (const path of pages) {
    const kind = path.replace(/\/(agencies|compare|documents|embed)\/[^/]+$/, '/$1/*');
    const size = statSync(fileOf(path)).size;
    const smallest = kinds.get(kind);
    if (smallest === undefined || size < smallest.size) kinds.set(kind, { path, size });
  }
  return [...kinds.values()].map(({ path }) => path);
}

/** The file of a prerendered page. */
export function fileOf(path: string): string {
  return join('build', path.endsWith('/') ? `${path}index.html` : `${path}.html`);
}

export const AXE_SOURCE = join('node_modules', 'axe-core', 'axe.min.js');

/** Fails with one line a violation. Runs in the page's own world, past the page's policy, as a debugger does. */
export async function expectAccessible(
  page: Page,
  what = page.url(),
  rules?: readonly string[],
): Promise<void> {
  await page.addScriptTag({ path: AXE_SOURCE });
  const violations = await page.evaluate(async (only) => {
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: { id: string; help: string; nodes: { target: string[] }[] }[];
        }>;
      };
    };
    const options = only === null ? {} : { runOnly: { type: 'rule', values: only } };
    const result = await axe.run({ ...options, resultTypes: ['violations'] });
    return result.violations.map(
      (v) =>
        `${v.id}: ${v.help} (${v.nodes
          .slice(0, 3)
          .map((n) => n.target.join(' '))
          .join('; ')})`,
    );
  }, rules ?? null);
  expect(violations, what).toEqual([]);
}

/** Waits until the page's scripts have taken over. */
export async function whenReady(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
}
