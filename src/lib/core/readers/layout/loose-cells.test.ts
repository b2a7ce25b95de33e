import { describe, expect, it } from 'vitest';
import { tablesOfLooseCells, type Loose } from './loose-cells.ts';

const lines = (text: string): Loose[] =>
  text.split('|').map((part, i) => ({
    kind: 'paragraph',
    text: part,
    locator: `L${i + 1}`,
    page: null,
    heading: null,
  }));

const outline = (text: string): string[] =>
  tablesOfLooseCells(lines(text)).flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.rows.map((row) =>
          row.cells
            .map((cell) => `${cell.column}${cell.colSpan > 1 ? `+${cell.colSpan}` : ''}:${cell.text}`)
            .join(' '),
        ),
  );

describe('cells that stand one a line', () => {
  it.each([
    [
      'blank lines are blank cells',
      '科目编码|科目名称|合计|基本支出|项目支出||合计|9.00|4.00|5.00|201|甲|4.00|4.00||203|乙|5.00||5.00',
      [
        '0:科目编码 1:科目名称 2:合计 3:基本支出 4:项目支出',
        '0: 1:合计 2:9.00 3:4.00 4:5.00',
        '0:201 1:甲 2:4.00 3:4.00 4:',
        '0:203 1:乙 2:5.00 3: 4:5.00',
      ],
    ],
    [
      'a blank code left no trace, heads are two rows deep',
      '科目编码|科目名称|合计|基本支出|项目支出|小计|人员经费|合计|9.00|4.00|4.00|5.00|201|甲|9.00|4.00|4.00|5.00',
      [
        '0:科目编码 1:科目名称 2:合计 3+2:基本支出 5:项目支出',
        '3:小计 4:人员经费',
        '1:合计 2:9.00 3:4.00 4:4.00 5:5.00',
        '0:201 1:甲 2:9.00 3:4.00 4:4.00 5:5.00',
      ],
    ],
    [
      'two lists side by side',
      '收入|支出|项目|预算数|项目|预算数|一、拨款|8.00|一、教育支出|8.00|二、其他|0.00|0.00|收入总计|8.00|支出总计|8.00',
      [
        '0+2:收入 2+2:支出',
        '0:项目 1:预算数 2:项目 3:预算数',
        '0:一、拨款 1:8.00 2:一、教育支出 3:8.00',
        '0:二、其他 1:0.00 3:0.00',
        '0:收入总计 1:8.00 2:支出总计 3:8.00',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  it.each([
    ['rows of different lengths', '科目编码|科目名称|合计|项目支出|201|甲|9.00|203|乙|5.00|5.00|205|丙|1.00'],
    ['prose under a heading', '收入|本年收入8.00万元，比上年增加。|支出|本年支出8.00万元。'],
  ])('leaves %s alone', (_, text) => {
    expect(outline(text)).toEqual(text.split('|'));
  });
});
