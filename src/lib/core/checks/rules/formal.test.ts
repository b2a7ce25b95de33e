import { describe, expect, it } from 'vitest';
import { checkExtract } from '../index.ts';
import { claim, fact, input, of, only, statuses, table, YEAR } from '../judge/invented.ts';

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
    const checks = checkExtract(input({ tables }), { tables: surroundings, narrative: [] });
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
