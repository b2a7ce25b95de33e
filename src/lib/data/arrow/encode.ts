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
  makeData,
  makeVector,
  tableToIPC,
} from 'apache-arrow';
import type { DataType, Vector } from 'apache-arrow';
import { Decimal } from '../../core/money/index.ts';
import { DECIMAL_SHAPE } from './column.ts';
import type { Cell, Column, Row } from './column.ts';

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
    return decimalVector(cells, DECIMAL_SHAPE[column.type]);
  return plainVector(column, cells);
}

function emptyVector(column: Column): Vector {
  return makeBuilder({ type: arrowType(column) }).toVector();
}

/** Told which values are null, Arrow's builders compile a function from a string, which no strict page allows: told cell by cell, they don't. */
function plainVector(column: Column, cells: readonly Cell[]): Vector {
  const builder = makeBuilder({ type: arrowType(column) });
  cells.forEach((cell, index) => {
    if (cell === null) builder.setValid(index, false);
    else builder.set(index, cell as never);
  });
  return builder.finish().toVector();
}

/** Arrow keeps a decimal as a 128-bit two's complement integer, four little-endian words. */
function decimalVector(cells: readonly Cell[], shape: { precision: number; scale: number }): Vector {
  const words = new Uint32Array(cells.length * 4);
  const valid = new Uint8Array(Math.ceil(cells.length / 64) * 8);
  let nullCount = 0;
  cells.forEach((cell, index) => {
    if (typeof cell !== 'string' || !fitsDecimal(cell, shape)) {
      nullCount += 1;
      return;
    }
    valid[index >> 3] = (valid[index >> 3] ?? 0) | (1 << (index & 7));
    let bits = BigInt.asUintN(
      128,
      BigInt(new Decimal(cell).times(new Decimal(10).pow(shape.scale)).toFixed(0)),
    );
    for (let word = 0; word < 4; word += 1) {
      words[index * 4 + word] = Number(bits & 0xffffffffn);
      bits >>= 32n;
    }
  });
  return makeVector(
    makeData({
      type: new DecimalType(shape.scale, shape.precision, 128),
      length: cells.length,
      nullCount,
      nullBitmap: valid,
      data: words,
    }),
  );
}
