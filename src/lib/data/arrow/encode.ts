import {
  Bool,
  Decimal as DecimalType,
  Field,
  Int32,
  List,
  Schema,
  Table,
  Utf8,
  makeBuilder,
  tableToIPC,
} from 'apache-arrow';
import type { DataType, Vector } from 'apache-arrow';
import { Decimal } from '../../core/money/index.ts';
import { DECIMAL_SHAPE } from './column.ts';
import type { Cell, Column, Row } from './column.ts';
import { decimalVector, plainVector } from './vectors.ts';

/** Rows of one table as an Arrow IPC stream, uncompressed: the form that DuckDB-Wasm takes without an extension. */
export function encodeRows(columns: readonly Column[], rows: readonly Row[]): Uint8Array {
  const vectors = columns.map((column) => encodeColumn(column, rows));
  const schema = new Schema(columns.map((column) => new Field(column.name, arrowType(column), true)));
  const table = new Table(
    schema,
    Object.fromEntries(columns.map((column, i) => [column.name, vectors[i] ?? emptyVector(column)])),
  );
  return tableToIPC(table, 'stream');
}

/** The exact decimal at the column's scale, or null where it does not fit: nothing is rounded. */
export function fitsDecimal(value: string, shape: { precision: number; scale: number }): boolean {
  const decimal = new Decimal(value);
  return (
    decimal.decimalPlaces() <= shape.scale &&
    decimal.precision(true) - decimal.decimalPlaces() <= shape.precision - shape.scale
  );
}

function arrowType(column: Column): DataType {
  switch (column.type) {
    case 'text':
    case 'json':
      return new Utf8();
    case 'integer':
      return new Int32();
    case 'boolean':
      return new Bool();
    case 'money':
    case 'decimal':
      return new DecimalType(DECIMAL_SHAPE[column.type].scale, DECIMAL_SHAPE[column.type].precision, 128);
    case 'text-list':
      return new List(new Field('item', new Utf8(), true));
    case 'integer-list':
      return new List(new Field('item', new Int32(), true));
  }
}

function encodeColumn(column: Column, rows: readonly Row[]): Vector {
  const cells = rows.map((row) => row[column.name] ?? null);
  if (cells.length === 0) return emptyVector(column);
  if (column.type === 'money' || column.type === 'decimal')
    return decimalVector(unscaledOf(cells, DECIMAL_SHAPE[column.type]), DECIMAL_SHAPE[column.type]);
  return plainVector(arrowType(column), cells);
}

function emptyVector(column: Column): Vector {
  return makeBuilder({ type: arrowType(column) }).toVector();
}

/** Amounts × 10^scale; null where a cell is empty or does not fit. */
function unscaledOf(cells: readonly Cell[], shape: { precision: number; scale: number }): (bigint | null)[] {
  const factor = new Decimal(10).pow(shape.scale);
  return cells.map((cell) =>
    typeof cell === 'string' && fitsDecimal(cell, shape)
      ? BigInt(new Decimal(cell).times(factor).toFixed(0))
      : null,
  );
}
