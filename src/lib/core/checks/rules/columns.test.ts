import { describe, expect, it } from 'vitest';
import { checkExtract } from '../index.ts';
import { fact, input, only, statuses } from '../judge/invented.ts';

describe('columns', () => {
  it('basic and project make the total, personnel and running costs the basic', () => {
    const facts = [
      fact('100.00', { row: 1, code: '210' }),
      fact('60.00', { row: 1, column: 2, code: '210', measure: 'basic' }),
      fact('50.00', { row: 1, column: 3, code: '210', measure: 'personnel' }),
      fact('10.00', { row: 1, column: 4, code: '210', measure: 'public' }),
      fact('40.00', { row: 1, column: 5, code: '210', measure: 'project' }),
    ];
    expect(statuses(checkExtract(input({ facts })), 'measure-columns')).toEqual(['exact', 'exact']);
  });
  it('a column of another kind is a further part; a printed zero is an amount', () => {
    const facts = [
      fact('100.00', { row: 1, code: '210', column_label: '合计' }),
      fact('60.00', { row: 1, column: 2, code: '210', measure: 'basic' }),
      fact('0.00', { row: 1, column: 3, code: '210', measure: 'project' }),
      fact('40.00', { row: 1, column: 4, code: '210', column_label: '预留机动经费' }),
    ];
    const check = only(checkExtract(input({ facts })), 'measure-columns');
    expect(check.status).toBe('exact');
    expect(check.facts).toHaveLength(4);
  });
  it('funds add up below their own head and beside it', () => {
    const base = { row: 1, code: '208', statement: 'income-summary', flow: 'income' } as const;
    const facts = [
      fact('100.00', { ...base, fund: 'all', column_label: '合计' }),
      fact('70.00', { ...base, column: 2, fund: 'all', column_label: '财政拨款收入 / 小计' }),
      fact('60.00', { ...base, column: 3, column_label: '财政拨款收入 / 一般公共预算' }),
      fact('10.00', {
        ...base,
        column: 4,
        fund: 'government-fund',
        column_label: '财政拨款收入 / 政府性基金',
      }),
      fact('30.00', { ...base, column: 5, fund: 'other-income', column_label: '其他收入' }),
    ];
    expect(statuses(checkExtract(input({ facts })), 'fund-columns')).toEqual(['exact', 'exact']);
  });
});

describe('classes across a row', () => {
  it('make their class and the total', () => {
    const base = {
      row: 1,
      axis: 'total',
      is_total: true,
      label: '合计',
      measure: 'public',
      statement: 'basic-by-economic',
    } as const;
    const facts = [
      fact('18.00', { ...base, column: 1, column_label: '总计' }),
      fact('18.00', { ...base, column: 2, column_code: '502', column_label: '机关商品和服务支出 / 合计' }),
      fact('11.00', {
        ...base,
        column: 3,
        column_code: '50201',
        column_label: '机关商品和服务支出 / 办公经费',
      }),
      fact('6.00', { ...base, column: 4, column_code: '50202', column_label: '机关商品和服务支出 / 会议费' }),
    ];
    expect(statuses(checkExtract(input({ facts })), 'class-columns')).toEqual(['exact', 'broken']);
  });
});
