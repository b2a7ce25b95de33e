import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRIC_IDS } from '../../data/metrics/types.ts';
import type { MetricId } from '../../data/metrics/types.ts';
import { CHART_FORMS, DISPLAYS, DISPLAY_UNITS, SORTS, defaultState } from '../state.ts';
import type { ViewState } from '../state.ts';
import { decodeLink, encodeLink } from './index.ts';
import type { LinkContext } from './index.ts';
import { migrateLink } from './migrations.ts';
import oldLinks from './old-links.json' with { type: 'json' };

const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,2}$/);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const year = fc.integer({ min: 1900, max: 2199 });
const states: fc.Arbitrary<ViewState> = fc.record({
  metric: fc.constantFrom(...METRIC_IDS),
  agencies: fc.uniqueArray(id, { maxLength: 20 }),
  peers: maybe(id),
  variant: id,
  denominator: id,
  items: fc.uniqueArray(id, { maxLength: 4 }),
  year: maybe(year),
  compareYear: maybe(year),
  form: maybe(fc.constantFrom(...CHART_FORMS)),
  unit: fc.constantFrom(...DISPLAY_UNITS),
  sort: fc.constantFrom(...SORTS),
  display: fc.constantFrom(...DISPLAYS),
  headcounts: fc.dictionary(id, fc.integer({ min: 1, max: 999_999 }), { maxKeys: 5, noNullPrototype: true }),
  own: fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{10}-[0-9a-f]{6}$/), { maxLength: 4 }),
  proof: maybe(fc.string({ minLength: 1, unit: 'binary' })),
  release: maybe(fc.stringMatching(/^[a-f0-9]{12}$/)),
});

const VOCABULARY: LinkContext = {
  metric: 'staff-cost-per-head',
  vocabulary: () => ({
    agencies: ['jiachuan-ybj', 'yiling-ybj'],
    peers: ['all', 'medical-security-local'],
    variants: ['personnel', 'wages'],
    denominators: ['on-board', 'establishment'],
    items: [],
    years: [2023, 2024],
  }),
};

describe('round trip', () => {
  it('decode after encode is the identity', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...METRIC_IDS), (state, page) => {
        const decoded = decodeLink(encodeLink(state, page), { metric: page });
        expect(decoded).toEqual({ state, notices: [] });
      }),
    );
  });
  it('survives what browsers and chat apps do to the characters', () => {
    fc.assert(
      fc.property(states, (state) => {
        const link = encodeLink(state);
        expect(link).toMatch(/^v=1(&[a-z]+=[A-Za-z0-9._\-:@,/!*~]*)*$/);
        const rewritten = [
          `?${link}`,
          `?${new URLSearchParams(link).toString()}`,
          `?${new URLSearchParams(new URLSearchParams(link).toString()).toString()}&isappinstalled=0`,
          `https://example.org/compare?${link.replaceAll('&', '&amp;')}#wechat_redirect`,
          `?${link}&from=singlemessage&isappinstalled=0&scene=1&clicktime=1700000000&srcid=0001&utm_source=x`,
          encodeURIComponent(link),
        ];
        for (const search of rewritten)
          expect(decodeLink(search, { metric: state.metric })).toEqual({ state, notices: [] });
      }),
    );
  });
  it('never throws and always gives a whole state', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^\?(v|d|a|hc|p|y|num|unit)=[%~.*&=#a-z0-9]{0,30}$/),
    );
    fc.assert(
      fc.property(noise, (search) => {
        const { state } = decodeLink(search, VOCABULARY);
        expect(Object.keys(state).sort()).toEqual(Object.keys(defaultState('project-share')).sort());
        expect(decodeLink(encodeLink(state, VOCABULARY.metric), VOCABULARY).state).toEqual(state);
      }),
    );
  });
});

describe('encodeLink', () => {
  it('leaves defaults out, writes schema and release first', () => {
    expect(encodeLink(defaultState('three-public'))).toBe('v=1');
    const state = { ...defaultState('project-share'), sort: 'name' as const, release: '0123456789ab' };
    expect(encodeLink(state)).toBe('v=1&d=0123456789ab&sort=name');
    expect(encodeLink(state, 'three-public')).toBe('v=1&d=0123456789ab&m=project-share&sort=name');
  });
  it('takes at most 500 characters for twenty agencies with every control moved', () => {
    const agencies = Array.from({ length: 20 }, (_, i) => `guangyang-ybj-${i + 10}`);
    const state: ViewState = {
      ...defaultState('staff-cost-per-head'),
      agencies,
      variant: 'in-service',
      denominator: 'establishment',
      year: 2024,
      compareYear: 2021,
      unit: 'wan',
      sort: 'value-asc',
      display: 'table',
      headcounts: { 'guangyang-ybj-10': 128, 'guangyang-ybj-11': 64 },
      release: '0123456789ab',
    };
    expect(encodeLink(state).length).toBeLessThanOrEqual(500);
  });
});

