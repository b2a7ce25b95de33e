import { describe, expect, it } from 'vitest';
import type { MetricRow } from '../../data/metrics/types.ts';
import { differingRows } from './agreement.ts';

function row(patch: Partial<MetricRow>): MetricRow {
  return {
    document_id: 'a-2024',
    agency_id: 'a',
    stage: 'budget',
    fiscal_year: 2024,
    variant: 'all',
    denominator_kind: '',
    item: '',
    numerator: '1',
    numerator_slack: '0',
    denominator: '4',
    denominator_slack: '0',
    value: '25',
    low: '25',
    high: '25',
    status: 'reported',
    reason: null,
    absent_inputs: 0,
    numerator_facts: [],
    denominator_facts: [],
    notes: [],
    ...patch,
  };
}

describe('differingRows', () => {
  it.each([
    ['the same rows', [row({})], [row({})], 0],
    ['the same rows in another order', [row({}), row({ item: 'x' })], [row({ item: 'x' }), row({})], 0],
    ['another value', [row({})], [row({ value: '25.1' })], 1],
    ['a value become absent', [row({})], [row({ value: null, reason: 'table-missing' })], 1],
    [
      'another reason',
      [row({ value: null, reason: 'table-missing' })],
      [row({ value: null, reason: 'no-indicators' })],
      1,
    ],
    ['a row gone', [row({}), row({ item: 'x' })], [row({})], 1],
    ['a row more', [row({})], [row({}), row({ fiscal_year: 2023 })], 1],
    ['nothing on either side', [], [], 0],
  ])('%s', (_, published, recomputed, count) => {
    expect(differingRows(published, recomputed)).toHaveLength(count);
  });
  it('says what stood and what stands', () => {
    const [difference] = differingRows([row({})], [row({ value: null, reason: 'denominator-zero' })]);
    expect(difference).toMatchObject({ published: '25', recomputed: 'denominator-zero' });
  });
});
