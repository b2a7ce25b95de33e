import { describe, expect, it } from 'vitest';
import type { Fact } from '../../model/extract.ts';
import { checkExtract } from '../index.ts';
import { fact, input, of, only, total, statuses } from '../judge/invented.ts';

describe('table against table', () => {
  const classes = (tableId: string, statement: Fact['statement'], rows: [string, string][]): Fact[] => [
    total('100.00', { row: 1, table_id: tableId, statement }),
    ...rows.map(([code, raw], index) => fact(raw, { row: 2 + index, table_id: tableId, statement, code })),
  ];
  it('a class moved to another one is one finding', () => {
    const facts = [
      ...classes('t1', 'budget-summary', [
        ['205', '9.00'],
        ['210', '91.00'],
      ]),
      ...classes('t2', 'general-by-function', [['210', '100.00']]),
    ];
    const checks = checkExtract(input({ facts }));
    const broken = checks.filter((check) => check.status === 'broken');
    expect(broken.map((check) => check.rule).sort()).toEqual(['class-missing', 'same-quantity']);
    expect(new Set(broken.map((check) => check.finding)).size).toBe(1);
  });
  it('of three tables the one that stands alone is compared with the others', () => {
    const facts = [
      ...classes('t1', 'expenditure-summary', [['210', '100.00']]),
      ...classes('t2', 'general-by-function', [['210', '90.00']]),
      ...classes('t3', 'budget-summary', [['210', '100.00']]),
    ];
    const broken = of(checkExtract(input({ facts })), 'same-quantity').filter(
      (check) => check.status === 'broken',
    );
    expect(broken).toHaveLength(1);
    expect(broken[0]?.facts).toContain('t2.r2.1');
  });
  it('basic tables print basic expenditure as their total', () => {
    const facts = [
      total('60.00', { row: 1, table_id: 't1', measure: 'basic' }),
      total('60.00', { row: 1, table_id: 't2', statement: 'basic-by-economic' }),
    ];
    expect(only(checkExtract(input({ facts })), 'same-quantity').status).toBe('exact');
  });
  it('different money is not compared', () => {
    const facts = [
      total('100.00', { row: 1, table_id: 't1', statement: 'expenditure-summary', fund: 'all' }),
      fact('80.00', { row: 2, table_id: 't1', statement: 'expenditure-summary', fund: 'all', code: '210' }),
      total('70.00', { row: 1, table_id: 't2' }),
      fact('70.00', { row: 2, table_id: 't2', code: '210' }),
    ];
    expect(of(checkExtract(input({ facts })), 'same-quantity')).toEqual([]);
  });

  it('tables of one kind, or with money carried over, may be of different money', () => {
    const same = [
      total('100.00', { row: 1, table_id: 't1', statement: 'general-by-function' }),
      total('50.00', { row: 1, table_id: 't2', statement: 'general-by-function' }),
    ];
    expect(statuses(checkExtract(input({ facts: same })), 'same-quantity')).toEqual(['unchecked']);
    const income = (raw: string, id: string, statement: Fact['statement'], fields: Partial<Fact> = {}) => ({
      ...fact(raw, { row: 1, table_id: id, statement, axis: 'item', flow: 'income', label: '一般公共预算' }),
      ...fields,
    });
    const carried = income('5.00', 't2', 'appropriation-summary', {
      row: 2,
      fund: 'carry-over',
      label: '上年结转',
    });
    const funds = [income('90.00', 't1', 'budget-summary'), income('85.00', 't2', 'appropriation-summary')];
    expect(statuses(checkExtract(input({ facts: funds })), 'same-quantity')).toEqual(['broken']);
    expect(statuses(checkExtract(input({ facts: [...funds, carried] })), 'same-quantity')).toEqual([
      'unchecked',
    ]);
  });

  it('a figure without the decimals that its table prints elsewhere may be cut off', () => {
    const amount = (raw: string, id: string, statement: Fact['statement']) =>
      total(raw, { row: 1, table_id: id, statement, fund: 'all', unit: '万元' });
    const facts = [amount('168', 't1', 'expenditure-summary'), amount('168.81', 't2', 'budget-summary')];
    expect(statuses(checkExtract(input({ facts })), 'same-quantity')).toEqual(['unchecked']);
  });
});
