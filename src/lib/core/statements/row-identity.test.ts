import { describe, expect, it } from 'vitest';
import type { RecognisedTable, SourceRow } from '../model/index.ts';
import type { Column, TextRole } from './column.ts';
import { identifyRow } from './row-identity.ts';

function text(role: TextRole, column: number): Column {
  return { role, column, label: role, scheme: null };
}

function part(column: number): Column {
  return { role: 'part', column, label: '科目编码', scheme: 'function' };
}

function amount(column: number): Column {
  return {
    role: 'amount',
    column,
    label: '合计',
    path: ['合计'],
    measure: 'total',
    fund: null,
    item: null,
    fiscalYear: null,
    columnCode: null,
    columnScheme: null,
    unit: null,
    percent: false,
    basis: null,
  };
}

function identify(statement: RecognisedTable['statement'], columns: readonly Column[], line: string) {
  const row: SourceRow = {
    page: null,
    cells: line.split('|').map((words, column) => ({
      text: words,
      locator: `L1#${column}`,
      column,
      colSpan: 1,
      rowSpan: 1,
    })),
  };
  const table: RecognisedTable = {
    tableId: 't01',
    number: null,
    title: '某表',
    statement,
    unit: '元',
    unitLocator: null,
    status: 'published',
    reason: null,
    locator: 'L1',
    geometry: 'exact',
    rows: [row],
    headerRowCount: 0,
    columnCount: columns.length,
    notes: [],
    repeated: [],
  };
  return identifyRow(table, columns, row);
}

describe('rows without a label where labels stand', () => {
  const byCode = [part(0), part(1), part(2), text('label', 3), amount(4)];

  it('a total printed over the columns of a code is a total', () => {
    expect(identify('expenditure-summary', byCode, '合计||||9.00')).toMatchObject({
      axis: 'total',
      label: '合计',
      isTotal: true,
    });
  });

  it('a name beside it keeps the row what it is', () => {
    expect(identify('expenditure-summary', byCode, '208|05|01|行政单位离退休|9.00')).toMatchObject({
      axis: 'function',
      code: '2080501',
    });
  });

  it('a group of purchases is called by the words it has', () => {
    const purchases = [text('purchase', 0), text('project', 1), text('text', 2), amount(3), text('text', 4)];
    expect(identify('procurement', purchases, '合计|||9.00|').isTotal).toBe(true);
    expect(identify('procurement', purchases, '一、货物|||9.00|分散采购').label).toBe('一、货物');
    expect(identify('procurement', purchases, '||租赁费|9.00|分散采购').label).toBe('租赁费');
  });

  it('words right of the figures name nothing', () => {
    const columns = [text('text', 0), amount(1), text('text', 2)];
    expect(identify('other', columns, '|9.00|分散采购').label).toBe('');
  });
});
