import { describe, expect, it } from 'vitest';
import type { SourceBlock, SourceTable } from '../../model/index.ts';
import { readSource } from '../index.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function blocksOf(html: string | Uint8Array): Promise<SourceBlock[]> {
  const result = await readSource({ name: 'x.html', bytes: typeof html === 'string' ? bytesOf(html) : html });
  if (!result.ok) throw new Error(result.refusal.text.en);
  expect(result.document.format).toBe('html');
  return result.document.blocks;
}

const tablesOf = (blocks: readonly SourceBlock[]): SourceTable[] =>
  blocks.filter((block) => block.kind === 'table');
const grid = (table: SourceTable | undefined) =>
  table?.rows.map((row) =>
    row.cells.map(
      (c) =>
        `${c.column}${c.colSpan > 1 ? `+${c.colSpan}` : ''}${c.rowSpan > 1 ? `v${c.rowSpan}` : ''} ${c.text}`,
    ),
  );

describe('readHtml', () => {
  it('gives cells their columns under spans from the left and from above', async () => {
    const [table] = tablesOf(
      await blocksOf(`<!DOCTYPE html><table>
        <tr><td rowspan=2>科目</td><td colspan="2">预算数</td></tr>
        <tr><td>基本支出</td><td>项目支出</td></tr>
        <tr><td>工资</td><td>1,234.50</td><td>0.00</td></tr></table>`),
    );
    expect(grid(table)).toEqual([
      ['0v2 科目', '1+2 预算数'],
      ['1 基本支出', '2 项目支出'],
      ['0 工资', '1 1,234.50', '2 0.00'],
    ]);
    expect(table?.rows[1]?.cells[1]?.locator).toBe('t1r1c1');
    expect(table?.columnCount).toBe(3);
  });

  it.each<[string, string, string[][]]>([
    [
      'closing tags left out',
      '<table><tr><td>a<td>1.00<tr><td>b<td>2.00</table>',
      [
        ['0 a', '1 1.00'],
        ['0 b', '1 2.00'],
      ],
    ],
    [
      'a number broken by a line break',
      '<table><tr><td>工资</td><td>1,234,<br>567.00</td></tr></table>',
      [['0 工资', '1 1,234,567.00']],
    ],
    [
      'paragraphs and spaces inside cells',
      '<table><tr><td><p>机关事业&nbsp;</p>\n<p>单位</p></td><td> <span>1</span>2.50 </td></tr></table>',
      [['0 机关事业单位', '1 12.50']],
    ],
    [
      'a span beyond the last row',
      '<table><tr><td rowspan=99>a</td><td>1</td></tr><tr><td>2</td></tr></table>',
      [['0v2 a', '1 1'], ['1 2']],
    ],
    [
      'absurd spans',
      '<table><tr><td colspan=99999999>a</td></tr><tr><td>b</td><td>2</td></tr></table>',
      [['0+500 a'], ['0 b', '1 2']],
    ],
    [
      'scripts and hidden parts',
      '<table><tr><td>a<script>1</script><i style="display:none">x</i></td><td>1</td></tr></table>',
      [['0 a', '1 1']],
    ],
  ])('reads a table with %s', async (_, html, expected) => {
    expect(grid(tablesOf(await blocksOf(`<html><body>${html}</body></html>`))[0])).toEqual(expected);
  });

  it('takes a table that only arranges the page apart', async () => {
    const blocks = await blocksOf(`<html><table><tr><td><h2>一、收支总表</h2>单位：万元
      <table><tr><td>项目</td><td>预算数</td></tr><tr><td>收入</td><td>1.00</td></tr></table></td></tr></table></html>`);
    expect(blocks.map((block) => (block.kind === 'table' ? 'table' : block.text))).toEqual([
      '一、收支总表',
      '单位：万元',
      'table',
    ]);
    expect(tablesOf(blocks)[0]?.rows[1]?.cells[1]).toMatchObject({ text: '1.00', locator: 't1r1c1' });
  });

  it('numbers paragraphs and keeps heading depths', async () => {
    const blocks = await blocksOf(
      '<html><h1>部门预算</h1><p>第一段，<b>加粗</b>。</p><div>第二段<br>第三段</div></html>',
    );
    expect(blocks).toMatchObject([
      { text: '部门预算', heading: 1, locator: '§1' },
      { text: '第一段，加粗。', heading: null, locator: '§2' },
      { text: '第二段' },
      { text: '第三段', locator: '§4' },
    ]);
  });

  it.each([
    ['GB2312 by its tag', '<meta charset="gb2312">'],
    ['GB18030 by its bytes', ''],
    ['a tag that is wrong', '<meta charset="utf-8">'],
  ])('reads %s', async (_, meta) => {
    // "收入合计" in GB2312.
    const han = [0xca, 0xd5, 0xc8, 0xeb, 0xba, 0xcf, 0xbc, 0xc6];
    const html = Uint8Array.from([
      ...bytesOf(`<html><head>${meta}</head><body><p>`),
      ...han,
      ...bytesOf('</p></body></html>'),
    ]);
    expect(await blocksOf(html)).toMatchObject([{ text: '收入合计' }]);
  });

  it('reads a page that places every word by coordinates', async () => {
    const word = (x: number, y: number, t: string) =>
      `<div style="position:absolute;left:${x}pt;top:${y}pt;font-size:10pt;line-height:10pt">${t}</div>`;
    const rule = (x: number, y: number, w: number, h: number) =>
      `<div style="position:absolute;left:${x}pt;top:${y}pt;width:${w}pt;height:${h}pt;${w > h ? 'border-bottom' : 'border-right'}:0.5pt solid #000"></div>`;
    const lines =
      [100, 120, 140].map((y) => rule(50, y, 200, 0)).join('') +
      [50, 150, 250].map((x) => rule(x, 100, 0, 40)).join('');
    const html = `<html><body><div style="position:relative;width:595pt;height:842pt">${lines}${word(60, 80, '收支总表')}${word(55, 104, '项目')}${word(155, 104, '预算数')}${word(55, 124, '收入')}${word(155, 124, '1,234.50')}</div></body></html>`;
    const blocks = await blocksOf(html);
    expect(blocks[0]).toMatchObject({ text: '收支总表', locator: '§1' });
    expect(grid(tablesOf(blocks)[0])).toEqual([
      ['0 项目', '1 预算数'],
      ['0 收入', '1 1,234.50'],
    ]);
  });

  it('says when a page has nothing but scripts', async () => {
    const result = await readSource({
      name: 'x.html',
      bytes: bytesOf('<html><script>document.write("x")</script></html>'),
    });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'empty' } });
  });

  it('refuses markup nested without end', async () => {
    const bytes = bytesOf(`<html>${'<div><table><tr><td>'.repeat(20_000)}1</html>`);
    const result = await readSource({ name: 'x.html', bytes });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'damaged' } });
  });
});
