import { describe, expect, it } from 'vitest';
import { checkExtract } from '../index.ts';
import { claim, fact, input, only, statuses, total, YEAR } from '../judge/invented.ts';

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

  it('an amount that one column of a table prints for the class is that column’s', () => {
    const facts = [
      ...tables,
      fact('400000.00', {
        row: 2,
        column: 2,
        code: '303',
        axis: 'dept-economic',
        table_id: 't2',
        statement: 'general-by-economic',
        measure: 'basic',
      }),
    ];
    const claims = [claim('40 万元', 'dept-economic:303', { locator: 'L9' })];
    expect(only(checkExtract(input({ facts, claims })), 'prose-table').status).toBe('exact');
  });
  it('a class named in a list of projects may be a project', () => {
    const facts = [fact('100.00', { row: 1, code: '2050803', measure: 'project' })];
    const claims = [claim('300 元', 'function:2050803', { locator: 'L9', of: 'project' })];
    expect(only(checkExtract(input({ facts, claims })), 'prose-table').status).toBe('unchecked');
  });
  it.each([
    ['a reason', '总计900万元，主要原因是新增甲事项300万元', 'unchecked'],
    ['the next reason', '总计900万元，主要原因一是新增；二是乙事项300万元', 'unchecked'],
    ['a list of reasons', '增加原因说明：1.甲事项。2.乙事项300万元', 'unchecked'],
    ['a statement after a reason', '增加主要原因是新增；总计300万元', 'broken'],
    ['a statement', '总计300万元', 'broken'],
  ])('amounts are told from those of reasons: %s', (_, text, status) => {
    const claims = [claim('300万元', 'general-public-budget', { locator: 'L9' })];
    const surroundings = { tables: [], narrative: [{ locator: 'L9', text }] };
    expect(only(checkExtract(input({ facts: tables, claims }), surroundings), 'prose-table').status).toBe(
      status,
    );
  });
  it('a rate is of the amount that its own passage states', () => {
    const claims = [
      claim('1000 万元', 'total-expenditure', { locator: 'L1' }),
      claim('40 万元', 'function:208', { locator: 'L2' }),
      claim('2 万元', 'total-expenditure', { locator: 'L2', measure: 'change', direction: 'increase' }),
      claim('9.00 %', 'total-expenditure', { locator: 'L2', measure: 'percent', direction: 'increase' }),
      claim('7 %', 'total-expenditure', { locator: 'L3', measure: 'percent', direction: 'increase' }),
    ];
    expect(statuses(checkExtract(input({ claims })), 'prose-percent')).toEqual([]);
  });
  it('a share of this year’s expenditure is of basic and project expenditure together where it isn’t of the total', () => {
    const claims = [
      claim('1000 万元', 'total-expenditure', { locator: 'L1' }),
      claim('600 万元', 'basic', { locator: 'L2' }),
      claim('75.00 %', 'basic', { locator: 'L2', measure: 'percent', of: 'total-expenditure' }),
      claim('200 万元', 'project', { locator: 'L3' }),
      claim('25.00 %', 'project', { locator: 'L3', measure: 'percent', of: 'total-expenditure' }),
    ];
    expect(statuses(checkExtract(input({ claims })), 'prose-percent')).toEqual(['exact', 'exact']);
  });
  it('a change may be of the two years as the text rounds them, and of one table only', () => {
    const base = { statement: 'three-public', axis: 'total', is_total: true, item: 'training' } as const;
    const facts = [
      fact('12900.00', { row: 1, column: 1, ...base }),
      fact('18749.00', { row: 1, column: 2, ...base, fiscal_year: YEAR - 1 }),
    ];
    const stated = (raw: string) => [
      claim(raw, 'training', { locator: 'L3', measure: 'change', direction: 'decrease' }),
    ];
    const status = (raw: string, all = facts) =>
      statuses(checkExtract(input({ facts: all, claims: stated(raw) })), 'prose-change');
    expect(status('-0.59 万元')).toEqual(['rounding']);
    expect(status('-0.60 万元')).toEqual(['broken']);
    const apart = facts.map((each) => (each.column === 2 ? { ...each, table_id: 't2' } : each));
    expect(status('-0.60 万元', apart)).toEqual([]);
  });

  it('a class named in a list of uses, or within a class, covers less than the tables’', () => {
    const uses = [
      claim('500 万元', 'personnel', { locator: 'L9', of: 'total-expenditure' }),
      claim('200 万元', 'public', { locator: 'L9', of: 'total-expenditure' }),
      claim('60 万元', 'dept-economic:303', { locator: 'L9', of: 'total-expenditure' }),
      claim('60 万元', 'dept-economic:303', { locator: 'L10' }),
    ];
    const checks = checkExtract(input({ facts: tables, claims: uses }));
    expect(statuses(checks, 'prose-table').filter((status) => status === 'broken')).toEqual([]);
    const within = [
      claim('83 万元', 'function:213', { locator: 'L9' }),
      claim('18 万元', 'basic', { locator: 'L9' }),
    ];
    expect(statuses(checkExtract(input({ facts: tables, claims: within })), 'prose-table')).toEqual([
      'unchecked',
      'unchecked',
    ]);
  });
  it('a change that follows a list of amounts is of none of them', () => {
    const two = (code: string, row: number) => [
      fact('90.00', { row, code }),
      fact('80.00', { row, column: 2, code, fiscal_year: YEAR - 1 }),
    ];
    const change = claim('-500 元', 'function:210', {
      locator: 'L3',
      measure: 'change',
      direction: 'decrease',
    });
    const amounts = ['205', '210'].map((code) => claim('90 元', `function:${code}`, { locator: 'L3' }));
    const facts = [...two('205', 1), ...two('210', 2)];
    const status = (...claims: typeof amounts) =>
      statuses(checkExtract(input({ facts, claims })), 'prose-change');
    expect(status(...amounts, change)).toEqual([]);
    expect(status(...amounts.slice(1), change)).toEqual(['broken']);
  });
});
