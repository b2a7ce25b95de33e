import { describe, expect, it } from 'vitest';
import type { ExtractContext, RecognisedTable } from '../model/index.ts';
import { readColumns } from './columns.ts';

const context: ExtractContext = {
  documentId: 'invented',
  title: '某局2031年部门预算',
  agency: '某局',
  regionCode: null,
  fiscalYear: 2031,
  stage: 'budget',
  scope: 'department',
};

function rolesOf(text: string): string[] {
  const rows = text.split('\n').map((line, row) => ({
    page: null,
    cells: line.split('|').map((words, column) => ({
      text: words,
      locator: `L${row + 1}#${column}`,
      column,
      colSpan: 1,
      rowSpan: 1,
    })),
  }));
  const table: RecognisedTable = {
    tableId: 't08',
    number: null,
    title: '部门预算基本支出预算表',
    statement: 'basic-by-function',
    unit: '万元',
    unitLocator: null,
    status: 'published',
    reason: null,
    locator: 'L1',
    geometry: 'exact',
    rows,
    headerRowCount: 1,
    columnCount: rows[0]?.cells.length ?? 0,
    notes: [],
    repeated: [],
  };
  return readColumns(table, context).map((column) => column.role);
}

describe('columns of words under heads that nobody foresaw', () => {
  it('name the rows where they stand left of the figures', () => {
    expect(rolesOf('支出类别(资金使用单位)|总计|财政拨款\n合计|9.00|9.00\n工资福利支出|9.00|9.00')).toEqual([
      'label',
      'amount',
      'amount',
    ]);
  });

  it('name the rows behind a column without a head', () => {
    expect(rolesOf('|采购类别|金额\n|A-货物|9.00\n|合计|9.00')).toEqual(['amount', 'label', 'amount']);
  });

  it('stay amounts where figures or nothing stand in them', () => {
    expect(rolesOf('名称|总计|财政拨款\n合计||9.00\n工资福利支出||9.00')).toEqual([
      'label',
      'amount',
      'amount',
    ]);
  });

  it('stay amounts right of the first figures', () => {
    expect(rolesOf('名称|总计|财政拨款\n合计|9.00|不涉及\n工资福利支出|9.00|不涉及')).toEqual([
      'label',
      'amount',
      'amount',
    ]);
  });
});
