import { describe, expect, it } from 'vitest';
import type { RecognisedTable, SourceBlock, SourceRow, SourceTable } from '../model/index.ts';
import { columnPath, countHeaderRows, spanHeader } from './header.ts';
import { recogniseTables } from './index.ts';
import { statementKind } from './kind.ts';
import { nameTables } from './names.ts';
import {
  bracketedUnit,
  chineseNumber,
  isEmptyReason,
  isTitleLike,
  statedUnit,
  tableNumber,
  titleLikeness,
} from './phrases.ts';
import { isColumnNumberRow } from './rows.ts';

function rowsOf(text: string): SourceRow[] {
  return text.split('\n').map((line, row) => ({
    cells: line.split('|').map((cell, column) => ({
      text: cell,
      locator: `L${row + 1}#${column}`,
      column,
      colSpan: 1,
      rowSpan: 1,
    })),
    page: null,
  }));
}

function paths(text: string, headerRows: number): string[] {
  const rows = rowsOf(text);
  const columnCount = Math.max(...rows.map((row) => row.cells.length));
  const table: SourceTable = { kind: 'table', rows, geometry: 'ragged', columnCount };
  const header = spanHeader(table, rows.slice(0, headerRows));
  return Array.from({ length: columnCount }, (_, column) => columnPath(header, column).join('/'));
}

describe('header rows', () => {
  it.each([
    [
      'blank cells behind a span',
      '编码|合计|基本支出||项目支出\n||小计|人员经费|',
      ['编码', '合计', '基本支出/小计', '基本支出/人员经费', '项目支出'],
    ],
    [
      'spans that are not printed',
      '序号|收入|支出\n|项目|预算数|项目|预算数',
      ['序号', '收入/项目', '收入/预算数', '支出/项目', '支出/预算数'],
    ],
    [
      'a head row that lost a blank',
      '总计|甲类||乙类||\n|合计|办公费|会议费|合计|其他',
      ['总计', '甲类/合计', '甲类/办公费', '甲类/会议费', '乙类/合计', '乙类/其他'],
    ],
  ])('%s', (_, text, expected) => {
    expect(paths(text, 2)).toEqual(expected);
  });

  it.each([
    ['figures end the header', '科目编码|合计\n201|1.00', 1],
    ['a 栏次 row belongs to it', '项目|金额\n栏次|1\n|1.00', 2],
    ['收入总计 as a head is no total row', '单位|收入总计|本年收入\n|合计|小计\n某局|1.00|1.00', 2],
    ['enumerated lines are body even when blank', '项目|预算数\n一、外交支出|\n二、国防支出|', 1],
  ])('%s', (_, text, expected) => {
    expect(countHeaderRows(rowsOf(text))).toBe(expected);
  });

  it('goes on over an empty row to the stages of the year', () => {
    expect(countHeaderRows(rowsOf('合计||公务接待费|\n|||\n预算数|决算数|预算数|决算数\n0.95||0.95|'))).toBe(
      3,
    );
    expect(countHeaderRows(rowsOf('合计||公务接待费|\n|||\n某处|某站|某所|某队\n0.95||0.95|'))).toBe(1);
  });

  it('knows rows of column numbers', () => {
    const row = (text: string) => isColumnNumberRow(rowsOf(text)[0] ?? { cells: [], page: null });
    expect(row('栏次|1|栏次|2')).toBe(true);
    expect(row('1|2|3=1+2|4')).toBe(true);
    expect(row('1|一般公共服务支出|3.00')).toBe(false);
  });
});

