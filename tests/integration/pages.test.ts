import { existsSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { fileOf, sitePages } from '../e2e/site';

const BUILT = existsSync('build/index.html');
if (!BUILT) console.warn('skipped: the pages as built are not there (npm run build)');

const pages = BUILT
  ? sitePages().map((path) => ({ path, document: parseHTML(readFileSync(fileOf(path), 'utf8')).document }))
  : [];

describe.skipIf(!BUILT)('every page as built', () => {
  it.each(pages)('$path says its language, has one heading and a strict policy', ({ path, document }) => {
    expect(document.documentElement.getAttribute('lang')).toBe(/^\/en(\/|$)/.test(path) ? 'en' : 'zh-CN');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    const policy =
      document.querySelector('meta[http-equiv="content-security-policy" i]')?.getAttribute('content') ?? '';
    const scripts = policy.split(';').find((part) => part.trim().startsWith('script-src')) ?? '';
    expect(scripts).toContain("'self'");
    expect(scripts).not.toMatch(/'unsafe-(inline|eval)'/);
    expect(policy).not.toMatch(/https?:/);
  });

  const comparisons = pages.filter(({ path }) => /\/compare\/[^/]+$/.test(path));

  it('there are comparisons among them', () => {
    expect(comparisons.length).toBeGreaterThanOrEqual(13);
  });

  it.each(comparisons)('$path has its chart and its table in the HTML', ({ document }) => {
    expect(document.querySelectorAll('figure svg[role="img"]').length).toBeGreaterThan(0);
    expect(document.querySelectorAll('table tbody tr').length).toBeGreaterThan(0);
  });

  it('has a title of its own', () => {
    const titles = new Map<string, string>();
    for (const { path, document } of pages) {
      const title = document.title;
      expect(titles.get(title), `${path} has the title of another page: ${title}`).toBeUndefined();
      titles.set(title, path);
    }
  });
});
