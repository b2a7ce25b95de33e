import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check, Fact } from '../model/extract.ts';
import {
  AXES,
  checkSchema,
  FUNDS,
  ITEMS,
  MEASURES,
  STATEMENTS,
  type ExtractResult,
} from '../model/extract.ts';
import { CHECK_RULES, checkExtract } from './index.ts';
import { claim, fact, input, table, total, YEAR } from './invented.ts';

type Fields = Omit<Partial<Fact>, 'row' | 'column'> & { column?: number };

function of(checks: readonly Check[], rule: string): Check[] {
  return checks.filter((check) => check.rule === rule);
}
function statuses(checks: readonly Check[], rule: string): string[] {
  return of(checks, rule).map((check) => check.status);
}
function only(checks: readonly Check[], rule: string): Check {
  const found = of(checks, rule);
  expect(found, rule).toHaveLength(1);
  return found[0] as Check;
}

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
});

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
});

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
});

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
});

describe('prose', () => {
  const tables = [
    total('10406991.00', { row: 1, column: 1 }),
    total('8722991.00', { row: 1, column: 2, measure: 'basic' }),
    total('1684000.00', { row: 1, column: 3, measure: 'project' }),
    fact('668868.00', {
      row: 2,
      code: '303',
      axis: 'dept-economic',
      table_id: 't2',
      statement: 'general-by-economic',
    }),
  ];
  it.each([
    ['rounded', '1040.7 万元', 'general-public-budget', 'rounding'],
    ['cut off', '66.88 万元', 'dept-economic:303', 'broken'],
    ['wrong', '900 万元', 'general-public-budget', 'broken'],
    ['not in the tables', '3 万元', 'meeting', 'unchecked'],
  ])('%s', (_, raw, subject, status) => {
    const claims = [claim(raw, subject, { locator: 'L9' })];
    const check = only(checkExtract(input({ facts: tables, claims })), 'prose-table');
    expect(check.status).toBe(status);
    expect(check.claims).toEqual(['L9']);
    if (raw === '66.88 万元') expect(check.text).toContain('去尾');
  });
  it('parts, shares, growth and changes', () => {
    const claims = [
      claim('1040.70 万元', 'total-expenditure', { locator: 'L1' }),
      claim('257.96 万元', 'total-expenditure', { locator: 'L1', measure: 'change', direction: 'increase' }),
      claim('32.96%', 'total-expenditure', { locator: 'L1', measure: 'percent', direction: 'increase' }),
      claim('872.30 万元', 'basic', { locator: 'L1', of: 'total-expenditure' }),
      claim('80%', 'basic', { locator: 'L1', of: 'total-expenditure', measure: 'percent' }),
      claim('168.40 万元', 'project', { locator: 'L1', of: 'total-expenditure' }),
    ];
    const checks = checkExtract(input({ claims }));
    expect(only(checks, 'prose-parts').status).toBe('exact');
    expect(statuses(checks, 'prose-percent')).toEqual(['rounding', 'broken']);
  });
  it('a share whose whole the sentence only implies is taken of what it states, or of the three-public total', () => {
    const claims = [
      claim('200 万元', 'total-expenditure', { locator: 'L1' }),
      claim('10 万元', 'three-public', { locator: 'L2' }),
      claim('100 万元', 'appropriation-expenditure', { locator: 'L3' }),
      claim('40 万元', 'function:208', { locator: 'L3' }),
      claim('40 %', 'function:208', { locator: 'L3', measure: 'percent' }),
      claim('4 万元', 'reception', { locator: 'L4' }),
      claim('40 %', 'reception', { locator: 'L4', measure: 'percent' }),
      claim('6 万元', 'vehicle', { locator: 'L4' }),
      claim('70 %', 'vehicle', { locator: 'L4', measure: 'percent' }),
    ];
    expect(statuses(checkExtract(input({ claims })), 'prose-percent')).toEqual(['exact', 'exact', 'broken']);
  });
  it('shares of parts whose amounts the sentence leaves out are not judged', () => {
    const claims = [
      claim('100 万元', 'procurement', { locator: 'L1' }),
      claim('80 万元', 'procurement-small', { locator: 'L1' }),
      claim('80 %', 'procurement-small', { locator: 'L1', measure: 'percent', of: 'procurement' }),
      claim('9 %', 'procurement-small', { locator: 'L1', measure: 'percent' }),
    ];
    expect(statuses(checkExtract(input({ claims })), 'prose-percent')).toEqual(['exact']);
  });
  it('the appropriation of a project is not that of the agency', () => {
    const facts = [
      total('900.00', {
        row: 1,
        statement: 'appropriation-summary',
        fund: 'all',
        flow: 'income',
        label: '本年收入合计',
      }),
    ];
    const stated = (subject: string) => [
      claim('120 元', subject, { locator: 'L2' }),
      claim('100 元', 'appropriation-income', { locator: 'L2' }),
    ];
    const found = (subject: string) =>
      statuses(checkExtract(input({ facts, claims: stated(subject) })), 'prose-table').includes('broken');
    expect(found('item:某项目')).toBe(false);
    expect(found('total-income')).toBe(true);
  });
  it('an incomplete list of parts is not judged, one that exceeds the whole is', () => {
    const list = (second: string) => [
      claim('100 万元', 'general-public-budget', { locator: 'L1' }),
      claim('60 万元', 'function:208', { locator: 'L1', of: 'general-public-budget' }),
      claim(second, 'function:210', { locator: 'L1', of: 'general-public-budget' }),
    ];
    expect(only(checkExtract(input({ claims: list('30 万元') })), 'prose-parts').status).toBe('unchecked');
    expect(only(checkExtract(input({ claims: list('50 万元') })), 'prose-parts').status).toBe('broken');
  });
  it('a stated change against both years of the table', () => {
    const base = { statement: 'three-public', axis: 'total', is_total: true, item: 'training' } as const;
    const facts = [
      fact('9800.00', { row: 1, column: 1, ...base }),
      fact('36499.00', { row: 1, column: 2, ...base, fiscal_year: YEAR - 1 }),
    ];
    const claims = [
      claim('-2.64 万元', 'training', { locator: 'L3', measure: 'change', direction: 'decrease' }),
    ];
    expect(only(checkExtract(input({ facts, claims })), 'prose-change')).toMatchObject({
      status: 'broken',
      expected_yuan: '-26699.00',
      gap_yuan: '299.00',
    });
  });
  it('the same figure in another wording of precision', () => {
    const claims = [
      claim('4.14 万元', 'three-public', { locator: 'L1' }),
      claim('4.1 万元', 'three-public', { locator: 'L2' }),
      claim('830 万元', 'procurement', { locator: 'L3' }),
      claim('232 万元', 'procurement', { locator: 'L4' }),
    ];
    expect(statuses(checkExtract(input({ claims })), 'prose-repeated')).toEqual(['rounding']);
  });
});

