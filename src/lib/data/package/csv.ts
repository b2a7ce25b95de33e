// The builds for browsers run in Node as well: packages are written and read in both.
import { parse } from 'csv-parse/browser/esm/sync';
import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Cell, Column, Row, WrittenRowOfColumns } from '../arrow/column.ts';

/** A CSV file that is not what its columns say. */
export class PackageError extends Error {
  override name = 'PackageError';
}

/** Rows as CSV: UTF-8, LF, a header, one line a row; absent values are empty cells. */
export function formatRows(columns: readonly Column[], rows: readonly Row[]): string {
  const written = columns.filter((column) => !column.derived);
  return stringify(
    rows.map((row) => written.map((column) => formatCell(row[column.name] ?? null))),
    { header: true, columns: written.map((column) => column.name), record_delimiter: 'unix' },
  );
}

/**
 * CSV back to rows; derived columns are left out. Throws PackageError, naming the file, line and column, where a cell is
 * not what its column says.
 */
export function parseRows<C extends readonly Column[]>(
  columns: C,
  csv: string,
  file: string,
): WrittenRowOfColumns<C>[] {
  const written = columns.filter((column) => !column.derived);
  const [header = [], ...lines] = parse(csv, { relax_column_count: true, bom: true });
  const expected = written.map((column) => column.name);
  if (header.join(',') !== expected.join(',')) {
    throw new PackageError(`${file}: the columns are ${header.join(',')} instead of ${expected.join(',')}`);
  }
  return lines.map((cells, index) => {
    if (cells.length !== written.length) {
      throw new PackageError(`${file}, row ${index + 2}: ${cells.length} cells instead of ${written.length}`);
    }
    const place = `${file}, row ${index + 2}`;
    return Object.fromEntries(
      written.map((column, i) => [column.name, parseCellText(column, cells[i] ?? '', place)]),
    ) as WrittenRowOfColumns<C>;
  });
}

function formatCell(cell: Cell): string {
  if (cell === null) return '';
  if (Array.isArray(cell)) return cell.join(' ');
  return String(cell).replace(/\s+/g, ' ').trim();
}

function parseCellText(column: Column, cell: string, place: string): Cell {
  if (column.type === 'text-list') return cell === '' ? [] : cell.split(' ');
  if (column.type === 'integer-list')
    return cell === '' ? [] : cell.split(' ').map((item) => integer(item, column, place));
  if (cell === '') {
    if (column.required && column.type !== 'text')
      throw new PackageError(`${place}: ${column.name} is empty`);
    return column.required ? '' : null;
  }
  if (column.values && !column.values.includes(cell))
    throw new PackageError(`${place}: ${column.name} is ${cell}`);
  switch (column.type) {
    case 'text':
    case 'json':
      return cell;
    case 'integer':
      return integer(cell, column, place);
    case 'boolean':
      if (cell !== 'true' && cell !== 'false') throw new PackageError(`${place}: ${column.name} is ${cell}`);
      return cell === 'true';
    case 'money':
    case 'decimal':
      if (!/^-?\d+(\.\d+)?$/.test(cell)) throw new PackageError(`${place}: ${column.name} is ${cell}`);
      return cell;
  }
}

function integer(cell: string, column: Column, place: string): number {
  const value = Number(cell);
  if (!Number.isSafeInteger(value)) throw new PackageError(`${place}: ${column.name} is ${cell}`);
  return value;
}
