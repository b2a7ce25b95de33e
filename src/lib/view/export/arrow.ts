import {
  Decimal,
  Field,
  Int64,
  Schema,
  Table,
  Utf8,
  makeData,
  makeVector,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow';
import type { DataType, Vector } from 'apache-arrow';
import { PRECISION, decimalColumn } from './decimals.ts';
import type { DecimalColumn } from './decimals.ts';
import { tableMetadata } from './metadata.ts';
import type { ExportColumn, ExportTable } from './types.ts';
import { isWhole } from './whole.ts';

/** An Arrow file: numbers as DECIMAL(38, s), whole ones as INT64, the rest as text; labels and units in the fields' metadata. */
export function writeArrow(table: ExportTable): Uint8Array {
  const vectors = table.columns.map((column, index) => columnVector(table, column, index));
  const fields = table.columns.map((column, index) => {
    const type: DataType = vectors[index]?.type ?? new Utf8();
    return new Field(
      column.id,
      type,
      true,
      new Map([
        ['label', column.label],
        ['unit', column.unit ?? ''],
      ]),
    );
  });
  const schema = new Schema(fields, new Map(tableMetadata(table)));
  const columns = Object.fromEntries(
    table.columns.map(({ id }, index) => [id, vectors[index] ?? textVector([])]),
  );
  return tableToIPC(new Table(schema, columns), 'file');
}

function columnVector(table: ExportTable, column: ExportColumn, index: number): Vector {
  const values = table.rows.map((cells) => cells[index]?.value ?? null);
  if (column.type === 'integer' && values.every(isWhole)) {
    return wholeVector(values.map((value) => (value === null ? null : BigInt(value))));
  }
  const decimals = column.type === 'text' ? null : decimalColumn(table, index);
  return decimals ? decimalVector(decimals) : textVector(values);
}

function textVector(values: readonly (string | null)[]): Vector {
  return fromValues(values, new Utf8());
}

function wholeVector(values: readonly (bigint | null)[]): Vector {
  return fromValues(values, new Int64());
}

/** vectorFromArray refuses empty input, which is a table without rows here. */
function fromValues(values: readonly unknown[], type: DataType): Vector {
  return values.length > 0 ? vectorFromArray(values, type) : makeVector(makeData({ type } as never));
}

/** Arrow keeps a decimal as a 128-bit two's complement integer, four little-endian words. */
function decimalVector({ scale, unscaled }: DecimalColumn): Vector {
  const words = new Uint32Array(unscaled.length * 4);
  const valid = new Uint8Array(Math.ceil(unscaled.length / 64) * 8);
  unscaled.forEach((value, index) => {
    if (value === null) return;
    valid[index >> 3] = (valid[index >> 3] ?? 0) | (1 << (index & 7));
    let bits = BigInt.asUintN(128, value);
    for (let word = 0; word < 4; word += 1, bits >>= 32n)
      words[index * 4 + word] = Number(bits & 0xffffffffn);
  });
  return makeVector(
    makeData({
      type: new Decimal(scale, PRECISION, 128),
      length: unscaled.length,
      nullCount: unscaled.filter((value) => value === null).length,
      nullBitmap: valid,
      data: words,
    }),
  );
}
