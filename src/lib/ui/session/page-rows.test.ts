import { describe, expect, it } from 'vitest';
import type { MetricRow } from '$lib/data/metrics/types';
import { pageRows } from './page-rows';

const refs = (count: number): string[] => Array.from({ length: count }, (_, index) => `t1.r${index}`);
const row = (numerator: number, denominator: number): MetricRow => ({
  document_id: 'a-2024',
  agency_id: 'a',
  stage: 'budget',
  fiscal_year: 2024,
  variant: 'all',
  denominator_kind: '',
  item: '',
  numerator: '1',
  numerator_slack: '0',
  denominator: null,
  denominator_slack: null,
  value: '1',
  low: '1',
  high: '1',
  status: 'reported',
  reason: null,
  absent_inputs: 0,
  numerator_facts: refs(numerator),
  denominator_facts: refs(denominator),
  notes: [],
});

describe('rows as a page carries them', () => {
  it('keep short lists', () => {
    const short = row(8, 4);
    expect(pageRows([short])).toEqual([short]);
  });

  it('keep the first of long lists and say how many are left out', () => {
    const [cut] = pageRows([row(30, 0), row(10, 3)]);
    expect(cut).toMatchObject({ numerator_facts: ['t1.r0'], denominator_facts: [], facts_left_out: 29 });
    expect(pageRows([row(10, 3)])[0]).toMatchObject({
      numerator_facts: ['t1.r0'],
      denominator_facts: ['t1.r0'],
      facts_left_out: 11,
    });
  });
});
