import { Field, Int64, Schema, Table, Utf8, tableToIPC } from 'apache-arrow';
import type { DataType, Vector } from 'apache-arrow';
import { decimalVector, plainVector } from '../../data/arrow/index.ts';
import { PRECISION, decimalColumn } from './decimals.ts';
import { tableMetadata } from './metadata.ts';
import type { ExportColumn, ExportTable } from './types.ts';
import { isWhole } from './whole.ts';

/** An Arrow file: numbers as DECIMAL(38, s), whole ones as INT64, the rest as text; labels and units in the fields' metadata. */
export function writeArrow(table: ExportTable): Uint8Array {
  const vectors = table.columns.map((column, index) => columnVector(table, column, index));
  const fields = table.columns.map((column, index) => {
    const type = (vectors[index]?.type as DataType | undefined) ?? new Utf8();
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
  return decimals
    ? decimalVector(decimals.unscaled, { precision: PRECISION, scale: decimals.scale })
    : textVector(values);
}

function textVector(values: readonly (string | null)[]): Vector {
  return plainVector(new Utf8(), values);
}

function wholeVector(values: readonly (bigint | null)[]): Vector {
  return plainVector(new Int64(), values);
}
