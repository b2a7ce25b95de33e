import { describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../tests/support/sample-answers.ts';
import type { Answers } from '../../data/answers.ts';
import { rowKey } from '../../data/releases/delta.ts';
import { compare, comparisonInput } from '../comparison/index.ts';
import { SAMPLE_METRICS } from '../comparison/sample-metrics.ts';
import { defaultState } from '../state.ts';
import { releaseDifferences } from './differences.ts';
import type { ReleaseDifferences } from './differences.ts';

const { staffCost, threePublic } = SAMPLE_METRICS;
type Sample = typeof staffCost;

function differences(
  metric: Sample,
  change: (later: Answers) => void,
  moves: Record<string, string[]> = {},
): ReleaseDifferences {
  const [then, now] = [sampleAnswers(), structuredClone(sampleAnswers())];
  change(now);
  const state = defaultState(metric.id);
  return releaseDifferences(
    compare(state, comparisonInput(then, metric), 'zh'),
    compare(state, comparisonInput(now, metric), 'zh'),
    moves,
    then.agencies,
  );
}

describe('a view opened against a later release', () => {
  it('says nothing where no figure of it moved', () => {
    const other = differences(staffCost, ({ rows }) => {
      for (const row of rows['project-share']) row.value = '1';
    });
    expect(other).toEqual({ moved: [], median: null, joined: [] });
  });
  it('shows then and now, and in which release it moved', () => {
    const [row] = sampleAnswers().rows[staffCost.id].filter(
      ({ agency_id, variant, denominator_kind }) =>
        agency_id === 'binghe-ybj' && variant === 'personnel' && denominator_kind === 'on-board',
    );
    if (!row) throw new Error('no row');
    const found = differences(
      staffCost,
      ({ rows }) => {
        const mine = rows[staffCost.id].find((entry) => rowKey(entry) === rowKey(row));
        Object.assign(mine ?? {}, { value: '160000', low: '160000', high: '160000' });
      },
      { [rowKey(row)]: ['later'] },
    );
    expect(found.moved).toEqual([
      {
        agencyId: 'binghe-ybj',
        name: '丙河医保局',
        what: '',
        then: '125,000',
        now: '160,000',
        releases: ['later'],
      },
    ]);
    expect(found.median).toBeNull();
  });
  it('says in full why a figure is missing where both reasons are written alike', () => {
    const found = differences(staffCost, ({ rows }) => {
      for (const row of rows[staffCost.id])
        if (row.reason === 'headcount-not-disclosed')
          Object.assign(row, { reason: 'figure-not-disclosed', numerator: null });
    });
    expect(found.moved.length).toBeGreaterThan(0);
    for (const { then, now } of found.moved) {
      expect(then).toContain('人数');
      expect(now).not.toBe(then);
    }
  });
  it('shows a figure that was missing, and agencies that joined', () => {
    const found = differences(threePublic, (later) => {
      const [agency] = later.agencies;
      const rows = later.rows[threePublic.id];
      if (!agency) throw new Error('no agency');
      later.agencies.push({ ...agency, agency_id: 'zz-new', short_zh: '新局' });
      rows.push(
        ...rows
          .filter(({ agency_id }) => agency_id === agency.agency_id)
          .map((row) => ({ ...row, agency_id: 'zz-new' })),
      );
      for (const row of rows)
        if (row.reason === 'table-declared-empty' && row.item === 'three-public')
          Object.assign(row, { value: '100', low: '100', high: '100', status: 'reported', reason: null });
    });
    expect(found.joined).toEqual(['新局']);
    expect(found.moved).toContainEqual(
      expect.objectContaining({ then: '空表', now: '100', what: '2023 年' }),
    );
  });
});
