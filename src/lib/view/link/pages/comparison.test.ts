import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRIC_IDS } from '../../../data/metrics/types.ts';
import { CHART_FORMS, DISPLAYS, DISPLAY_UNITS, SORTS, defaultState } from '../../state.ts';
import type { ViewState } from '../../state.ts';
import { comparisonLink } from './comparison.ts';
import type { ComparisonKnown } from './comparison.ts';
import { embedLink } from './embed.ts';

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

const VOCABULARY: ComparisonKnown = {
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
      fc.property(states, (state) => {
        const { metric } = state;
        expect(comparisonLink.decode(comparisonLink.encode(state), { metric })).toEqual({
          state,
          notices: [],
        });
      }),
    );
  });
  it('survives what browsers and chat apps do to the characters', () => {
    fc.assert(
      fc.property(states, (state) => {
        const link = comparisonLink.encode(state);
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
          expect(comparisonLink.decode(search, { metric: state.metric })).toEqual({ state, notices: [] });
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
        const { state } = comparisonLink.decode(search, VOCABULARY);
        expect(Object.keys(state).sort()).toEqual(Object.keys(defaultState('project-share')).sort());
        expect(
          comparisonLink.decode(comparisonLink.encode(state), { ...VOCABULARY, metric: state.metric }).state,
        ).toEqual(state);
      }),
    );
  });
});

describe('what is written', () => {
  it('leaves defaults out, writes schema and release first', () => {
    expect(comparisonLink.encode(defaultState('three-public'))).toBe('v=1');
    const state = { ...defaultState('project-share'), sort: 'name' as const, release: '0123456789ab' };
    expect(comparisonLink.encode(state)).toBe('v=1&d=0123456789ab&sort=name');
    expect(comparisonLink.path(state)).toBe('/compare/project-share?v=1&d=0123456789ab&sort=name');
    expect(comparisonLink.path(defaultState('three-public'))).toBe('/compare/three-public');
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
    expect(comparisonLink.encode(state).length).toBeLessThanOrEqual(500);
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
    ['cut behind a name', 'unit=wan&a=', { unit: 'wan' }, ['unknown-value']],
    ['nothing', '', {}, []],
  ];
  it.each(cases)('%s', (_, link, changed, codes) => {
    const { state, notices } = comparisonLink.decode(`?${link}`, VOCABULARY);
    expect(state).toEqual({ ...defaultState('staff-cost-per-head'), ...changed });
    expect(notices.map((entry) => entry.code)).toEqual(codes);
  });
  it('names what could not be read, in both languages', () => {
    const { notices } = comparisonLink.decode('a=nowhere&y=20x4&hc=yiling-ybj.0', VOCABULARY);
    expect(notices.map((entry) => entry.text.zh)).toEqual([
      '链接中的机构“nowhere”不在数据集中，已略去。',
      '链接中的年度“20x4”无法识别，已按默认值显示。',
      '链接中的自填人数“yiling-ybj.0”未采用：人数至少为 1。',
    ]);
    for (const { raw, text } of notices) expect(text.en).toContain(raw);
  });
  it('keeps notices short however long the damage is', () => {
    const [entry] = comparisonLink.decode(`a=${'x'.repeat(5000)}`, VOCABULARY).notices;
    expect(entry?.text.zh.length).toBeLessThan(100);
  });
});

describe('a link that depends on local documents', () => {
  const read = (search: string) => comparisonLink.decode(search, VOCABULARY);
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

describe('a link that names another comparison than its path', () => {
  it('belongs to the page of that one', () => {
    const { state } = comparisonLink.decode('v=1&m=project-share&num=administration', {
      metric: 'staff-cost-per-head',
    });
    expect(comparisonLink.path(state)).toBe('/compare/project-share?v=1&num=administration');
  });
});

describe('an embed', () => {
  const decode = (search: string) => embedLink.decode(search, VOCABULARY);
  it.each([
    ['dark', 'v=1&unit=wan&theme=dark', 'dark', []],
    ['left to the system', 'v=1&unit=wan', null, []],
    ['none that there is', 'v=1&unit=wan&theme=blue', null, ['unknown-value']],
  ])('shows the comparison, its theme %s', (_, search, theme, codes) => {
    const { state, notices } = decode(search);
    expect(state).toEqual({ ...defaultState('staff-cost-per-head'), unit: 'wan', theme });
    expect(notices.map(({ code }) => code)).toEqual(codes);
  });
});
