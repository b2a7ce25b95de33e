import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { smallDocx } from '../../../../../tests/support/small-office.ts';
import { readSource } from '../index.ts';

describe('readDocx', () => {
  it('reads paragraphs and tables with spans in their order', async () => {
    const bytes = smallDocx([
      '收支总表',
      '单位：万元',
      {
        rows: [
          [
            { text: '科目', rowSpan: 2 },
            { text: '预算数', colSpan: 2 },
          ],
          ['基本支出', '项目支出'],
          ['工资', '1,234,\n567.00', '0.00'],
        ],
      },
      '注：本表为空。',
    ]);
    const result = await readSource({ name: 'x.bin', bytes });
    if (!result.ok) throw new Error(result.refusal.text.en);
    expect(result.document.format).toBe('docx');
    expect(result.document.blocks).toMatchObject([
      { text: '收支总表', locator: '§1' },
      { text: '单位：万元' },
      {
        columnCount: 3,
        rows: [
          {
            cells: [
              { text: '科目', rowSpan: 2 },
              { text: '预算数', column: 1, colSpan: 2 },
            ],
          },
          {
            cells: [
              { text: '基本支出', column: 1 },
              { text: '项目支出', column: 2 },
            ],
          },
          { cells: [{ text: '工资' }, { text: '1,234,567.00', locator: 't1r2c1' }, { text: '0.00' }] },
        ],
      },
      { text: '注：本表为空。', locator: '§3' },
    ]);
  });

  it('stops a zip bomb before it is unpacked', async () => {
    const bytes = zipSync({ 'word/document.xml': strToU8('<a>'.repeat(2_000_000)) });
    expect(bytes.length).toBeLessThan(50_000);
    const result = await readSource({ name: 'x.docx', bytes }, { limits: { unpackedBytes: 1_000_000 } });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'too-large' } });
  });

  it('says so when there is nothing to read in it', async () => {
    expect(await readSource({ name: 'x.docx', bytes: smallDocx([]) })).toMatchObject({
      ok: false,
      refusal: { code: 'no-text-layer' },
    });
  });
});