describe('formalities', () => {
  it('a table declared empty against figures elsewhere, one finding', () => {
    const tables = [
      table({
        table_id: 't9',
        number: '表9',
        statement: 'three-public',
        title: '三公经费及会议费表',
        status: 'declared-empty',
      }),
      table({ table_id: 't2', statement: 'general-by-economic' }),
    ];
    const claims = [claim('0.19 万元', 'reception', { locator: 'L5' })];
    const facts = [
      fact('0.60', {
        row: 1,
        table_id: 't2',
        statement: 'general-by-economic',
        axis: 'dept-economic',
        code: '30215',
        unit: '万元',
      }),
    ];
    const checks = of(checkExtract(input({ tables, claims, facts })), 'declared-empty');
    expect(checks.map((check) => check.status)).toEqual(['broken', 'broken']);
    expect(new Set(checks.map((check) => check.finding)).size).toBe(1);
  });
  it('years of titles and notes, and units inside a table', () => {
    const tables = [
      table({ table_id: 't1', title: `${YEAR}年收支总表` }),
      table({ table_id: 't2', title: '三公经费表', unit: '万元' }),
    ];
    const paragraph = { kind: 'paragraph', page: null, heading: null } as const;
    const cell = { column: 0, colSpan: 1, rowSpan: 1 };
    const surroundings = [
      {
        tableId: 't2',
        statement: 'three-public' as const,
        unit: '万元' as const,
        notes: [{ ...paragraph, locator: 'L7', text: `注：本表反映${YEAR - 1}年度支出情况。` }],
        rows: [{ page: null, cells: [{ ...cell, text: '单位：元', locator: 'L3#0' }] }],
      },
    ];
    const checks = checkExtract(input({ tables }), surroundings);
    expect(statuses(checks, 'year-contradiction').sort()).toEqual(['broken', 'exact']);
    expect(only(checks, 'unit-contradiction').status).toBe('broken');
  });
  it('pairs of economic classes', () => {
    const pair = (gov: string, row: number) =>
      fact('1.00', {
        row,
        axis: 'dept-economic',
        statement: 'general-by-economic',
        code: '30101',
        gov_code: gov,
      });
    expect(only(checkExtract(input({ facts: [pair('50101', 1)] })), 'crosswalk-pair').status).toBe('exact');
    expect(only(checkExtract(input({ facts: [pair('50601', 1)] })), 'crosswalk-pair').status).toBe('broken');
  });
});

