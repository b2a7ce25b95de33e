import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateRow, withReaderHeadcount } from './evaluate.ts';
import type { MetricInputs } from './evaluate.ts';

const row = (given: Partial<MetricInputs>): MetricInputs => ({
  document_id: 'a-2024',
  agency_id: 'a',
  stage: 'budget',
  fiscal_year: 2024,
  variant: '',
  denominator_kind: '',
  item: '',
  numerator: null,
  numerator_slack: '0',
  denominator: null,
  denominator_slack: '0',
  status: 'reported',
  reason: null,
  absent_inputs: 0,
  numerator_facts: [],
  denominator_facts: [],
  notes: [],
  ...given,
});

describe('evaluateRow', () => {
  it.each([
    [
      'divides exactly',
      row({ numerator: '8491991.00', denominator: '59' }),
      'yuan-per-head',
      '143932.050847457627',
    ],
    [
      'is a share in per cent',
      row({ numerator: '1684000', denominator: '10406991' }),
      'percent',
      '16.181430348119',
    ],
    [
      'keeps every digit of a large amount',
      row({ numerator: '9007199254740993.01', denominator: '1' }),
      'yuan',
      '9007199254740993.01',
    ],
  ] as const)('%s', (_, inputs, unit, value) => {
    expect(Number(evaluateRow(inputs, unit, true).value)).toBe(Number(value));
    expect(evaluateRow(inputs, unit, true).value?.startsWith(value.slice(0, 12))).toBe(true);
  });

  it('carries the interval of both sides', () => {
    const { low, high } = evaluateRow(
      row({ numerator: '100', numerator_slack: '5', denominator: '50', denominator_slack: '1' }),
      'yuan',
      true,
    );
    expect([Number(low), Number(high)]).toEqual([95 / 51, 105 / 49].map((x) => Number(x.toFixed(12))));
  });

  it.each([
    ['no numerator', row({ denominator: '5' }), 'figure-not-disclosed'],
    ['no denominator', row({ numerator: '5' }), 'figure-not-disclosed'],
    ['its own reason', row({ numerator: '5', reason: 'headcount-not-disclosed' }), 'headcount-not-disclosed'],
    ['nothing to divide by', row({ numerator: '5', denominator: '0' }), 'denominator-zero'],
    [
      'what rounding lets be nothing',
      row({ numerator: '5', denominator: '4', denominator_slack: '5' }),
      'denominator-zero',
    ],
    [
      'absent from the start',
      row({ numerator: '5', denominator: '5', status: 'absent' }),
      'figure-not-disclosed',
    ],
  ] as const)('gives no value for %s', (_, inputs, reason) => {
    const answer = evaluateRow(inputs, 'yuan-per-head', true);
    expect(answer).toMatchObject({ value: null, low: null, high: null, status: 'absent', reason });
  });

  it('lets rounding make nothing negative but a change', () => {
    const zero = row({ numerator: '0', numerator_slack: '50', status: 'zero' });
    expect(evaluateRow(zero, 'yuan', false)).toMatchObject({ value: '0', low: '0', high: '50' });
    expect(evaluateRow(zero, 'yuan', false, true)).toMatchObject({ low: '-50', high: '50' });
  });

  it('contains every quotient of what the printed figures can stand for', () => {
    const amount = fc.integer({ min: 0, max: 10 ** 9 });
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (a, slack, b, share) => {
          const answer = evaluateRow(
            row({ numerator: String(a), numerator_slack: String(slack), denominator: String(b) }),
            'yuan',
            true,
          );
          const possible = Math.max(0, a + share * slack) / b;
          expect(Number(answer.low)).toBeLessThanOrEqual(possible * (1 + 1e-9) + 1e-9);
          expect(Number(answer.high)).toBeGreaterThanOrEqual(possible * (1 - 1e-9) - 1e-9);
        },
      ),
    );
  });
});

describe('withReaderHeadcount', () => {
  it('marks the value as the reader’s own', () => {
    const absent = evaluateRow(
      row({ numerator: '1000', reason: 'headcount-not-disclosed' }),
      'yuan-per-head',
      true,
    );
    expect(withReaderHeadcount(absent, 8, 'yuan-per-head')).toMatchObject({
      value: '125',
      status: 'reader',
      reason: null,
    });
  });
  it('can’t make a value of a figure that is not there', () => {
    const absent = evaluateRow(row({ reason: 'figure-not-disclosed' }), 'yuan-per-head', true);
    expect(withReaderHeadcount(absent, 8, 'yuan-per-head')).toMatchObject({
      value: null,
      reason: 'figure-not-disclosed',
    });
  });
});
