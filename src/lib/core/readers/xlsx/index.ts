import type * as Xlsx from '@e965/xlsx';
import type {
  Issue,
  ReadOptions,
  ReadResult,
  SourceBlock,
  SourceInput,
  SourceRow,
  SourceTable,
} from '../../model/index.ts';
import { refuse, stop, type Budget } from '../limits.ts';
import { guardUnpacking } from '../unzip-guard.ts';
import { addressOf, sheetBlocks } from './sheet.ts';
import { sheetCells, type Place, type RawSheet } from './cells.ts';
import { legacyText } from './legacy-text.ts';

/** Rows beyond these are not parsed; a sheet that has them is refused. */
const MOST_ROWS = 20_000;

/**
 * A workbook (.xlsx, .xls, .et, .ods) -> each visible sheet's tables, with the lines above and below them as
 * paragraphs. Text is what the sheet shows.
 */
export async function readWorkbook(
  input: SourceInput,
  format: 'xlsx' | 'xls',
  options: ReadOptions,
  budget: Budget,
): Promise<ReadResult> {
  if (input.bytes[0] === 0x50) guardUnpacking(input.bytes, budget);
  const xlsx = await import('@e965/xlsx');
  const workbook = readBytes(xlsx, input.bytes, format === 'xlsx');
  const blocks: SourceBlock[] = [];
  const issues: Issue[] = [];
  const names = workbook.SheetNames;
  const hidden = names.filter((_, i) => (workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0);
  const shown = names.filter((name) => !hidden.includes(name));
  const read = shown.length > 0 ? shown : names;
  read.forEach((key, i) => {
    const name = legacyText(key);
    const where = { zh: `工作表“${name}”`, en: `sheet "${name}"` };
    budget.check(where);
    const sheet = workbook.Sheets[key] as RawSheet | undefined;
    if (!sheet) return;
    refuseHugeSheet(xlsx, sheet, where);
    const { cells, hiddenRows, hiddenColumns, withoutResult } = sheetCells(sheet, where);
    budget.addCells(cells.length, where);
    const hiddenLines = hiddenRows.size + hiddenColumns.size;
    if (hiddenLines > 0) issues.push(hiddenIssue('hidden-lines', name, `有 ${hiddenLines} 个隐藏的行或列`));
    const [first] = withoutResult;
    if (first) issues.push(formulaIssue(name, first, withoutResult.length));
    const lost = new Set([...hiddenRows, ...withoutResult.map((place) => place.row)]);
    for (const block of sheetBlocks(cells, name, budget, hiddenRows)) {
      if (block.kind === 'table') block.incomplete = hiddenColumns.size > 0 || coversAny(block, lost);
      blocks.push(block);
    }
    options.onProgress?.(i + 1, read.length);
  });
  if (shown.length > 0)
    for (const name of hidden) issues.push(hiddenIssue('hidden-sheet', legacyText(name), '是隐藏的'));
  if (blocks.length === 0) {
    return refuse(
      'empty',
      `这个工作簿的 ${read.length} 个工作表都是空的。`,
      `The ${read.length} sheets of this workbook are empty.`,
    );
  }
  return { ok: true, document: { format, blocks, pageCount: null, issues } };
}

/** `whole`: with formulas and rich text, which workbooks from before 2007 may use to keep a reader busy for ever. */
function readBytes(xlsx: typeof Xlsx, bytes: Uint8Array, whole: boolean) {
  try {
    // SheetJS writes into the array that it reads.
    return xlsx.read(bytes.slice(), {
      type: 'array',
      dense: true,
      cellFormula: whole,
      cellHTML: whole,
      cellText: true,
      cellNF: true,
      cellStyles: true,
      bookVBA: false,
      sheetRows: MOST_ROWS + 1,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/password/i.test(reason)) {
      stop(
        'encrypted',
        '这个工作簿加了密码，无法读取。请用密码打开后另存为不加密的文件再试。',
        'This workbook is protected by a password. Open it, save it without one, and try again.',
      );
    }
    throw error;
  }
}

function refuseHugeSheet(xlsx: typeof Xlsx, sheet: RawSheet, where: { zh: string; en: string }): void {
  const rows = sheet['!data']?.length ?? 0;
  if (rows <= MOST_ROWS) return;
  const full = sheet['!fullref'] ?? sheet['!ref'];
  const count = full ? xlsx.utils.decode_range(full).e.r + 1 : rows;
  stop(
    'too-many-cells',
    `${where.zh}有 ${count} 行，超过 ${MOST_ROWS} 行的上限。部门预算不会这么大；请只保留预算表再试。`,
    `${where.en} has ${count} rows; the limit is ${MOST_ROWS}. No department budget is that large; keep only the budget tables and try again.`,
  );
}

/** Whether one of the sheet's rows lies in the table. */
function coversAny(table: SourceTable, rows: ReadonlySet<number>): boolean {
  const rowOf = (row: SourceRow | undefined): number =>
    Number(/(\d+)$/.exec(row?.cells[0]?.locator ?? '')?.[1]) - 1;
  const [from, to] = [rowOf(table.rows[0]), rowOf(table.rows.at(-1))];
  return [...rows].some((row) => row >= from && row <= to);
}

function formulaIssue(sheet: string, first: Place, count: number): Issue {
  return {
    code: 'formula-without-value',
    severity: 'warning',
    locator: `${sheet}!${addressOf(first.row, first.column)}`,
    text: `工作表“${sheet}”有 ${count} 个公式（formula）没有保存计算结果，读不到数；请用 Excel 或 WPS 打开并保存后再读。`,
  };
}

function hiddenIssue(code: string, sheet: string, what: string): Issue {
  return { code, severity: 'note', locator: `${sheet}!A1`, text: `工作表“${sheet}”${what}，没有读取。` };
}