describe('damaged links', () => {
  const cases: [string, string, Partial<ViewState>, string[]][] = [
    ['unknown agency', 'a=jiachuan-ybj~nowhere', { agencies: ['jiachuan-ybj'] }, ['unknown-agency']],
    ['only unknown agencies', 'a=x~y', {}, ['unknown-agency', 'unknown-agency']],
    ['agency named twice', 'a=yiling-ybj~~yiling-ybj', { agencies: ['yiling-ybj'] }, []],
    ['broken year', 'y=20x4&unit=wan', { unit: 'wan' }, ['broken-number']],
    ['year that the data set lacks', 'y=1999', {}, ['unknown-value']],
    ['repeated parameter', 'unit=wan&unit=yi', { unit: 'wan' }, ['repeated-parameter']],
    ['unknown value', 'sort=up&num=personal', {}, ['unknown-value', 'unknown-value']],
    ['unknown parameter', 'colour=red&size=2', {}, ['unknown-parameter']],
    ['chat app', 'from=singlemessage&isappinstalled=0&appinstall=0&nsukey=a%3D%3D&utm_medium=x', {}, []],
    ['chat app repeated', 'from=timeline&from=singlemessage', {}, []],
    ['foreign address as value', 'ref=https%3A%2F%2Fx.org%2F%3Fa%3Db%26unit%3Dyi', {}, []],
    ['headcount of zero', 'hc=yiling-ybj.0', {}, ['broken-headcount']],
    ['headcount with a fraction', 'hc=yiling-ybj.1.5', {}, ['broken-headcount']],
    ['headcount of a thousand million', 'hc=yiling-ybj.1000000000', {}, ['broken-headcount']],
    ['one headcount of two', 'hc=yiling-ybj.9~x.3', { headcounts: { 'yiling-ybj': 9 } }, ['unknown-agency']],
    ['prototype as agency', 'a=constructor&hc=constructor.3', {}, ['unknown-agency', 'unknown-agency']],
    ['broken escape', 'p=t3*4', {}, ['broken-text']],
    ['percent sign cut in the middle', 'unit=wan&a=%E4%B', { unit: 'wan' }, ['unknown-agency']],
    ['newer schema', 'v=99&unit=wan', { unit: 'wan' }, ['newer-link']],
    ['broken schema', 'v=one', {}, ['broken-schema']],
    ['sentence glued to it', 'unit=wan，快看', { unit: 'wan' }, []],
    ['bracket glued to it', 'unit=wan).', { unit: 'wan' }, []],
    ['encoded full stop glued to it', 'unit=wan%E3%80%82', { unit: 'wan' }, []],
    ['no value', 'unit', {}, ['unknown-value']],
    ['nothing', '', {}, []],
  ];
  it.each(cases)('%s', (_, link, changed, codes) => {
    const { state, notices } = decodeLink(`?${link}`, VOCABULARY);
    expect(state).toEqual({ ...defaultState('staff-cost-per-head'), ...changed });
    expect(notices.map((entry) => entry.code)).toEqual(codes);
  });
  it('names what could not be read, in both languages', () => {
    const { notices } = decodeLink('a=nowhere&y=20x4&hc=yiling-ybj.0', VOCABULARY);
    expect(notices.map((entry) => entry.text.zh)).toEqual([
      '链接中的机构“nowhere”不在数据集中，已略去。',
      '链接中的年度“20x4”无法识别，已按默认值显示。',
      '链接中的自填人数“yiling-ybj.0”未采用：人数至少为 1。',
    ]);
    for (const { raw, text } of notices) expect(text.en).toContain(raw);
  });
  it('keeps notices short however long the damage is', () => {
    const [entry] = decodeLink(`a=${'x'.repeat(5000)}`, VOCABULARY).notices;
    expect(entry?.text.zh.length).toBeLessThan(100);
  });
});

describe('old links', () => {
  it.each(oldLinks.map(({ page, link, state }) => ({ page: page as MetricId, link, state })))(
    '$page?$link',
    ({ page, link, state }) => {
      const metric = (state as Partial<ViewState>).metric ?? page;
      expect(decodeLink(link, { metric: page })).toEqual({
        state: { ...defaultState(metric), ...state },
        notices: [],
      });
    },
  );
  it('loses none of its examples', () => {
    expect(oldLinks.length).toBeGreaterThanOrEqual(4);
  });
  it('passes through every migration from its own schema on, in order', () => {
    const renamed = (from: string, to: string) => (parameters: ReadonlyMap<string, string>) =>
      new Map([...parameters].map(([name, value]) => [name === from ? to : name, value]));
    const migrations = new Map([
      [1, renamed('who', 'agency')],
      [2, renamed('agency', 'a')],
    ]);
    const migrated = (name: string, from: number): string[] => [
      ...migrateLink(new Map([[name, 'x']]), from, 3, migrations).keys(),
    ];
    expect(migrated('who', 1)).toEqual(['a']);
    expect(migrated('agency', 2)).toEqual(['a']);
    expect(migrated('a', 3)).toEqual(['a']);
    expect(migrated('who', 2)).toEqual(['who']);
  });
});

describe('a link that depends on local documents', () => {
  const read = (search: string) => decodeLink(search, VOCABULARY);
  it('keeps their agencies and names them, whoever has them', () => {
    const { state, notices } = read(
      '?v=1&a=jiachuan-ybj~local-0123456789&own=abcdef0123-456789&hc=local-0123456789.7',
    );
    expect(state.agencies).toEqual(['jiachuan-ybj', 'local-0123456789']);
    expect(state.own).toEqual(['abcdef0123-456789']);
    expect(state.headcounts).toEqual({ 'local-0123456789': 7 });
    expect(notices).toEqual([]);
  });
  it('says what of it is damaged', () => {
    const { state, notices } = read('?v=1&own=abcdef0123-456789~abc');
    expect(state.own).toEqual(['abcdef0123-456789']);
    expect(notices.map(({ code }) => code)).toEqual(['broken-text']);
  });
});
