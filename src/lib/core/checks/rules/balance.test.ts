import { describe, expect, it } from 'vitest';
import type { Fact } from '../../model/extract.ts';
import { checkExtract } from '../index.ts';
import { fact, input, only, statuses } from '../judge/invented.ts';

type Fields = Omit<Partial<Fact>, 'row' | 'column'> & { column?: number };

describe('summaries', () => {
  const line = (raw: string, row: number, label: string, fields: Fields = {}) =>
    fact(raw, {
      row,
      label,
      axis: 'item',
      flow: 'income',
      fund: 'all',
      statement: 'budget-summary',
      ...fields,
    });
  const sum = (raw: string, row: number, label: string, fields: Fields = {}) =>
    line(raw, row, label, { axis: 'total', is_total: true, ...fields });
  it('heads, totals and carried-over money', () => {
    const spend = { column: 3, flow: 'expenditure' } as const;
    const facts = [
      line('90.00', 1, '一、财政拨款'),
      line('90.00', 2, '（一）一般公共预算', { fund: 'general-public-budget' }),
      line('5.00', 3, '其中：专项', { fund: 'general-public-budget' }),
      line('10.00', 4, '二、其他收入', { fund: 'other-income' }),
      sum('100.00', 5, '本年收入合计'),
      line('7.00', 6, '上年结转', { fund: 'carry-over' }),
      sum('107.00', 7, '收入总计'),
      line('60.00', 1, '一、教育支出', { ...spend, axis: 'function', code: '205' }),
      line('40.00', 2, '二、卫生健康支出', { ...spend, axis: 'function', code: '210' }),
      sum('100.00', 5, '本年支出合计', spend),
      sum('100.00', 7, '支出总计', spend),
    ];
    const checks = checkExtract(input({ facts }));
    expect(statuses(checks, 'outline')).toEqual(['exact', 'exact', 'exact']);
    expect(statuses(checks, 'grand-total')).toEqual(['exact', 'exact']);
    expect(only(checks, 'income-expenditure')).toMatchObject({ status: 'broken', gap_yuan: '-7.00' });
  });

  it('what is carried over has its own parts, and one source beside others is no total', () => {
    const facts = [
      line('90.00', 1, '一、本年收入'),
      line('90.00', 2, '（一）一般公共预算', { fund: 'general-public-budget' }),
      line('8.00', 3, '二、上年结转', { fund: 'carry-over' }),
      line('8.00', 4, '（一）一般公共预算', { fund: 'carry-over' }),
      sum('98.00', 5, '收入总计'),
    ];
    expect(statuses(checkExtract(input({ facts })), 'outline')).toEqual(['exact', 'exact']);
    const sources = [
      line('30.00', 1, '一、财政拨款'),
      line('5.00', 2, '二、事业收入', { fund: 'institution-income' }),
      sum('35.00', 3, '收入总计'),
    ];
    expect(statuses(checkExtract(input({ facts: sources })), 'grand-total')).toEqual([]);
  });
});
