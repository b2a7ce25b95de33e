import { describe, expect, it } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import type { ResultRow } from '../engine/values.ts';
import { METRICS } from './index.ts';
import { runMetric } from './run.ts';

/** An engine whose every answer is one row: −3000 with a slack of 5000, unless told otherwise. */
function answering(row: ResultRow = {}): Engine {
  const answer: ResultRow = {
    document_id: 'd',
    agency_id: 'a',
    stage: 'budget',
    fiscal_year: 2024,
    variant: 'amount',
    denominator_kind: '',
    item: '',
    numerator: '-3000.00',
    numerator_slack: '5000.00',
    denominator: null,
    denominator_slack: null,
    status: 'reported',
    reason: null,
    absent_inputs: 0,
    numerator_facts: ['f'],
    denominator_facts: [],
    notes: [],
    divides: false,
    unlisted: null,
    ...row,
  };
  const refuse = (): Promise<never> => Promise.reject(new Error('not asked'));
  return { query: () => Promise.resolve([answer]), ask: refuse, load: refuse, close: refuse };
}

describe('runMetric', () => {
  it('lets the interval of a change lie on both sides of zero', async () => {
    const [row] = await runMetric(answering(), METRICS['budget-change']);
    expect(row).toMatchObject({ value: '-3000', low: '-8000', high: '2000' });
  });
  it('has no amount below zero where the metric is no change', async () => {
    const [row] = await runMetric(answering({ numerator: '3000.00' }), METRICS['three-public']);
    expect(row).toMatchObject({ value: '3000', low: '0', high: '8000' });
  });
  it('lets a share reach down to what it would be without what may not belong to it', async () => {
    const share = {
      variant: 'administration',
      divides: true,
      numerator: '900',
      numerator_slack: '0',
      denominator: '1000',
      denominator_slack: '0',
    };
    const low = async (unlisted: string | null): Promise<string | null | undefined> =>
      (await runMetric(answering({ ...share, unlisted }), METRICS['project-share']))[0]?.low;
    expect(await low(null)).toBe('90');
    expect(await low('800')).toBe('50');
    expect(await low('900')).toBe('0');
    expect(await low('1000')).toBe('0');
  });
  it('refuses an answer that is not what a query of metrics promises', async () => {
    await expect(runMetric(answering({ stage: 'draft' }), METRICS['three-public'])).rejects.toThrow(/stage/);
    await expect(runMetric(answering({ notes: null }), METRICS['three-public'])).rejects.toThrow(/notes/);
  });
});
