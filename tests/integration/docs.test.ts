import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataSections } from '../../src/cli/reference/data.ts';
import { fillPage } from '../../src/cli/reference/fill.ts';
import { metricSections, readsOf } from '../../src/cli/reference/metrics.ts';
import { FILE_OF } from '../../src/lib/data/package/files.ts';
import { METRICS } from '../../src/lib/data/metrics/types.ts';

const page = (name: string): string => readFileSync(`docs/${name}`, 'utf8');

describe('the pages of reference', () => {
  it.each([
    ['data.md', dataSections],
    ['metrics.md', metricSections],
  ])('%s says what the code has (npm run docs makes it anew)', async (name, sections) => {
    expect(page(name)).toBe(await fillPage(page(name), sections()));
  });

  it('name every file of the data package', () => {
    const said = page('data.md');
    for (const name of Object.values(FILE_OF).filter((file) => file !== FILE_OF.overrides))
      expect(said).toContain(name.replace(/\.csv$/, ''));
  });

  it('say which tables a metric reads', () => {
    expect(readsOf(METRICS['reconciliation'])).toEqual(['documents', 'facts', 'checks']);
    expect(readsOf(METRICS['staff-cost-per-head'])).toContain('headcounts');
    expect(readsOf(METRICS['project-share'])).not.toContain('headcounts');
  });
});

describe('a page with made sections', () => {
  const given = 'Said.\n\n<!-- made: a -->\n\nold\n\n<!-- /made -->\n\nSaid too.\n';
  it('keeps what is written by hand', async () => {
    expect(await fillPage(given, { a: 'new' })).toBe(given.replace('old', 'new'));
  });
  it('is refused where a section or its mark is missing', async () => {
    await expect(fillPage(given, {})).rejects.toThrow(/section a/);
    await expect(fillPage(given, { a: '', b: '' })).rejects.toThrow(/section b/);
  });
});
