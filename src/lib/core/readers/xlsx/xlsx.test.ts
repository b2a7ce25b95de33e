import { utils, write, type WorkSheet } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { ReadOptions, SourceDocument } from '../../model/index.ts';
import { readSource } from '../index.ts';
import { addressOf } from './sheet.ts';

function workbook(
  sheets: Record<string, WorkSheet>,
  bookType: 'xlsx' | 'biff8' = 'xlsx',
  hidden: string[] = [],
): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = {
    Sheets: book.SheetNames.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })),
  };
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

async function read(bytes: Uint8Array, options: ReadOptions = {}): Promise<SourceDocument> {
  const result = await readSource({ name: 'x', bytes }, options);
  if (!result.ok) throw new Error(result.refusal.text.en);
  return result.document;
}

/** A workbook of before Excel 97 with these bytes for its strings, which SheetJS writes as underscores. */
function oldWorkbook(rows: string[][], texts: readonly string[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'S1');
  let file = [...new Uint8Array(write(book, { type: 'array', bookType: 'biff5' }) as ArrayBuffer)]
    .map((byte) => String.fromCharCode(byte))
    .join('');
  for (const text of texts) file = file.replace('_'.repeat(text.length), text);
  return Uint8Array.from(file, (c) => c.charCodeAt(0));
}

const sheetOf = (rows: (string | number | null)[][]): WorkSheet => utils.aoa_to_sheet(rows);

const TABLE = [
  ['2026年收支总表', null, null],
  ['编制单位：某局', null, '单位：万元'],
  ['科目编码', '科目名称', '预算数'],
  ['208', '社会保障', 1234.5],
  ['20805', '养老', null],
  ['注：本表数据已核对', null, null],
];

describe('readWorkbook', () => {
  it('reads the GBK text of an old .xls', async () => {
    const [title, item, amount] = [
      '\xca\xd5\xd6\xa7\xd7\xdc\xb1\xed',
      '\xcf\xee\xc4\xbf',
      '\xbd\xf0\xb6\xee',
    ];
    const bytes = oldWorkbook([[title], [item, amount], ['a', '1.5']], [title, item, amount]);
    const text = (await read(bytes)).blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.text]
        : block.rows.flatMap((row) => row.cells.map((cell) => cell.text)),
    );
    expect(text).toEqual(['收支总表', '项目', '金额', 'a', '1.5']);
  });

  it.each(['xlsx', 'biff8'] as const)(
    'reads a %s sheet: title, unit and note as paragraphs, the rest as a table',
    async (type) => {
      const sheet = sheetOf(TABLE);
      sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
      (sheet['C4'] as { z?: string }).z = '#,##0.00';
      const document = await read(workbook({ 表1: sheet }, type));
      expect(document.format).toBe(type === 'xlsx' ? 'xlsx' : 'xls');
      expect(document.blocks).toMatchObject([
        { kind: 'paragraph', text: '2026年收支总表', locator: '表1!A1' },
        { text: '编制单位：某局', locator: '表1!A2' },
        { text: '单位：万元', locator: '表1!C2' },
        {
          kind: 'table',
          columnCount: 3,
          rows: [
            { cells: [{ text: '科目编码', locator: '表1!A3' }, { text: '科目名称' }, { text: '预算数' }] },
            {
              cells: [
                { text: '208' },
                { text: '社会保障' },
                { text: '1,234.50', locator: '表1!C4', column: 2 },
              ],
            },
            { cells: [{ text: '20805' }, { text: '养老' }, { text: '' }] },
          ],
        },
        { kind: 'paragraph', text: '注：本表数据已核对', locator: '表1!A6' },
      ]);
    },
  );

  it('parts tables at blank rows', async () => {
    const { blocks } = await read(
      workbook({ a: sheetOf([['甲', '乙'], ['收入', 1], [], ['甲', '乙'], ['支出', 2]]) }),
    );
    expect(blocks.map((block) => (block.kind === 'table' ? block.rows.length : block.text))).toEqual([2, 2]);
  });

  it.each<[string, number, string | undefined, string]>([
    ['a format with decimals', 0.1 + 0.2, '0.00', '0.30'],
    ['a plain number with binary noise', 0.1 + 0.2, undefined, '0.3'],
    ['a large number that would show as a power', 123456789012345, '0.00E+00', '123456789012345'],
    ['a long number in General', 480544221.62, undefined, '480544221.62'],
    ['leading zeros', 5, '00', '05'],
    ['an accounting zero', 0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
    ['a negative in brackets', -12.5, '#,##0.00;(#,##0.00)', '(12.50)'],
  ])('shows %s', async (_, value, format, expected) => {
    const sheet = sheetOf([
      ['项目', '预算数', '备注'],
      ['收入', value, '无'],
    ]);
    if (format) (sheet['B2'] as { z?: string }).z = format;
    const table = (await read(workbook({ a: sheet }))).blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' ? table.rows[1]?.cells[1]?.text : null).toBe(expected);
  });

  it('leaves hidden sheets out and says so', async () => {
    const rows = [
      ['甲', '乙'],
      ['收入', 1],
    ];
    const document = await read(workbook({ 看: sheetOf(rows), 藏: sheetOf(rows) }, 'xlsx', ['藏']));
    expect(document.blocks).toHaveLength(1);
    expect(document.issues).toMatchObject([{ code: 'hidden-sheet', severity: 'note', locator: '藏!A1' }]);
  });

  it('refuses a sheet with more rows than any budget', async () => {
    const bytes = workbook({ 数据: sheetOf(Array.from({ length: 20_500 }, (_, i) => [i])) });
    const result = await readSource({ name: 'x.xlsx', bytes });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'too-many-cells' } });
    if (!result.ok) expect(result.refusal.text.zh).toMatch(/“数据”.*20500 行/);
  });

  it('refuses an empty workbook', async () => {
    expect(await readSource({ name: 'x', bytes: workbook({ a: sheetOf([]) }) })).toMatchObject({
      ok: false,
      refusal: { code: 'empty' },
    });
  });
});

describe('addressOf', () => {
  it.each([
    [0, 0, 'A1'],
    [3, 25, 'Z4'],
    [9, 26, 'AA10'],
    [0, 701, 'ZZ1'],
    [0, 702, 'AAA1'],
  ])('%i, %i is %s', (row, column, expected) => expect(addressOf(row, column)).toBe(expected));
});
