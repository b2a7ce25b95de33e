import { describe, expect, it } from 'vitest';
import type { Fact } from '../../model/extract.ts';
import { checkExtract } from '../index.ts';
import { fact, input, only, statuses, total } from '../judge/invented.ts';

describe('code sums', () => {
  const list = (child: string): Fact[] => [
    total('300.00', { row: 1 }),
    fact('200.00', { row: 2, code: '208', label: '社会保障和就业支出' }),
    fact('120.00', { row: 3, code: '20805' }),
    fact(child, { row: 4, code: '2080505' }),
    fact('80.00', { row: 5, code: '2083099' }),
    fact('100.00', { row: 6, code: '210', label: '卫生健康支出' }),
  ];
  it('tie at every level, a 款 left out included', () => {
    const checks = checkExtract(input({ facts: list('120.00') }));
    expect(statuses(checks, 'code-children')).toEqual(['exact', 'exact']);
    expect(only(checks, 'code-total').status).toBe('exact');
  });
  it('say what breaks, with both amounts, the gap and the places', () => {
    const checks = checkExtract(input({ facts: list('110.00') }));
    const broken = checks.filter((check) => check.status === 'broken');
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({
      expected_yuan: '110.00',
      actual_yuan: '120.00',
      gap_yuan: '10.00',
      facts: ['t1.r3.1', 't1.r4.1'],
      weights: [0, 1],
    });
    expect(broken[0]?.text).toContain('相差 10.00 元');
    expect(broken[0]?.finding).toBe(broken[0]?.check_id);
  });
  it('are checked in every unit that amounts are printed in', () => {
    const unit = '千元';
    const facts = [
      fact('100.1', { row: 1, code: '210', unit }),
      fact('60.0', { row: 2, code: '21011', unit }),
      fact('40.0', { row: 3, code: '21015', unit }),
    ];
    const check = only(checkExtract(input({ facts })), 'code-children');
    expect(check).toMatchObject({ status: 'rounding', gap_yuan: '100.00', slack_yuan: '150.00' });
    expect(check.text).toContain('±0.15 千元');
  });
  it('leave blank lines out and make no check of a class without lines below it', () => {
    const facts = [...list('120.00'), fact('', { row: 7, code: '2080506' })];
    expect(statuses(checkExtract(input({ facts })), 'code-children')).toEqual(['exact', 'exact']);
  });
  it.each([
    ['within the digits of every line', '91.93', ['39.00', '52.94'], 'rounding'],
    ['beyond them', '91.91', ['39.00', '52.94'], 'broken'],
  ])('%s', (_, sum, parts, status) => {
    const facts = [
      fact(sum, { row: 1, code: '20805', unit: '万元' }),
      ...parts.map((raw, index) => fact(raw, { row: 2 + index, code: `208050${index + 1}`, unit: '万元' })),
    ];
    expect(only(checkExtract(input({ facts })), 'code-children').status).toBe(status);
  });
  it('add a class that is split over government classes, and one that goes on in the next column', () => {
    const facts = [
      fact('90.00', { row: 1, code: '301', axis: 'dept-economic', statement: 'general-by-economic' }),
      fact('40.00', {
        row: 2,
        code: '30101',
        gov_code: '50101',
        axis: 'dept-economic',
        statement: 'general-by-economic',
      }),
      fact('30.00', {
        row: 3,
        code: '30101',
        gov_code: '50501',
        axis: 'dept-economic',
        statement: 'general-by-economic',
      }),
      fact('20.00', {
        row: 1,
        column: 4,
        code: '30102',
        gov_code: '50101',
        axis: 'dept-economic',
        statement: 'general-by-economic',
      }),
    ];
    expect(only(checkExtract(input({ facts })), 'code-children').status).toBe('exact');
  });
  it('keep the blocks of units apart', () => {
    const facts = [
      fact('10.00', { row: 1, code: '208', unit_code: '101' }),
      fact('10.00', { row: 2, code: '20805', unit_code: '101' }),
      fact('7.00', { row: 3, code: '208', unit_code: '102' }),
      fact('7.00', { row: 4, code: '20805', unit_code: '102' }),
    ];
    expect(statuses(checkExtract(input({ facts })), 'code-children')).toEqual(['exact', 'exact']);
  });
});