describe('phrases', () => {
  it.each([
    ['金额单位：万元', '万元'],
    ['编制部门：某局　　单位：元', '元'],
    ['单位：某某局', null],
  ])('unit of %s', (text, unit) => {
    expect(statedUnit(text)).toBe(unit);
  });
  it('reads units in brackets, table numbers and numerals', () => {
    expect(bracketedUnit('单价(万元)')).toBe('万元');
    expect(tableNumber('预算08表')?.number).toBe('预算08表');
    expect(tableNumber('表 12')?.number).toBe('表12');
    expect(chineseNumber('二十三')).toBe(23);
  });
  it('tells titles from sentences', () => {
    expect(isTitleLike('2024年一般公共预算支出表（按功能分类科目）')).toBe(true);
    expect(isTitleLike('具体情况详见下表')).toBe(false);
    expect(titleLikeness('2024年部门收支总表', '收支预算总表')).toBeGreaterThan(0.9);
    expect(titleLikeness('部门收入总表', '部门支出总表')).toBeLessThan(0.7);
  });
  it('knows why a table is empty', () => {
    expect(isEmptyReason('注：无政府性基金预算，空表列示。')).toBe(true);
    expect(isEmptyReason('空表表示本部门没有此项收支')).toBe(false);
  });
});

describe('statementKind', () => {
  it.each([
    ['收支预算总表', 'budget-summary'],
    ['财政拨款收支总表', 'appropriation-summary'],
    ['一般公共预算“三公”经费支出表', 'three-public'],
    ['政府采购（资产配置、购买服务）预算表', 'procurement'],
    ['政府向社会力量购买服务预算表', 'purchased-services'],
    ['部门整体支出绩效目标表', 'performance-overall'],
    ['一般公共预算支出表(分单位)', 'general-by-unit'],
    ['一般公共预算财政拨款基本支出决算表（按经济分类）', 'basic-by-economic'],
    ['收入决算表', 'income-summary'],
    ['支出决算表', 'expenditure-summary'],
  ])('%s', (title, kind) => {
    expect(statementKind({ title, headerRows: [], bodyRows: [], columnCount: 0 }).kind).toBe(kind);
  });
});

describe('table ids', () => {
  function named(...statements: RecognisedTable['statement'][]): string[] {
    const tables = statements.map((statement) => ({ statement, tableId: '' }) as RecognisedTable);
    nameTables(tables, 't');
    return tables.map(({ tableId }) => tableId);
  }

  it('are the kind and, from the second of a kind on, the place among them', () => {
    expect(named('budget-summary', 'three-public', 'three-public')).toEqual(['t01', 't13', 't13-2']);
  });

  it('stay when a table of another kind appears before', () => {
    const [, first, second] = named('assets', 'procurement', 'procurement');
    expect([first, second]).toEqual(named('procurement', 'procurement'));
  });
});

describe('a list of tables', () => {
  const paragraph = (text: string, index: number): SourceBlock => ({
    kind: 'paragraph',
    text,
    locator: `L${index}`,
    page: null,
    heading: null,
  });
  const table = (text: string): SourceBlock => ({
    kind: 'table',
    rows: rowsOf(text),
    geometry: 'exact',
    columnCount: 3,
  });
  it('is held against the tables by kind where titles differ; what is left over is only listed', () => {
    const blocks = [
      ...[
        '一、部门收支总表',
        '二、部门收入总表',
        '三、政府性基金财政拨款支出预算表',
        '注：以上报表中空表表示没有此类情况',
      ].map(paragraph),
      paragraph('青石局2024年部门收支总体情况表', 5),
      table('收入|支出|合计\n100.00|100.00|100.00\n7.00|7.00|7.00'),
      paragraph('公开03表：政府性基金支出预算表', 6),
      table('科目编码|科目名称|合计\n212|城乡社区支出|5.00'),
    ];
    const { tables } = recogniseTables(
      { format: 'pdf', blocks, pageCount: null, issues: [] },
      { fiscalYear: 2024 },
    );
    expect(tables.map(({ title, status }) => [title, status])).toEqual([
      ['青石局2024年部门收支总体情况表', 'published'],
      ['政府性基金支出预算表', 'published'],
      ['部门收入总表', 'listed-only'],
    ]);
  });
});
