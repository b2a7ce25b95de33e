import { describe, expect, it } from 'vitest';
import type { Fact } from '../../model/extract.ts';
import { checkExtract } from '../index.ts';
import { fact, input, of, only, YEAR } from '../judge/invented.ts';

describe('performance forms', () => {
  const form = (raw: string, row: number, label: string, fields: Partial<Fact> = {}) =>
    fact(raw, {
      row,
      axis: 'project',
      project: '宣传经费',
      label,
      statement: 'performance-project',
      fund: 'all',
      unit: '万元',
      ...fields,
      table_id: 't1',
    } as Parameters<typeof fact>[1]);
  const indicator = {
    locator: 'L8',
    scope: 'project' as const,
    project: '宣传经费',
    horizon: 'annual' as const,
    level1: '成本指标',
    level2: '经济成本指标',
    level3: '项目预算控制数',
    target_raw: '≤5万元',
    operator: '≤' as const,
    value: '5',
    unit: '万元',
    quantitative: true,
    prior: [],
  };
  it('money by source, and the cost target', () => {
    const facts = [
      form('9', 1, '资金总额', { is_total: true }),
      form('4', 2, '财政拨款'),
      form('5', 3, '其他资金'),
    ];
    const checks = checkExtract(input({ facts, indicators: [indicator] }));
    expect(only(checks, 'form-money').status).toBe('exact');
    expect(only(checks, 'cost-target').status).toBe('broken');
    const generous = { ...indicator, value: '12', target_raw: '≤12万元' };
    expect(of(checkExtract(input({ facts, indicators: [generous] })), 'cost-target')).toEqual([]);
  });
  it('cost targets of parts say nothing about the whole; one that is the whole ties', () => {
    const facts = [form('9', 1, '资金总额', { is_total: true })];
    const target = (level3: string, value: string, locator: string) => ({
      ...indicator,
      level3,
      value,
      locator,
    });
    const check = (...indicators: (typeof indicator)[]) =>
      of(checkExtract(input({ facts, indicators })), 'cost-target').map(({ status }) => status);
    expect(check(target('印刷成本', '4', 'L8'), target('会议成本', '3', 'L9'))).toEqual([]);
    expect(check(target('印刷成本', '4', 'L8'), target('项目总成本', '9', 'L9'))).toEqual(['exact']);
    expect(check(target('设备购置总成本', '4', 'L8'))).toEqual([]);
  });
  it('an indicator repeated in the overall form has the same past', () => {
    const past = (raw: string) => [{ fiscal_year: YEAR - 1, raw }];
    const overall = {
      ...indicator,
      scope: 'overall' as const,
      project: null,
      level3: '救助人数',
      locator: 'L1',
      prior: past('=3200人次'),
    };
    const project = { ...indicator, level3: '救助人次', locator: 'L2', prior: past('=200人次') };
    const check = only(checkExtract(input({ indicators: [overall, project] })), 'indicator-repeated');
    expect(check.status).toBe('broken');
    expect(check.claims).toEqual(['L1', 'L2']);
  });
});
