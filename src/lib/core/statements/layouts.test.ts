import { describe, expect, it } from 'vitest';
import { extractDisclosure } from '../extract.ts';
import type { ExtractResult, Fact } from '../model/index.ts';

/** An invented budget as a web page: `|` between cells, `>` behind a text spans it over the next column. */
async function read(...parts: string[]): Promise<ExtractResult> {
  const body = parts.map((part) => (part.includes('|') ? tableOf(part) : `<p>${part}</p>`)).join('\n');
  const html = `<!doctype html><meta charset="utf-8"><body><p>2031年某省甲县乙局部门预算</p>${body}</body>`;
  const bytes = new TextEncoder().encode(html);
  const answer = await extractDisclosure([{ name: 'invented.html', bytes }]);
  if (!answer.ok) throw new Error(answer.refusal.text.en);
  return answer.result;
}

function tableOf(text: string): string {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => {
      const cells = line.split('|').map((cell) => {
        const wide = /(>+)$/.exec(cell)?.[1]?.length ?? 0;
        return `<td colspan="${wide + 1}">${cell.replace(/>+$/, '')}</td>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    });
  return `<table>${rows.join('')}</table>`;
}

function lines(result: ExtractResult, wanted: (fact: Fact) => string): string[] {
  return result.facts.filter((fact) => fact.table_id !== null).map(wanted);
}

const codes = (fact: Fact): string =>
  [fact.axis, fact.code, fact.gov_code, fact.function_code, fact.economic_code, fact.label, fact.raw]
    .map((part) => part ?? '')
    .join(' ');

describe('rows of several classifications', () => {
  it('keep all codes: a table by function', async () => {
    const result = await read(
      '支出总表',
      '单位：万元',
      `支出功能分类科目|政府支出经济分类科目|部门支出经济分类科目|合计|基本支出|项目支出
2050299-其他普通教育支出|50901-社会福利和救助|30307-医疗费补助|8.00||8.00
2101501-行政运行|50201-办公经费|3021101-差旅费|2.00|2.00|
合计|||10.00|2.00|8.00`,
    );
    expect(lines(result, codes)).toEqual([
      'function 2050299 50901  30307 其他普通教育支出 8.00',
      'function 2050299 50901  30307 其他普通教育支出 8.00',
      'function 2101501 50201  3021101 行政运行 2.00',
      'function 2101501 50201  3021101 行政运行 2.00',
      'total     合计 10.00',
      'total     合计 2.00',
      'total     合计 8.00',
    ]);
  });

  it('keep all codes: a table by economic class, the government class first', async () => {
    const result = await read(
      '一般公共预算基本支出表',
      '单位：万元',
      `政府支出经济分类科目|部门支出经济分类科目|合计|人员经费|公用经费
50101-工资奖金津补贴|30101-基本工资|8.00|8.00|
50201-办公经费|30201-办公费|2.00||2.00
合计||10.00|8.00|2.00`,
    );
    expect(lines(result, codes).slice(0, 3)).toEqual([
      'dept-economic 30101 50101   基本工资 8.00',
      'dept-economic 30101 50101   基本工资 8.00',
      'dept-economic 30201 50201   办公费 2.00',
    ]);
  });
});

describe('lines of summaries', () => {
  it('款 and 项 without codes stand below their 类', async () => {
    const result = await read(
      '收支总表',
      '单位：万元',
      `收入>|支出>
项目|预算数|项目|预算数
一、财政拨款|9.00|一般公共服务支出|9.00
一般公共预算|9.00|信访事务|9.00
||行政运行|7.00
||信访业务|2.00
本年收入合计|9.00|本年支出合计|9.00`,
    );
    const codesOf = result.facts.flatMap((fact) =>
      fact.axis === 'function' ? [`${fact.code} ${fact.label}`] : [],
    );
    expect(codesOf).toEqual([
      '201 一般公共服务支出',
      '20140 信访事务',
      '2014001 行政运行',
      '2014004 信访业务',
    ]);
  });

  it('a head over group and line names the line, and its own sum the group', async () => {
    const result = await read(
      '收入预算总表',
      '单位：万元',
      `项目名称||金额
收入总计||9.00
一般公共预算资金|小计|6.00
|公共财政拨款（补助）资金|6.00
其他资金|小计|3.00
|其他收入|3.00`,
    );
    expect(lines(result, (fact) => `${fact.label} ${fact.fund} ${fact.raw}`)).toEqual([
      '收入总计 all 9.00',
      '一般公共预算资金 general-public-budget 6.00',
      '公共财政拨款（补助）资金 general-public-budget 6.00',
      '其他资金 other-income 3.00',
      '其他收入 other-income 3.00',
    ]);
  });
});

describe('totals', () => {
  it('of a part of the table, each of its own measure', async () => {
    const result = await read(
      '一般公共预算财政拨款基本支出决算表',
      '单位：万元',
      `科目编码|科目名称|决算数|科目编码|科目名称|决算数
301|工资福利支出|8.00|302|商品和服务支出|2.00
30101|基本工资|8.00|30201|办公费|2.00
|人员经费合计|8.00||公用经费合计|2.00`,
    );
    expect(result.facts.filter((fact) => fact.is_total).map((fact) => `${fact.measure} ${fact.raw}`)).toEqual(
      ['personnel 8.00', 'public 2.00'],
    );
  });

  it('stand in the column of unit codes too', async () => {
    const result = await read(
      '收入总表',
      '单位：万元',
      `部门（单位）代码|部门（单位）名称|合计|一般公共预算|其他收入
合计||9.00|8.00|1.00
113001|甲县乙局（本级）|9.00|8.00|1.00`,
    );
    expect(lines(result, (fact) => fact.axis)).toEqual(['total', 'total', 'total', 'unit', 'unit', 'unit']);
  });
});

describe('three-public tables', () => {
  it('by year in rows and by fund in columns: the sum is an item, the last row a change', async () => {
    const result = await read(
      '财政拨款“三公”经费支出表',
      '单位：万元',
      `单位名称|年度|总计>|因公出国（境）费>|公务接待费>
单位名称|年度|一般公共预算|政府性基金预算|一般公共预算|政府性基金预算|一般公共预算|政府性基金预算
甲县乙局|2030年|3.00|0.00|1.00|0.00|2.00|0.00
|2031年|4.00|0.00|1.00|0.00|3.00|0.00
|增减变化|1.00|0.00|0.00|0.00|1.00|0.00`,
    );
    expect(
      result.facts
        .filter((fact) => fact.item === 'three-public' && fact.fund === 'general-public-budget')
        .map((fact) => `${fact.measure} ${fact.fiscal_year} ${fact.raw}`),
    ).toEqual(['total 2030 3.00', 'total 2031 4.00', 'change 2031 1.00']);
  });

  it('with last year and the difference in columns: the sum is an item in all of them', async () => {
    const result = await read(
      '“三公”经费支出表',
      '单位：万元',
      `项目|上年预算数|2031年预算数|增减额
合计|3.00|4.00|1.00
1.因公出国（境）费|1.00|1.00|0.00
2.公务接待费|2.00|3.00|1.00`,
    );
    expect(
      result.facts
        .filter((fact) => fact.item === 'three-public' && fact.table_id !== null)
        .map((fact) => `${fact.measure} ${fact.fiscal_year} ${fact.raw}`),
    ).toEqual(['total 2030 3.00', 'total 2031 4.00', 'change 2031 1.00']);
  });
});

describe('self-evaluations', () => {
  it('tell the budget from what was spent', async () => {
    const result = await read(
      '甲项目绩效自评表',
      `项目名称|甲项目>>>
项目资金（万元）|项目|年初预算数|全年预算数|全年执行数
|年度资金总额|9.00|8.00|7.00
一级指标|二级指标|三级指标|年度指标值|实际完成值
产出指标|数量指标|检查次数|≥4次|5次`,
    );
    expect(result.facts.map((fact) => `${fact.raw} ${fact.basis}`)).toEqual([
      '9.00 budget',
      '8.00 budget',
      '7.00 execution',
    ]);
  });
});

describe('a list of units, projects, amounts and targets', () => {
  it('gives each amount to the project and the unit of its row', async () => {
    const result = await read(
      '项目支出安排情况',
      '单位：万元',
      `二级预算单位名称|一级项目名称|预算数（万元）|绩效目标
甲县乙局（本级）|河道整治|8.00|完成两条河道的整治
甲县乙局（本级）|水质监测|2.50|每月监测一次
甲县水文站|汛期值守|1.00|汛期全天值守`,
      '收入支出总表',
      '单位：万元',
      `收入|金额|支出|金额
一般公共预算拨款|11.50|农林水支出|11.50
收入总计|11.50|支出总计|11.50`,
    );
    const ofProjects = (fact: Fact): boolean => fact.project !== null;
    expect(
      result.facts
        .filter(ofProjects)
        .map((fact) => [fact.axis, fact.unit_name, fact.project, fact.raw].join(' ')),
    ).toEqual([
      'project 甲县乙局（本级） 河道整治 8.00',
      'project 甲县乙局（本级） 水质监测 2.50',
      'project 甲县水文站 汛期值守 1.00',
    ]);
  });
});
