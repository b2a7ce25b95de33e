import type { SourceBlock, SourceCell, SourceRow } from '../../model/index.ts';
import { joinLines } from '../layout/text.ts';
import { isContinuationLine, isTitleLike } from '../../recognition/phrases.ts';
import type { Budget } from '../limits.ts';
import type { SheetCell } from './cells.ts';

/** Lines above a table that are no part of it: whose it is, its unit, its number. */
const HEAD_LINE =
  /单位[:：]|(?:金额|计量)单位|编制(?:单位|部门|日期)|(?:部门|单位)(?:名称|编码)?[:：]|公开\d*表?|^表[\d一二三四五六七八九十]+$|附表|^日期|填报/;
const FOOT_LINE = /^(?:[（(]?注\d*[:：.、)）]?|备注|说明[:：]|本表|[*※])/;
const NUMBER = /^-?[\d,]+(\.\d+)?$/;
const TITLE = /表[)）]?[*①-⑳]?$|表\s*[(（].*[)）]$/;

/** A1 reference of a cell, row and column from 0. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/**
 * A sheet's cells -> tables (blank rows part them) with titles, unit lines and notes as paragraphs. A sheet without a title
 * of its own is titled by its name.
 */
export function sheetBlocks(
  cells: readonly SheetCell[],
  sheet: string,
  budget: Budget,
  hidden: ReadonlySet<number> = new Set(),
): SourceBlock[] {
  const blocks = sidesOf(cells).flatMap((side) => sideBlocks(side, sheet, budget, hidden));
  const first = blocks.findIndex((block) => block.kind === 'table');
  const head = blocks.slice(0, Math.max(first, 0));
  const titled = head.some((block) => block.kind === 'paragraph' && TITLE.test(compact(block.text)));
  const inside = blocks[first];
  const own = inside?.kind === 'table' && inside.rows.slice(0, 3).some(isTitleRow);
  if (first < 0 || titled || own || !isTitleLike(sheet)) return blocks;
  return [{ kind: 'paragraph', text: sheet, locator: `${sheet}!A1`, page: null, heading: null }, ...blocks];
}

const isTitleRow = (row: SourceRow): boolean => {
  const written = row.cells.filter((cell) => cell.text.trim() !== '');
  return written.length === 1 && TITLE.test(compact(written[0]?.text ?? ''));
};

/** Cells of tables that stand side by side, each with a title or unit line of its own, apart by a blank column. */
function sidesOf(cells: readonly SheetCell[]): (readonly SheetCell[])[] {
  const right = cells.reduce((most, cell) => Math.max(most, cell.column + cell.colSpan), 0);
  const covered = new Set(
    cells.flatMap((cell) => Array.from({ length: cell.colSpan }, (_, i) => cell.column + i)),
  );
  for (let gap = 1; gap < right - 1; gap++) {
    if (covered.has(gap)) continue;
    const sides = [cells.filter((cell) => cell.column < gap), cells.filter((cell) => cell.column > gap)];
    if (sides.every(hasOwnHead)) return sides.flatMap((side) => sidesOf(side));
  }
  return [cells];
}

function hasOwnHead(cells: readonly SheetCell[]): boolean {
  const top = Math.min(...cells.map((cell) => cell.row));
  const head = cells.filter((cell) => cell.row <= top + 3).map((cell) => compact(cell.text));
  return head.some((text) => TITLE.test(text)) && cells.some((cell) => NUMBER.test(cell.text.trim()));
}

function sideBlocks(
  cells: readonly SheetCell[],
  sheet: string,
  budget: Budget,
  hidden: ReadonlySet<number>,
): SourceBlock[] {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const blocks: SourceBlock[] = [];
  let group: SheetCell[][] = [];
  let reach = -1;
  /** Rows that are only hidden part no tables. */
  const isBlank = (row: number): boolean => !hidden.has(row);
  for (const number of numbers) {
    const row = rows.get(number) ?? [];
    const between = Array.from({ length: Math.max(0, number - reach - 1) }, (_, i) => reach + 1 + i);
    if (group.length > 0 && between.some(isBlank)) {
      blocks.push(...groupBlocks(group, sheet, budget));
      group = [];
    }
    group.push(row);
    reach = Math.max(reach, number, ...row.map((cell) => cell.row + cell.rowSpan - 1));
  }
  if (group.length > 0) blocks.push(...groupBlocks(group, sheet, budget));
  return blocks;
}

