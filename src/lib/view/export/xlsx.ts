import { utils, write } from '@e965/xlsx';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { headOf } from './csv.ts';
import { figureLines, headLines, verdictWord, word } from './head.ts';
import type { ExportCell, ExportColumn, ExportTable } from './types.ts';

const SHEETS = {
  data: { zh: '数据', en: 'data' },
  proof: { zh: '来源与勾稽', en: 'sources and checks' },
} as const;
const SOURCE_HEADS = {
  zh: ['文件', '机构', '年度', '口径', '文件名', 'SHA-256', '备注', '网址'],
  en: ['document', 'agency', 'year', 'basis', 'file', 'SHA-256', 'remark', 'address'],
} as const;
const FIGURE_HEADS = {
  zh: ['行', '列', '值', '勾稽', '文件', '单元格', '文件中的位置', '网址'],
  en: ['row', 'column', 'value', 'check', 'document', 'cells', 'place in the file', 'address'],
} as const;
/** Excel keeps a text of a cell to this many characters. */
const LONGEST = 32_767;
const WIDEST = 48;

/** A workbook: the head block and the table on one sheet, documents and checks of every figure on another. */
export function writeXlsx(table: ExportTable): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, dataSheet(table), SHEETS.data[table.lang]);
  utils.book_append_sheet(book, proofSheet(table), SHEETS.proof[table.lang]);
  book.Props = {
    Title: table.title,
    Comments: table.link,
    Company: table.lang === 'zh' ? '明账' : 'Mingzhang',
  };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

function dataSheet(table: ExportTable): WorkSheet {
  const head = headLines(table).map(({ name, value }) => [
    text(name),
    value === table.link ? linked(value) : text(value),
  ]);
  const heads = table.columns.map((column) => text(headOf(column)));
  const rows = table.rows.map((cells) => cells.map((cell, index) => dataCell(cell, table.columns[index])));
  return sheetOf([...head, [], heads, ...rows], [heads, ...rows]);
}

function dataCell({ value, absent }: ExportCell, column: ExportColumn | undefined): CellObject | null {
  if (value === null) return absent ? text(absent) : null;
  if (!column || column.type === 'text') return text(value);
  if (column.type === 'integer') return { t: 'n', v: Number(value) };
  return { t: 'n', v: Number(value), z: numberFormat(column.decimals ?? decimalsOf(value)) };
}

function numberFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

function proofSheet(table: ExportTable): WorkSheet {
  const { lang } = table;
  const sources = table.sources.map(
    ({ title, agency, year, basis, file, sha256, local, link }): (CellObject | null)[] => [
      text(title),
      text(agency),
      year === null ? null : { t: 'n', v: year },
      text(basis),
      text(file),
      text(sha256),
      local ? text(word('local', lang)) : null,
      link === '' ? null : linked(link),
    ],
  );
  const figures = figureLines(table).map((line) => [
    text(line.row),
    text(line.column),
    line.value === null ? null : amount(line.value),
    text(verdictWord(line.verdict, lang)),
    text(line.documentId),
    text(line.refs.join(' ')),
    text(line.locators.join(' ')),
    line.link === '' ? null : linked(line.link),
  ]);
  const rows = [
    [text(table.title)],
    [],
    SOURCE_HEADS[lang].map(text),
    ...sources,
    [],
    FIGURE_HEADS[lang].map(text),
    ...figures,
  ];
  return sheetOf(rows, rows);
}

/** A sheet whose columns are as wide as what stands in them, within reason. */
function sheetOf(rows: (CellObject | null)[][], measured: (CellObject | null)[][]): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows);
  const count = Math.max(0, ...measured.map((row) => row.length));
  sheet['!cols'] = Array.from({ length: count }, (_, index) => ({
    wch: Math.min(WIDEST, Math.max(8, ...measured.map((row) => cellWidth(row[index])))),
  }));
  return sheet;
}

/** In digits: a Han character is two wide. */
function cellWidth(cell: CellObject | null | undefined): number {
  const words = String(cell?.v ?? '');
  return 2 + [...words].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}

function text(value: string): CellObject {
  return { t: 's', v: value.slice(0, LONGEST) };
}

function amount(value: string): CellObject {
  return /^-?\d+(\.\d+)?$/.test(value) ? { t: 'n', v: Number(value) } : text(value);
}

/** Excel takes an address of up to 2,079 characters as a link. */
function linked(address: string): CellObject {
  return address.length > 2_000 ? text(address) : { ...text(address), l: { Target: address } };
}
