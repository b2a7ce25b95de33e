import type * as Xlsx from '@e965/xlsx';
import type { Issue, ReadOptions, ReadResult, SourceBlock, SourceInput } from '../../model/index.ts';
import { refuse, stop, type Budget } from '../limits.ts';
import { guardUnpacking } from '../unzip-guard.ts';
import { sheetBlocks } from './sheet.ts';
import { sheetCells, type RawSheet } from './cells.ts';
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
  const workbook = readBytes(xlsx, input.bytes);
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
    const { cells, hiddenLines } = sheetCells(sheet, where);
    budget.addCells(cells.length, where);
    if (hiddenLines > 0) issues.push(hiddenIssue('hidden-lines', name, `有 ${hiddenLines} 个隐藏的行或列`));
    for (const block of sheetBlocks(cells, name, budget)) blocks.push(block);
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

function readBytes(xlsx: typeof Xlsx, bytes: Uint8Array) {
  try {
    // SheetJS writes into the array that it reads.
    return xlsx.read(bytes.slice(), {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
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

function hiddenIssue(code: string, sheet: string, what: string): Issue {
  return { code, severity: 'note', locator: `${sheet}!A1`, text: `工作表“${sheet}”${what}，没有读取。` };
}