function groupBlocks(rows: SheetCell[][], sheet: string, budget: Budget): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let start = 0;
  while (start < rows.length && isHeadLine(rows[start] ?? [])) {
    blocks.push(...lineParagraphs(rows[start] ?? [], sheet));
    start++;
  }
  let end = start;
  while (end < rows.length && !(end > start && (startsTable(rows, end) || isProse(rows[end] ?? [])))) end++;
  let foot = end;
  while (foot > start && isFootLine(rows[foot - 1] ?? [])) foot--;
  if (foot > start) blocks.push(tableOf(rows.slice(start, foot), sheet, budget));
  for (const row of rows.slice(foot, end)) blocks.push(...lineParagraphs(row, sheet));
  if (end < rows.length) blocks.push(...groupBlocks(rows.slice(end), sheet, budget));
  return blocks;
}

const compact = (text: string): string => text.replaceAll(/\s/g, '');
const filled = (row: readonly SheetCell[]): SheetCell[] => row.filter((cell) => cell.text.trim() !== '');

/** One cell alone, or a line that names unit, agency or table number. */
function isHeadLine(row: readonly SheetCell[]): boolean {
  const written = filled(row);
  if (written.length === 1) return !NUMBER.test(written[0]?.text.trim() ?? '');
  return (
    written.length <= 4 &&
    written.some((cell) => HEAD_LINE.test(cell.text)) &&
    !written.some((cell) => NUMBER.test(cell.text.trim()))
  );
}

/** A title or 续表 alone in its row in the middle of a group, with a unit line or a header under it, begins the next table. */
function startsTable(rows: readonly SheetCell[][], at: number): boolean {
  const written = filled(rows[at] ?? []);
  const only = written[0];
  if (written.length !== 1 || !only) return false;
  const text = compact(only.text);
  if (!TITLE.test(text) && !isContinuationLine(text)) return false;
  const [next = [], after = []] = [rows[at + 1], rows[at + 2]].map((row) => filled(row ?? []));
  return next.length > 1 || (next.length === 1 && isHeadLine(next) && after.length > 1);
}

/** A row that is a sentence or a part's heading: text between tables. */
function isProse(row: readonly SheetCell[]): boolean {
  const [only, ...others] = filled(row);
  if (!only || others.length > 0) return false;
  const text = compact(only.text);
  return (
    /^第[一二三四五六七八九十]+部分/.test(text) ||
    (text.length > 12 && /[。；;]/.test(text) && !FOOT_LINE.test(text))
  );
}

function isFootLine(row: readonly SheetCell[]): boolean {
  const written = filled(row);
  return written.length === 1 && FOOT_LINE.test(written[0]?.text.trim() ?? '');
}

function lineParagraphs(row: readonly SheetCell[], sheet: string): SourceBlock[] {
  return filled(row).map((cell) => ({
    kind: 'paragraph',
    text: flatText(cell.text),
    locator: `${sheet}!${addressOf(cell.row, cell.column)}`,
    page: null,
    heading: null,
  }));
}

const flatText = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .reduce((joined, line) => joinLines(joined, line, false), '');

function tableOf(rows: readonly SheetCell[][], sheet: string, budget: Budget): SourceBlock {
  const all = rows.flat();
  const left = all.reduce((least, cell) => Math.min(least, cell.column), Infinity);
  const right = all.reduce((most, cell) => Math.max(most, cell.column + cell.colSpan), 0);
  const top = rows[0]?.[0]?.row ?? 0;
  const bottom = all.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);
  budget.addCells((bottom - top) * (right - left), { zh: `工作表“${sheet}”`, en: `sheet "${sheet}"` });
  const made: SourceRow[] = Array.from({ length: bottom - top }, () => ({ cells: [], page: null }));
  const covered = new Set<number>();
  const width = right - left;
  const place = (row: number, column: number): number => (row - top) * width + (column - left);
  const byPlace = new Map(all.map((cell) => [place(cell.row, cell.column), cell]));
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      if (covered.has(place(row, column))) continue;
      const cell = byPlace.get(place(row, column));
      const rowSpan = Math.min(cell?.rowSpan ?? 1, bottom - row);
      const colSpan = Math.min(cell?.colSpan ?? 1, right - column);
      if (rowSpan * colSpan > 1) {
        for (let r = row; r < row + rowSpan; r++)
          for (let c = column; c < column + colSpan; c++) covered.add(place(r, c));
      }
      const shown: SourceCell = {
        text: cell ? flatText(cell.text) : '',
        locator: `${sheet}!${addressOf(row, column)}`,
        column: column - left,
        colSpan,
        rowSpan,
      };
      made[row - top]?.cells.push(shown);
    }
  }
  return { kind: 'table', rows: made, geometry: 'exact', columnCount: width };
}
