import { describe, expect, it } from 'vitest';
import { DATASET_TABLES, TABLES } from '../../data/arrow/tables.ts';
import type { ReaderResult } from '../../data/engine/reader-query.ts';
import { CHINESE } from '../../data/arrow/chinese.ts';
import { cellTarget, cellText, quickCharts } from './index.ts';

describe('cells', () => {
  const column = (type: string) => ({ name: 'x', type });
  it.each([
    ['-10406991.05', 'DECIMAL(18,2)', '−10,406,991.05'],
    ['50.00000000', 'DECIMAL(28,8)', '50.00'],
    ['0.12500000', 'DECIMAL(28,8)', '0.125'],
    ['90071992547409931234', 'HUGEINT', '90,071,992,547,409,931,234'],
    [2024, 'INTEGER', '2024'],
    [-12345, 'BIGINT', '−12,345'],
    [1e300, 'DOUBLE', '1e+300'],
    ['2080501', 'VARCHAR', '2080501'],
    [true, 'BOOLEAN', 'true'],
    [['a', null], 'VARCHAR[]', '[a, NULL]'],
    [null, 'VARCHAR', ''],
  ])('%s as %s', (value, type, text) => {
    expect(cellText(value, column(type))).toBe(text);
  });

  const columns = ['document_id', 'fact_id', 'claim_id', 'agency_id'].map((name) => ({
    name,
    type: 'VARCHAR',
  }));
  const known = { documents: new Set(['a-2024']), agencies: new Set(['a']) };
  it('lead to what their ids name', () => {
    const row = ['a-2024', 't1.r2c3', 'L5', 'a'];
    const targets = row.map((_, index) => cellTarget(columns, row, index, known));
    expect(targets[0]).toBe('/documents/a-2024');
    expect(targets[1]).toMatch(/^\/documents\/a-2024\?cell=t1\.r2c3#/);
    expect(targets[2]).toMatch(/^\/documents\/a-2024\?cell=claim%3AL5#/);
    expect(targets[3]).toBe('/agencies/a');
  });
  it('lead nowhere where the document is not known', () => {
    const row = ['elsewhere', 't1.r2c3', null, 'b'];
    expect(row.map((_, index) => cellTarget(columns, row, index, known))).toEqual([null, null, null, null]);
  });
});

describe('the quick chart', () => {
  const result = (types: [string, string][], rows: ReaderResult['rows']): ReaderResult => ({
    columns: types.map(([name, type]) => ({ name, type })),
    rows,
    more: false,
  });
  it('draws bars of a name and a figure, in the order of the rows', () => {
    const [chart] = quickCharts(
      result(
        [
          ['n', 'VARCHAR'],
          ['yuan', 'DECIMAL(18,2)'],
        ],
        [
          ['b', '2.50'],
          ['a', '1000.00'],
          ['c', null],
        ],
      ),
    );
    expect(chart).toMatchObject({ form: 'bars', y: 'yuan', left: 1 });
    expect(chart?.points.map(({ name, y, text }) => [name, y, text])).toEqual([
      ['b', 2.5, '2.50'],
      ['a', 1000, '1,000.00'],
    ]);
  });
  it('draws lines over years, and offers bars', () => {
    const charts = quickCharts(
      result(
        [
          ['fiscal_year', 'INTEGER'],
          ['item', 'VARCHAR'],
          ['n', 'BIGINT'],
        ],
        [
          [2024, 'x', 2],
          [2023, 'x', 1],
          [2023, 'y', 5],
        ],
      ),
    );
    expect(charts.map(({ form }) => form)).toEqual(['line', 'bars']);
    expect(charts[0]?.points.map(({ series, x }) => [series, x])).toEqual([
      ['x', 2023],
      ['y', 2023],
      ['x', 2024],
    ]);
  });
  it('draws dots of two figures', () => {
    const [chart] = quickCharts(
      result(
        [
          ['a', 'DOUBLE'],
          ['b', 'DOUBLE'],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    );
    expect(chart).toMatchObject({ form: 'dots', x: 'a', y: 'b' });
  });
  it.each([
    ['no figure', [['a', 'VARCHAR']], [['x'], ['y']]],
    [
      'one row',
      [
        ['a', 'VARCHAR'],
        ['b', 'DOUBLE'],
      ],
      [['x', 1]],
    ],
    [
      'nothing',
      [
        ['a', 'VARCHAR'],
        ['b', 'DOUBLE'],
      ],
      [],
    ],
  ] as [string, [string, string][], ReaderResult['rows']][])('draws nothing of %s', (_, types, rows) => {
    expect(quickCharts(result(types, rows))).toEqual([]);
  });
});

it('every table and column has its meaning in Chinese, and no other', () => {
  for (const table of DATASET_TABLES) {
    const named = TABLES[table].columns.map(({ name }) => name);
    expect(Object.keys(CHINESE[table].columns).sort(), table).toEqual([...named].sort());
  }
});
