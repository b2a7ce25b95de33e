import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricUnit } from '../../data/metrics/types.ts';
import type { DisplayUnit } from '../state.ts';
import { figuresFor, formatDecimal } from './figures.ts';

describe('formatDecimal', () => {
  it.each([
    ['1234567.005', 2, '1,234,567.01'],
    ['-1234.5', 2, '−1,234.50'],
    ['-0.004', 2, '0.00'],
    ['999.995', 2, '1,000.00'],
    ['100000000', 0, '100,000,000'],
    ['12', 0, '12'],
  ])('%s with %i decimals is %s', (value, decimals, text) => {
    expect(formatDecimal(value, decimals)).toBe(text);
  });
  it('groups by three and loses nothing', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (cents) => {
        const sign = cents < 0n ? '-' : '';
        const size = cents < 0n ? -cents : cents;
        const plain = `${sign}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
        const text = formatDecimal(plain, 2);
        expect(text.replaceAll(',', '').replace('−', '-')).toBe(plain);
        expect(text).toMatch(/^−?\d{1,3}(,\d{3})*\.\d\d$/);
      }),
    );
  });
});

describe('figuresFor', () => {
  const cases: [string, MetricUnit, DisplayUnit, string[], string, string][] = [
    [
      '元 per head needs no decimals',
      'yuan-per-head',
      'yuan',
      ['143932.05', '98000'],
      '143,932 元/人',
      '143,932.05',
    ],
    ['whole 元', 'yuan', 'yuan', ['41400.00', '1900.00'], '41,400 元', '41,400.00'],
    ['元 with 分', 'yuan', 'yuan', ['20429.16', '1900.00'], '20,429.16 元', '20,429.16'],
    ['万元', 'yuan', 'wan', ['8491991.00'], '849.20 万元', '849.20'],
    ['small 万元 keep two digits', 'yuan', 'wan', ['190.00'], '0.019 万元', '0.019'],
    ['亿元', 'yuan', 'yi', ['1234567890.12'], '12.35 亿元', '12.35'],
    ['亿元 per head keeps two digits', 'yuan-per-head', 'yi', ['143932'], '0.0014 亿元/人', '0.0014'],
    ['percent', 'percent', 'yuan', ['16.181430343967'], '16.2%', '16.18'],
    ['small percent', 'percent', 'wan', ['0.456'], '0.46%', '0.46'],
    ['count', 'count', 'wan', ['49'], '49 项', '49'],
  ];
  it.each(cases)('%s', (_, unit, display, values, text, cell) => {
    const figures = figuresFor(unit, display, values, 'zh');
    const converted = figures.convert(values[0] ?? 0);
    expect([figures.withUnit(converted), figures.cell(converted)]).toEqual([text, cell]);
  });
  it('leaves 分 to sentences and tables', () => {
    const { text, withUnit, cell } = figuresFor('yuan', 'yuan', ['20429.16', '41400'], 'zh');
    expect([text('20429.16'), withUnit('20429.16'), withUnit('41400'), cell('41400')]).toEqual([
      '20,429',
      '20,429.16 元',
      '41,400 元',
      '41,400.00',
    ]);
  });
  it('says how far rounding reaches', () => {
    const { slack } = figuresFor('yuan-per-head', 'yuan', ['125000'], 'zh');
    expect(slack('124995.83', '125004.17')).toBe('±4.17');
    expect(slack('149999.9999', '150000.0001')).toBe('±<0.01');
    expect(slack('3', '3')).toBe('精确');
  });
  it('explains 万 and 亿 to English readers in the head only', () => {
    const { label, withUnit } = figuresFor('yuan', 'wan', ['41400'], 'en');
    expect([label, withUnit('4.14')]).toEqual(['wan yuan = 10,000 yuan', '4.14 wan yuan']);
  });
});
