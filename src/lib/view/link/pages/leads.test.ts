import { describe, expect, it } from 'vitest';
import { leadsLink } from './leads.ts';
import type { LeadsState } from './leads.ts';

const known = { peers: ['all', 'medical-security-local'], leads: ['three-public.yiling-ybj'] };
const NOTHING: LeadsState = { release: null, peers: null, lead: null };

describe('links to the leads', () => {
  it.each<[string, Partial<LeadsState>]>([
    ['v=1', {}],
    [
      'v=1&d=0123456789ab&lead=three-public.yiling-ybj',
      { release: '0123456789ab', lead: 'three-public.yiling-ybj' },
    ],
    ['v=1&peers=all', { peers: 'all' }],
  ])('%s comes back as it went', (query, patch) => {
    const state = { ...NOTHING, ...patch };
    expect(leadsLink.encode(state)).toBe(query);
    expect(leadsLink.decode(query, known)).toEqual({ state, notices: [] });
  });
  it('say of a lead that it no longer stands out', () => {
    const { state, notices } = leadsLink.decode('v=1&lead=three-public.jiachuan-ybj', known);
    expect(state).toEqual(NOTHING);
    expect(notices.map(({ text }) => text.zh)).toEqual([
      '链接所指的线索“three-public.jiachuan-ybj”在现在的数据里已不突出，下面是现有的线索。',
    ]);
  });
});
