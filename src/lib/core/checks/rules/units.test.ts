import { describe, expect, it } from 'vitest';
import { checkExtract } from '../index.ts';
import { fact, input, of, statuses, total, only } from '../judge/invented.ts';

describe('units and projects', () => {
  it('units add up by their codes', () => {
    const unit = (raw: string, row: number, code: string) =>
      fact(raw, { row, axis: 'unit', unit_code: code, label: code, statement: 'general-by-unit' });
    const facts = [
      total('30.00', { row: 1, statement: 'general-by-unit' }),
      unit('30.00', 2, '101'),
      unit('10.00', 3, '101001'),
      unit('19.00', 4, '101002'),
    ];
    expect(statuses(checkExtract(input({ facts })), 'unit-total').sort()).toEqual(['broken', 'exact']);
  });
  it('a unit whose cell is blank is named as the missing part', () => {
    const base = { axis: 'unit', statement: 'three-public', measure: 'change' } as const;
    const facts = [
      fact('-10.00', { row: 1, ...base, unit_code: '101', label: '局' }),
      fact('-12.00', { row: 2, ...base, unit_code: '101001', label: '本级' }),
      fact('2.00', { row: 3, column: 2, ...base, unit_code: '101002', label: '中心', item: 'meeting' }),
    ];
    const check = of(checkExtract(input({ facts })), 'unit-total')[0];
    expect(check?.status).toBe('unchecked');
    expect(check?.text).toContain('101002 中心');
  });
  it('the nesting of a project list follows from its amounts', () => {
    const row = (raw: string, at: number, name: string) =>
      fact(raw, {
        row: at,
        axis: 'project',
        label: name,
        project: name,
        statement: 'project-expenditure',
        fund: 'all',
      });
    const facts = [
      total('100.00', { row: 1, statement: 'project-expenditure', fund: 'all' }),
      row('100.00', 2, '专用项目'),
      row('60.00', 3, '甲类'),
      row('40.00', 4, '甲一'),
      row('20.00', 5, '甲二'),
      row('40.00', 6, '乙类'),
      row('40.00', 7, '乙一'),
    ];
    expect(statuses(checkExtract(input({ facts })), 'project-list')).toEqual([
      'exact',
      'exact',
      'exact',
      'exact',
    ]);
  });
  it('a project’s form is found under a slightly different name', () => {
    const facts = [
      fact('200000.00', {
        row: 1,
        table_id: 't1',
        axis: 'project',
        project: 'B参保筹资工作经费',
        statement: 'project-expenditure',
        fund: 'all',
      }),
      fact('50000.00', {
        row: 2,
        table_id: 't1',
        axis: 'project',
        project: '宣传费',
        statement: 'project-expenditure',
        fund: 'all',
      }),
      fact('25.00', {
        row: 1,
        table_id: 't2',
        axis: 'project',
        project: '参保筹资工作经费',
        label: '资金总额',
        is_total: true,
        statement: 'performance-project',
        fund: 'all',
        unit: '万元',
      }),
      fact('5.00', {
        row: 1,
        table_id: 't3',
        axis: 'project',
        project: '差旅',
        label: '资金总额',
        is_total: true,
        statement: 'performance-project',
        fund: 'all',
        unit: '万元',
      }),
    ];
    const checks = of(checkExtract(input({ facts })), 'project-form');
    expect(checks.map((check) => check.status)).toEqual(['broken', 'unchecked']);
    expect(checks[0]?.gap_yuan).toBe('50000.00');
  });

  it('units that a further table of the kind goes on with are named as missing', () => {
    const unit = (raw: string, row: number, code: string, id = 't1') =>
      fact(raw, { row, table_id: id, axis: 'unit', unit_code: code, label: code, statement: 'three-public' });
    const facts = [unit('30.00', 1, '101'), unit('10.00', 2, '101001'), unit('20.00', 1, '101002', 't2')];
    expect(only(checkExtract(input({ facts })), 'unit-total').status).toBe('unchecked');
  });
  it('a list that adds up to more than its head has levels that it doesn’t print', () => {
    const row = (raw: string, at: number) =>
      fact(raw, {
        row: at,
        axis: 'project',
        project: `甲${at}`,
        statement: 'project-expenditure',
        fund: 'all',
      });
    const head = (raw: string) => total(raw, { row: 1, statement: 'project-expenditure', fund: 'all' });
    const status = (raw: string) =>
      only(
        checkExtract(input({ facts: [head(raw), row('60.00', 2), row('50.00', 3), row('7.00', 4)] })),
        'project-list',
      ).status;
    expect(status('100.00')).toBe('unchecked');
    expect(status('130.00')).toBe('broken');
  });
});
