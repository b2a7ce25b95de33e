import { describe, expect, it } from 'vitest';
import { DISCLOSURE } from '../../../../tests/support/disclosure.ts';
import { renderHtml } from '../../../../tests/support/render-disclosure.ts';
import { extractDisclosure } from '../extract.ts';

type Rows = (string | { text: string; colSpan?: number })[][];

async function read(title: string, rows: Rows) {
  const blocks = DISCLOSURE.map((block) =>
    typeof block === 'string' && block.includes('编制20人') ? '本部门负责某某工作。' : block,
  );
  blocks.splice(3, 0, title, { rows });
  const answer = await extractDisclosure([{ name: 'a.html', bytes: renderHtml(blocks) }]);
  if (!answer.ok) throw new Error(answer.refusal.text.en);
  return answer.result;
}

describe('staff numbers in tables', () => {
  it.each<[string, string, Rows, string[]]>([
    [
      'by unit with a total, under grouped heads',
      '机构人员情况表',
      [
        ['单位名称', { text: '编制人数', colSpan: 3 }, { text: '实有人数', colSpan: 3 }],
        ['', '小计', '行政', '事业', '小计', '在职', '离退休'],
        ['合计', '30', '12', '18', '34', '28', '6'],
        ['青川市某某局', '12', '12', '', '14', '11', '3'],
        ['青川市某某中心', '18', '', '18', '20', '17', '3'],
      ],
      [
        'establishment total 30',
        'establishment administrative 12',
        'establishment institution 18',
        'on-board total 28',
        'retired total 6',
      ],
    ],
    [
      'by kind of staff',
      '基本数字表',
      [
        ['项目', '编制数', '年末实有人数'],
        ['一、行政人员', '12', '11'],
        ['二、事业人员', '8', '7'],
        ['合计', '20', '18'],
      ],
      [
        'establishment total 20',
        'on-board total 18',
        'establishment administrative 12',
        'on-board administrative 11',
        'establishment institution 8',
        'on-board institution 7',
      ],
    ],
    [
      'beside their labels, vehicles among them',
      '单位基本情况表',
      [
        ['人员编制', '20', '实有在职人数', '18'],
        ['离休人数', '1', '退休人数', '5'],
        ['车辆编制数', '2', '实有车辆', '2'],
      ],
      ['establishment total 20', 'on-board total 18', 'retired other 1', 'retired total 5'],
    ],
    [
      'of one unit',
      '二、部门人员情况',
      [
        ['单位名称', '人员编制数（人）', '实有人数（人）'],
        ['青川市某某局', '12', '11'],
      ],
      ['establishment total 12', 'on-board total 11'],
    ],
  ])('%s', async (_, title, rows, expected) => {
    const { headcounts, issues } = await read(title, rows);
    expect(headcounts.map((h) => `${h.kind} ${h.category} ${h.count}`)).toEqual(expected);
    expect(issues.map(({ code }) => code)).not.toContain('headcounts-by-unit');
  });

  it('of several units without their total are an issue, no figure', async () => {
    const { headcounts, issues } = await read('二、单位构成', [
      ['序号', '单位名称', '单位性质', '编制人数', '在职人数'],
      ['1', '青川市某某局', '行政', '12', '11'],
      ['2', '青川市某某中心', '事业', '8', '7'],
    ]);
    expect(headcounts).toEqual([]);
    expect(issues).toContainEqual(expect.objectContaining({ code: 'headcounts-by-unit' }));
  });

  it.each<[string, Rows]>([
    [
      'money',
      [
        ['项目', '编制费用', '在职人员经费'],
        ['合计', '12', '11'],
      ],
    ],
    [
      'vehicles',
      [
        ['项目', '车辆编制数'],
        ['合计', '12'],
      ],
    ],
    [
      'ranks',
      [
        ['项目', '处级领导职数'],
        ['合计', '12'],
      ],
    ],
    [
      'people served',
      [
        ['项目', '参保人数'],
        ['合计', '12'],
      ],
    ],
  ])('%s are none', async (_, rows) => {
    expect((await read('基本情况表', rows)).headcounts).toEqual([]);
  });
});
