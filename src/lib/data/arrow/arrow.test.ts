import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TABLES, decodeRows, encodeRows, fitsDecimal, withDerived } from './index.ts';
import type { GivenRows, Row, RowOf } from './index.ts';

const money = (cents: bigint): string => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

describe('records as Arrow', () => {
  it('come back as they went, every kind of column', () => {
    const rows: Row[] = [
      {
        document_id: 'a',
        check_id: '1',
        rule: '合计',
        facts: ['x', 'y'],
        weights: [1, -1],
        claims: [],
        expected_yuan: '1.50000000',
      },
      {
        document_id: 'b',
        check_id: '2',
        rule: '',
        facts: null,
        weights: [0],
        claims: ['L1'],
        expected_yuan: '-0.00500000',
      },
    ];
    const back = decodeRows(encodeRows(TABLES.checks.columns, rows));
    expect(back).toMatchObject(rows);
  });
  it('come back when there are none, or none has a list', () => {
    expect(decodeRows(encodeRows(TABLES.checks.columns, []))).toEqual([]);
    expect(decodeRows(encodeRows(TABLES.checks.columns, [{ check_id: '1' }]))[0]).toMatchObject({
      facts: null,
    });
  });
  it('keep every amount of up to 18 digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }), (cents) => {
        const rows = [{ fact_id: 'f', yuan: money(cents) }];
        expect(decodeRows(encodeRows(TABLES.facts.columns, rows))[0]?.['yuan']).toBe(money(cents));
      }),
    );
  });
  it.each([
    ['812345.67', true],
    ['812345.678', false],
    ['-9999999999999999.99', true],
    ['10000000000000000.00', false],
  ])('%s fits DECIMAL(18,2): %s', (value, fits) => {
    expect(fitsDecimal(value, { precision: 18, scale: 2 })).toBe(fits);
  });
});

describe('withDerived', () => {
  const rows = (fact: Partial<RowOf<'facts'>>): GivenRows => ({
    documents: [],
    tables: [],
    facts: [fact],
    headcounts: [],
    claims: [],
    indicators: [],
    checks: [],
    issues: [],
  });
  it.each([
    [
      'two decimals in 万元',
      { yuan: '1900.00', unit: '万元', decimals: 2 },
      { yuan: '1900.00', yuan_text: '1900.00', slack_yuan: '50' },
    ],
    [
      'seven decimals: not rounded, kept as text',
      { yuan: '812345.678', unit: '万元', decimals: 7 },
      { yuan: null, yuan_text: '812345.678', slack_yuan: '0.0005' },
    ],
    ['a count', { yuan: null, unit: '人', decimals: 0 }, { yuan: null, yuan_text: null, slack_yuan: null }],
  ])('%s', (_, given, expected) => {
    expect(withDerived('a', rows(given)).facts[0]).toMatchObject({
      ...expected,
      document_id: 'a',
      corrected: false,
    });
  });
});
