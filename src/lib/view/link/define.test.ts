import { describe, expect, it } from 'vitest';
import type { MetricId } from '../../data/metrics/types.ts';
import { defineLink } from './define.ts';
import type { DecodedLink, Link, LinkState } from './define.ts';
import { migrateLink } from './migrations.ts';
import oldLinks from './old-links.json' with { type: 'json' };
import { checksLink } from './pages/checks.ts';
import { comparisonLink } from './pages/comparison.ts';
import { leadsLink } from './pages/leads.ts';
import { sqlLink } from './pages/sql.ts';
import { twoMetricsLink } from './pages/two-metrics.ts';
import { choice, named, release } from './parameters.ts';

interface PageLinks {
  decode: (search: string) => DecodedLink<LinkState>;
  /** What a link without parameters shows. */
  start: LinkState;
}

function links<State extends LinkState, Known>(link: Link<State, Known>, known: Known): PageLinks {
  return { decode: (search) => link.decode(search, known), start: link.start(known) };
}

const ids = ['jiachuan-ybj', 'three-public.jiachuan-ybj', 'code-total'];

/** The links of a page; of a comparison by its metric. */
function ofPage(page: string): PageLinks {
  if (page === 'two metrics')
    return links(twoMetricsLink, { peers: ['all'], variants: () => ['all', 'amount'] });
  if (page === 'leads') return links(leadsLink, { peers: ['all'], leads: ids });
  if (page === 'checks') return links(checksLink, { agencies: ids, rules: ids });
  if (page === 'sql') return links(sqlLink, null);
  return links(comparisonLink, { metric: page as MetricId });
}

/** Of every page a whole link, a parameter of it with a value that no page has, and one that is cut. */
const PAGES: [page: string, whole: string, broken: string, cut: string][] = [
  ['staff-cost-per-head', 'unit=wan', 'unit=dollar', 'unit='],
  ['two metrics', 'x=project-share', 'x=nothing', 'x='],
  ['leads', 'lead=three-public.jiachuan-ybj', 'lead=three-public', 'lead='],
  ['checks', 'gap=100', 'gap=abc', 'gap='],
  ['sql', 'q=t.SELECT*201', 'q=t.SELECT*2', 'q='],
];

describe.each(PAGES)('a damaged link to %s', (page, whole, broken, cut) => {
  const { decode, start } = ofPage(page);
  const shown = decode(whole);
  const cases: [what: string, link: string, state: LinkState, codes: unknown[]][] = [
    ['a value that is none', broken, start, [expect.stringMatching(/^(unknown-value|broken-text)$/)]],
    ['cut behind a name', cut, start, ['unknown-value']],
    ['an unknown parameter', `${whole}&zoom=3`, shown.state, ['unknown-parameter']],
    ['a parameter twice', `${whole}&${broken}`, shown.state, ['repeated-parameter']],
    ['a damaged release', `d=a*b&${whole}`, shown.state, ['broken-text']],
    ['a newer schema', `v=99&${whole}`, shown.state, ['newer-link']],
    ['a damaged schema', `v=one&${whole}`, shown.state, ['broken-schema']],
    ['what chat apps append', `${whole}&from=singlemessage&isappinstalled=0`, shown.state, []],
  ];
  it('is not this one', () => {
    expect(shown.state).not.toEqual(start);
    expect(shown.notices).toEqual([]);
  });
  it.each(cases)('%s: the default is shown and what was wrong is said', (_, link, state, codes) => {
    const decoded = decode(`?${link}`);
    expect(decoded.state).toEqual(state);
    expect(decoded.notices.map(({ code }) => code)).toEqual(codes);
    for (const { text } of decoded.notices) {
      expect(text.zh).toMatch(/[。]$/);
      expect(text.en).toMatch(/[.]$/);
    }
  });
});

describe('old links', () => {
  it.each(oldLinks)('$page?$link', ({ page, link, state }) => {
    const metric = (state as { metric?: string }).metric ?? page;
    expect(ofPage(page).decode(link)).toEqual({ state: { ...ofPage(metric).start, ...state }, notices: [] });
  });
  it('loses none of its examples', () => {
    expect(oldLinks.length).toBeGreaterThanOrEqual(11);
  });
});

describe('migrations', () => {
  const renamed = (from: string, to: string) => (parameters: ReadonlyMap<string, string>) =>
    new Map([...parameters].map(([name, value]) => [name === from ? to : name, value]));
  const migrations = new Map([
    [1, renamed('who', 'size')],
    [2, renamed('size', 's')],
  ]);
  it('are passed through from the own schema on, in order', () => {
    const migrated = (name: string, from: number): string[] => [
      ...migrateLink(new Map([[name, 'x']]), from, 3, migrations).keys(),
    ];
    expect(migrated('who', 1)).toEqual(['s']);
    expect(migrated('size', 2)).toEqual(['s']);
    expect(migrated('s', 3)).toEqual(['s']);
    expect(migrated('who', 2)).toEqual(['who']);
  });
  it('bring the old links of a page to its present parameters', () => {
    interface Sized extends LinkState {
      size: 'small' | 'large';
    }
    const START: Sized = { release: null, size: 'small' };
    const link = defineLink<Sized, unknown>({
      page: () => '/sized',
      start: () => START,
      defaults: () => START,
      parameters: { release, size: choice(named('s', '大小', 'size'), ['small', 'large']) },
      schema: 3,
      migrations,
    });
    const large: Sized = { ...START, size: 'large' };
    expect(link.encode(large)).toBe('v=3&s=large');
    for (const search of ['v=1&who=large', 'v=2&size=large', 'v=3&s=large', 's=large'])
      expect(link.decode(search, null), search).toEqual({ state: large, notices: [] });
    expect(link.decode('v=1&who=x', null).notices.map(({ parameter }) => parameter)).toEqual(['s']);
  });
});
