import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricId } from '../../../data/metrics/types.ts';
import { DEFAULT_SCATTER, SCATTER_METRICS } from '../../scatter/state.ts';
import type { ScatterState } from '../../scatter/state.ts';
import { twoMetricsLink } from './two-metrics.ts';

const known = {
  peers: ['all', 'medical-security-local'],
  variants: (metric: MetricId) =>
    metric === 'project-share' ? ['all', 'administration'] : ['amount', 'all'],
};

describe('links to two metrics', () => {
  const states: fc.Arbitrary<ScatterState> = fc
    .record({
      x: fc.constantFrom(...SCATTER_METRICS),
      y: fc.constantFrom(...SCATTER_METRICS),
      peers: fc.constantFrom(null, ...known.peers),
      release: fc.constantFrom(null, '0123456789ab'),
      own: fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{10}-[0-9a-f]{6}$/), { maxLength: 3 }),
    })
    .chain((state) =>
      fc.record({
        x: fc.constant(state.x),
        xVariant: fc.constantFrom(...known.variants(state.x)),
        y: fc.constant(state.y),
        yVariant: fc.constantFrom(...known.variants(state.y)),
        peers: fc.constant(state.peers),
        release: fc.constant(state.release),
        own: fc.constant(state.own),
      }),
    );
  it('come back as they went', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(twoMetricsLink.decode(twoMetricsLink.encode(state), known)).toEqual({ state, notices: [] });
      }),
    );
  });
  it('leave the default out', () => {
    expect(twoMetricsLink.path(DEFAULT_SCATTER)).toBe('/compare');
  });
  it.each<[string, string, Partial<ScatterState>, string[]]>([
    ['one axis', 'v=1&x=project-share', { x: 'project-share', xVariant: 'all' }, []],
    [
      'a variant of the metric named beside it',
      'x=project-share&xnum=administration',
      { x: 'project-share', xVariant: 'administration' },
      [],
    ],
    ['a variant whose metric was cut away', 'xnum=administration', {}, ['unknown-value']],
    ['a metric that has many values', 'x=function-mix', {}, ['unknown-value']],
    [
      'the same twice',
      'y=reconciliation&y=project-share',
      { y: 'reconciliation', yVariant: 'all' },
      ['repeated-parameter'],
    ],
    [
      'nothing that is known',
      'x=nothing&peers=x&zz=1&from=singlemessage',
      {},
      ['unknown-value', 'unknown-value', 'unknown-parameter'],
    ],
    ['half a token', 'own=abcdef0123-456789~abc', { own: ['abcdef0123-456789'] }, ['broken-text']],
  ])('read %s', (_, search, patch, codes) => {
    const { state, notices } = twoMetricsLink.decode(search, known);
    expect(state).toEqual({ ...DEFAULT_SCATTER, ...patch });
    expect(notices.map(({ code }) => code)).toEqual(codes);
  });
});