describe('every check', () => {
  const fuzzed = fc.record({
    row: fc.integer({ min: 0, max: 12 }),
    column: fc.integer({ min: 0, max: 4 }),
    table_id: fc.constantFrom('t1', 't2', null),
    statement: fc.constantFrom(...STATEMENTS),
    axis: fc.constantFrom(...AXES),
    code: fc.constantFrom(null, '208', '20805', '2080505', '301', '30101', '501', '50101', 'x', ''),
    gov_code: fc.constantFrom(null, '50101', '5'),
    unit_code: fc.constantFrom(null, '101', '101001', ''),
    project: fc.constantFrom(null, '甲', ''),
    label: fc.constantFrom('', '合计', '本年支出合计', '支出总计', '一、部门预算', '上年结转', '其中：'),
    flow: fc.constantFrom('income', 'expenditure'),
    measure: fc.constantFrom(...MEASURES),
    fund: fc.constantFrom(...FUNDS),
    item: fc.constantFrom(null, ...ITEMS),
    fiscal_year: fc.constantFrom(YEAR, YEAR - 1, null),
    unit: fc.constantFrom('元', '万元', '%', null),
    raw: fc.constantFrom('', '—', '0.00', '1', '99.95', '-3.2', '1,234,567.8'),
    is_total: fc.boolean(),
    quantity: fc.constantFrom(null, '3', 'NaN'),
    decimals: fc.constantFrom(null, 0, 2),
    column_label: fc.constantFrom('', '合计', '本年收入 / 小计', '其中：专项', '决算数'),
  });
  const stated = fc.record({
    subject: fc.constantFrom(
      'total-expenditure',
      'basic',
      'function:208',
      'three-public',
      'project:甲',
      'other',
      ':',
    ),
    measure: fc.constantFrom('amount', 'change', 'percent', 'count'),
    of: fc.constantFrom(null, 'total-expenditure', 'function:208'),
    raw: fc.constantFrom('1 万元', '0 元', '5%', '9'),
    fiscal_year: fc.constantFrom(YEAR, YEAR - 1, null),
  });
  it('fits the contract, has an id of its own, and comes out the same twice, whatever the facts', () => {
    fc.assert(
      fc.property(
        fc.array(fuzzed, { maxLength: 40 }),
        fc.array(stated, { maxLength: 8 }),
        (facts, claims) => {
          const document: Omit<ExtractResult, 'schema' | 'checks' | 'issues'> = input({
            facts: facts.map(({ raw, ...fields }) => fact(raw, fields as Parameters<typeof fact>[1])),
            claims: claims.map(({ raw, subject, ...fields }, index) =>
              claim(raw, subject, { ...(fields as object), locator: `L${index}` }),
            ),
          });
          const checks = checkExtract(document);
          for (const check of checks) {
            expect(() => checkSchema.parse(check)).not.toThrow();
            expect(check.check_id).toMatch(/^[\x21-\x7e]+$/);
            expect(check.text).not.toBe('');
            expect(check.text_en).not.toBe('');
            expect(check.finding === null).toBe(check.status !== 'broken');
            if (check.weights.length > 0) expect(check.weights).toHaveLength(check.facts.length);
          }
          expect(new Set(checks.map((check) => check.check_id)).size).toBe(checks.length);
          expect(checkExtract(document)).toEqual(checks);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
  it('belongs to a rule that says what it means, in both languages', () => {
    for (const rule of CHECK_RULES) {
      expect(
        [rule.name.zh, rule.name.en, rule.meaning.zh, rule.meaning.en].every((text) => text !== ''),
      ).toBe(true);
    }
    expect(new Set(CHECK_RULES.map((rule) => rule.id)).size).toBe(CHECK_RULES.length);
  });
  it('of a long document takes time in proportion to it', () => {
    const long = (count: number) =>
      input({
        facts: Array.from({ length: count }, (_, i) =>
          fact('1.00', {
            row: i,
            column: 1,
            code: `2${String(10 + (i % 20))}${i % 3 === 0 ? '' : '01'}`,
            table_id: `t${i % 50}`,
          }),
        ),
      });
    checkExtract(long(500));
    const time = (count: number) => {
      const from = performance.now();
      checkExtract(long(count));
      return performance.now() - from;
    };
    expect(time(20_000)).toBeLessThan(time(2_000) * 60);
  }, 60_000);
});

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
