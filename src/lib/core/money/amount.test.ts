import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCell, parseNumber, toYuanString } from './index.ts';

describe('parseCell', () => {
  it.each([
    ['grouped', '10,406,991.00', '10406991', 2],
    ['plain', '0.19', '0.19', 2],
    ['full-width', '１２３．４', '123.4', 1],
    ['negative', '-67,019.16', '-67019.16', 2],
    ['real minus', '−1.5', '-1.5', 1],
    ['bracketed is negative', '(12.30)', '-12.3', 2],
    ['no leading zero', '.5', '0.5', 1],
    ['six decimals', '81.234567', '81.234567', 6],
  ])('%s', (_, raw, value, decimals) => {
    const cell = parseCell(raw);
    expect(cell.kind).toBe('number');
    if (cell.kind === 'number') {
      expect(cell.number.value.toString()).toBe(value);
      expect(cell.number.decimals).toBe(decimals);
    }
  });
  it.each([
    ['', 'blank'],
    ['　', 'blank'],
    ['—', 'dash'],
    ['--', 'dash'],
    ['/', 'dash'],
    ['1,23.4', 'malformed'],
    ['1.2.3', 'malformed'],
    ['≥2次', 'text'],
    ['合计', 'text'],
  ])('%j is %s', (raw, kind) => expect(parseCell(raw).kind).toBe(kind));
  it('tells a printed zero from a figure', () => {
    expect(parseCell('0.00')).toMatchObject({ status: 'zero' });
  });
});

describe('toYuanString', () => {
  it.each([
    ['0.19', '万元', '1900.00'],
    ['10406991.00', '元', '10406991.00'],
    ['81.2345678', '万元', '812345.678'],
    ['1.5', '亿元', '150000000.00'],
  ] as const)('%s %s', (raw, unit, yuan) => {
    const number = parseNumber(raw);
    expect(number && toYuanString(number.value, unit)).toBe(yuan);
  });
  it('is exact for every amount with two decimals', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (cents) => {
        const raw = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
        const number = parseNumber(raw);
        expect(number && toYuanString(number.value, '元')).toBe(raw);
      }),
    );
  });
});
