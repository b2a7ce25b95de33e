import { describe, expect, it } from 'vitest';
import { extractDisclosure } from '../extract.ts';
import type { Fact } from '../model/index.ts';

async function rowsOf(title: string, text: string): Promise<string[]> {
  const rows = text
    .trim()
    .split('\n')
    .map(
      (line) =>
        `<tr>${line
          .split('|')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    );
  const html = `<!doctype html><meta charset="utf-8"><body><p>2031年甲市乙局部门预算</p><p>${title}</p><p>单位：万元</p><table>${rows.join('')}</table></body>`;
  const answer = await extractDisclosure([{ name: 'invented.html', bytes: new TextEncoder().encode(html) }]);
  if (!answer.ok) throw new Error(answer.refusal.text.en);
  const first = (fact: Fact): boolean => fact.table_id !== null && fact.column === 1;
  return answer.result.facts
    .filter(first)
    .map((fact) => [fact.axis, fact.code, fact.unit_name, fact.project].map((part) => part ?? '-').join(' '));
}

describe('heads of units', () => {
  it('carry their name to the classes below, where these add up to them', async () => {
    const rows = await rowsOf(
      '部门预算基本支出预算表（按经济分类）',
      `项目|总计|一般公共预算
合计|30.00|30.00
甲市乙局（本级）|12.00|12.00
工资福利支出|9.00|9.00
商品和服务支出|3.00|3.00
甲市水文站|18.00|18.00
工资福利支出|13.00|13.00
商品和服务支出|5.00|5.00`,
    );
    expect(rows).toEqual([
      'total - - -',
      'unit - 甲市乙局（本级） -',
      'dept-economic 301 甲市乙局（本级） -',
      'dept-economic 302 甲市乙局（本级） -',
      'unit - 甲市水文站 -',
      'dept-economic 301 甲市水文站 -',
      'dept-economic 302 甲市水文站 -',
    ]);
  });

  it('are no projects, and a project called like an organ is none of them', async () => {
    const rows = await rowsOf(
      '项目支出预算表',
      `项目名称|总计|一般公共预算
合计|100.00|100.00
甲市乙局|60.00|60.00
河道整治|35.00|35.00
水质自动监测站|25.00|25.00
甲市防汛处|40.00|40.00
汛期值守|22.00|22.00
物资储备|18.00|18.00`,
    );
    expect(rows).toEqual([
      'total - - -',
      'unit - 甲市乙局 -',
      'project - 甲市乙局 河道整治',
      'project - 甲市乙局 水质自动监测站',
      'unit - 甲市防汛处 -',
      'project - 甲市防汛处 汛期值守',
      'project - 甲市防汛处 物资储备',
    ]);
  });

  it('may stand under how they are funded, which is neither unit nor project', async () => {
    const rows = await rowsOf(
      '专项业务经费支出表',
      `项目名称|金额|备注
合计|50.00|
全额|50.00|
甲市乙局|50.00|
河道整治|20.00|
水文测报|30.00|`,
    );
    expect(rows).toEqual([
      'total - - -',
      'item - - -',
      'unit - 甲市乙局 -',
      'project - 甲市乙局 河道整治',
      'project - 甲市乙局 水文测报',
    ]);
  });
});
