import { describe, expect, it } from 'vitest';
import type { Fact } from '../../model/extract.ts';
import { checkExtract } from '../index.ts';
import { fact, input, only, statuses, YEAR } from '../judge/invented.ts';

describe('three-public', () => {
  const base = { statement: 'three-public', axis: 'total', is_total: true, label: '合计' } as const;
  it('items make the total, and the change column the difference', () => {
    const facts = [
      fact('30.00', { row: 1, column: 1, ...base, item: 'three-public' }),
      fact('12.00', { row: 1, column: 2, ...base, item: 'reception' }),
      fact('18.00', { row: 1, column: 3, ...base, item: 'vehicle' }),
      fact('18.00', { row: 1, column: 4, ...base, item: 'vehicle-running' }),
      fact('10.00', { row: 1, column: 5, ...base, item: 'reception', fiscal_year: YEAR - 1 }),
      fact('3.00', { row: 1, column: 6, ...base, item: 'reception', measure: 'change' }),
    ];
    const checks = checkExtract(input({ facts }));
    expect(statuses(checks, 'three-public-items')).toEqual(['exact', 'exact']);
    expect(only(checks, 'change-column')).toMatchObject({
      status: 'broken',
      expected_yuan: '2.00',
      actual_yuan: '3.00',
    });
  });
  it('a line of other expenses above them is no total of theirs', () => {
    const line = { ...base, axis: 'item', is_total: false } as const;
    const facts = [
      fact('444.00', { row: 1, ...line, label: '行政经费' }),
      fact('5.00', { row: 2, ...line, label: '“三公”经费', item: 'three-public' }),
      fact('5.00', { row: 3, ...line, label: '公务接待费', item: 'reception' }),
    ];
    expect(statuses(checkExtract(input({ facts })), 'three-public-items')).toEqual(['exact']);
  });
  it('agree with the economic classes', () => {
    const facts = [
      fact('12.00', { row: 1, ...base, item: 'reception' }),
      fact('7.00', {
        row: 1,
        table_id: 't2',
        statement: 'general-by-economic',
        axis: 'dept-economic',
        code: '30217',
        gov_code: '50206',
      }),
      fact('5.00', {
        row: 2,
        table_id: 't2',
        statement: 'general-by-economic',
        axis: 'dept-economic',
        code: '30217',
        gov_code: '50502',
      }),
    ];
    expect(only(checkExtract(input({ facts })), 'item-class').status).toBe('exact');
  });

  it('a total of all funds counts items that stand in one fund’s columns', () => {
    const row = { row: 1, statement: 'three-public', axis: 'unit', unit_code: '101', label: '某处' } as const;
    const facts = [
      fact('30.00', { ...row, column: 1, fund: 'all' }),
      fact('12.00', { ...row, column: 2, item: 'three-public' }),
      fact('8.00', { ...row, column: 3, fund: 'all', item: 'meeting' }),
      fact('10.00', { ...row, column: 4, fund: 'all', item: 'training' }),
    ];
    expect(statuses(checkExtract(input({ facts })), 'three-public-items')).toEqual(['exact']);
  });

  it('a table that leaves an item out altogether says nothing of the sum', () => {
    const facts = (other: string) => [
      fact('30.00', { row: 1, column: 1, ...base, item: 'three-public' }),
      fact('12.00', { row: 1, column: 2, ...base, item: 'reception' }),
      fact('1.00', { row: 1, column: 3, ...base, item: 'abroad' }),
      fact(other, { row: 1, column: 4, ...base, item: 'vehicle' }),
    ];
    const status = (all: Fact[]) => statuses(checkExtract(input({ facts: all })), 'three-public-items');
    expect(status(facts('9.00'))).toEqual(['broken']);
    expect(status(facts('9.00').slice(0, 3))).toEqual(['unchecked']);
  });
});
