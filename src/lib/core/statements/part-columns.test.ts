import { describe, expect, it } from 'vitest';
import type { RecognisedTable, SourceRow } from '../model/index.ts';
import type { Column } from './column.ts';
import { withPartSchemes } from './part-columns.ts';

const PARTS = ['类', '款', '名称', '类', '款', '名称'];
const columns: Column[] = PARTS.map((label, column) =>
  label === '名称'
    ? { role: 'label', column, label, scheme: null }
    : { role: 'part', column, label: `科目编码 / ${label}`, scheme: 'function' },
);

function tableOf(lines: readonly string[]): RecognisedTable {
  const rows = [PARTS.join('|'), ...lines].map((line, row): SourceRow => ({
    page: null,
    cells: line.split('|').map((text, column) => ({
      text,
      locator: `L${row + 1}#${column}`,
      column,
      colSpan: 1,
      rowSpan: 1,
    })),
  }));
  return { rows, headerRowCount: 1, columnCount: PARTS.length } as unknown as RecognisedTable;
}

describe('the classification of code columns headed 类 and 款 alone', () => {
  it.each([
    [
      'two economic ones side by side',
      ['301||a|501||b', '301|01|a|501|01|b'],
      ['dept-economic', 'gov-economic'],
    ],
    ['the other way round', ['501||a|301||b', '501|01|a|301|01|b'], ['gov-economic', 'dept-economic']],
    ['functions beside classes', ['201|03|a|301|01|b'], ['function', 'dept-economic']],
    [
      'digits of several stay as the heads say',
      ['301||a|501||b', '201||a|502||b'],
      ['function', 'gov-economic'],
    ],
    ['no digits stay as the heads say', ['||合计|||'], ['function', 'function']],
  ])('%s', (_name, lines, expected) => {
    const read = withPartSchemes(tableOf(lines), columns);
    expect([read[0], read[3]].map((column) => (column?.role === 'part' ? column.scheme : null))).toEqual(
      expected,
    );
    expect([read[1], read[4]].map((column) => (column?.role === 'part' ? column.scheme : null))).toEqual(
      expected,
    );
  });
});
