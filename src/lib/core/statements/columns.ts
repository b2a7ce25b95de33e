import type { ExtractContext, RecognisedTable } from '../model/index.ts';
import { columnPath } from '../recognition/index.ts';
import { parseCell } from '../money/index.ts';
import { overrideColumns } from '../overrides/columns.ts';
import { compactText } from '../text/index.ts';
import { amountColumn, sharedHeads } from './amount-columns.ts';
import type { Column } from './column.ts';
import { textRole } from './column-heads.ts';
import { withPartSchemes } from './part-columns.ts';

/** The meaning of every grid column of a table, from its heads. */
export function readColumns(table: RecognisedTable, context: ExtractContext): Column[] {
  const header = table.rows.slice(0, table.headerRowCount);
  const paths = Array.from({ length: table.columnCount }, (_, column) => columnPath(header, column));
  const amountPaths = paths.filter((path) => path.length > 0 && textRole(path) === null);
  const shared = sharedHeads(amountPaths);
  const columns = paths.map((path, column): Column => {
    const text = textRole(path);
    if (text) return { ...text, column, label: path.join(' / ') };
    return amountColumn(table, context, column, path, shared, amountPaths);
  });
  const worded = wordColumns(table, linesNotProjects(table, columns));
  const read = withPartSchemes(table, withLabel(splitCodes(continuedLabels(table, worded))));
  return overrideColumns(read, table, context);
}

/** A column of words without a head, right of one that names rows: the head was meant for both (项目名称 over group and line). */
function continuedLabels(table: RecognisedTable, columns: Column[]): Column[] {
  const cells = table.rows.slice(table.headerRowCount).flatMap((row) => row.cells);
  return columns.map((column, index) => {
    const left = columns[index - 1];
    if (column.role !== 'amount' || column.path.length > 0 || left?.role !== 'label') return column;
    const own = cells.filter((cell) => cell.column === column.column && compactText(cell.text) !== '');
    if (own.length === 0 || own.some((cell) => !/[\u4e00-\u9fff]/.test(cell.text))) return column;
    return { ...left, column: column.column };
  });
}

const OF_LINES: readonly RecognisedTable['statement'][] = [
  'budget-summary',
  'income-summary',
  'appropriation-summary',
];

/** 项目名称 in a table of income and expenditure heads its lines, not projects. */
function linesNotProjects(table: RecognisedTable, columns: Column[]): Column[] {
  if (!OF_LINES.includes(table.statement)) return columns;
  return columns.map((column) => (column.role === 'project' ? { ...column, role: 'label' } : column));
}

/** Columns left of all figures that hold words alone are text, whatever their heads; where nothing names rows, one names them. */
function wordColumns(table: RecognisedTable, columns: Column[]): Column[] {
  const body = table.rows.slice(table.headerRowCount);
  const cells = body.flatMap((row) => row.cells);
  const firstFigure = Math.min(
    ...cells.filter((cell) => parseCell(cell.text).kind === 'number').map((cell) => cell.column),
  );
  return columns.map((column) => {
    if (column.role !== 'amount' || column.path.length === 0 || column.column >= firstFigure) return column;
    const words = cells.filter(
      (cell) => cell.column === column.column && /[\u4e00-\u9fff]{2}/.test(compactText(cell.text)),
    );
    if (words.length === 0 || firstFigure === Infinity) return column;
    return { role: 'text', column: column.column, label: column.label, scheme: null };
  });
}

/** One head 科目编码 over two or three columns: the code comes in parts. */
function splitCodes(columns: Column[]): Column[] {
  return columns.map((column, index) => {
    if (column.role !== 'code') return column;
    const twin = [columns[index - 1], columns[index + 1]].some(
      (c) => c?.role === 'code' && c.label === column.label,
    );
    return twin
      ? { role: 'part', column: column.column, label: column.label, scheme: column.scheme ?? 'function' }
      : column;
  });
}

const NAMING: readonly Column['role'][] = ['label', 'unit-name', 'project', 'purchase'];

/** Where no head names a column of labels, the first column of words is one. */
function withLabel(columns: Column[]): Column[] {
  if (columns.some((column) => NAMING.includes(column.role))) return columns;
  const at = columns.findIndex((column) => column.role === 'text');
  const firstAmount = columns.findIndex((column) => column.role === 'amount' && column.path.length > 0);
  if (at < 0 || (firstAmount >= 0 && at > firstAmount)) return columns;
  return columns.map((column, index) => (index === at ? { ...column, role: 'label', scheme: null } : column));
}

const BY_CLASS = /^(?:general|basic)-|^expenditure-summary$|^other$/;

/**
 * Lists of classes side by side in one table (科目编码 名称 金额, twice or three times over), each as the columns of its own with
 * the others set aside; one list where there is only one.
 */
export function sideLists(table: RecognisedTable, columns: readonly Column[]): Column[][] {
  if (!BY_CLASS.test(table.statement)) return [[...columns]];
  const starts: number[] = [];
  let seenAmount = true;
  for (const column of columns) {
    const opens = column.role === 'code' || column.role === 'part' || column.role === 'label';
    if (opens && seenAmount) starts.push(column.column);
    if (opens) seenAmount = false;
    if (column.role === 'amount' && column.path.length > 0) seenAmount = true;
  }
  const lists = starts.map((start, index) => {
    const from = index === 0 ? 0 : start;
    const to = starts[index + 1] ?? columns.length;
    return columns.map((column): Column =>
      column.column >= from && column.column < to
        ? column
        : { role: 'aside', column: column.column, label: column.label, scheme: null },
    );
  });
  const whole = lists.every(
    (list) => list.some((c) => c.role === 'amount') && list.some((c) => c.role === 'label'),
  );
  return lists.length > 1 && whole ? lists : [[...columns]];
}
