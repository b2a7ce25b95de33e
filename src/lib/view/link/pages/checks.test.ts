import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_STATUSES } from '../../../core/model/extract.ts';
import { DEFAULT_FILTER, GAP_SIZES } from '../../checks/filter.ts';
import type { ChecksFilter } from '../../checks/filter.ts';
import { checksLink, checksPath } from './checks.ts';

const known = { agencies: ['jiachuan', 'yiling'], rules: ['code-total', 'same-quantity'] };

describe('links to the findings', () => {
  const filters: fc.Arbitrary<ChecksFilter> = fc.record({
    agency: fc.constantFrom(null, ...known.agencies),
    rule: fc.constantFrom(null, ...known.rules),
    statuses: fc
      .uniqueArray(fc.constantFrom(...CHECK_STATUSES), { minLength: 1 })
      .map((chosen) => CHECK_STATUSES.filter((status) => chosen.includes(status))),
    gap: fc.constantFrom(...GAP_SIZES),
    only: fc.oneof(
      fc.constant(null),
      fc.string({ minLength: 1, unit: 'binary' }).filter((text) => text.isWellFormed()),
      fc.constantFrom('jiachuan-2024!t1.', 'jiachuan-2024!sum,', 'a!'),
    ),
    release: fc.constantFrom(null, '2026.11-abc123'),
  });
  it('decode after encode is the identity', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const query = checksLink.encode(filter);
        expect(query).toMatch(/^[\x21-\x7e]+$/);
        expect(query).not.toMatch(/[#+%]/);
        expect(checksLink.decode(`?${query}`, known)).toEqual({ state: filter, notices: [] });
      }),
    );
  });
  it('never throws, and gives a usable filter for anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(checksLink.decode(text, known).state.statuses.length).toBeGreaterThan(0);
      }),
    );
  });
  it.each<[string, string, Partial<ChecksFilter>, string[]]>([
    ['nothing', '', {}, []],
    ['an agency', '?v=1&a=yiling', { agency: 'yiling' }, []],
    ['an unknown agency', '?v=1&a=nowhere', {}, ['unknown-value']],
    ['an unknown rule beside a good gap', '?v=1&rule=x&gap=100', { gap: '100' }, ['unknown-value']],
    ['a result that is none', '?v=1&s=broken~fine', {}, ['unknown-value']],
    ['no result at all', '?v=1&s=', {}, ['unknown-value']],
    ['the same twice', '?v=1&gap=1&gap=100', { gap: '1' }, ['repeated-parameter']],
    ['a parameter that nobody knows', '?v=1&zoom=3', {}, ['unknown-parameter']],
    ['what chat apps append', '?v=1&gap=1&from=singlemessage&isappinstalled=0', { gap: '1' }, []],
    ['a sentence glued to its end', '?v=1&gap=100，看这个', { gap: '100' }, []],
    ['half an escape', '?v=1&c=abc*2', {}, ['broken-text']],
  ])('%s', (_, search, patch, codes) => {
    const { state, notices } = checksLink.decode(search, known);
    expect(state).toEqual({ ...DEFAULT_FILTER, ...patch });
    expect(notices.map(({ code }) => code)).toEqual(codes);
  });
  it('leave the default out of the address', () => {
    expect(checksPath({})).toBe('/checks');
    expect(checksPath({ agency: 'yiling' })).toBe('/checks?v=1&a=yiling');
  });
});
