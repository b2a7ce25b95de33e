import { parquetWriteBuffer } from 'hyparquet-writer';
import { PRECISION, decimalColumn } from './decimals.ts';
import { tableMetadata } from './metadata.ts';
import type { ExportColumn, ExportTable } from './types.ts';
import { isWhole } from './whole.ts';

/** Bytes of a two's complement integer that holds 38 digits. */
const DECIMAL_BYTES = 16;

type WriteOptions = Parameters<typeof parquetWriteBuffer>[0];
type SchemaElement = NonNullable<WriteOptions['schema']>[number];

/** A Parquet file: numbers as DECIMAL(38, s), whole ones as INT64, the rest as text; the head in the key-value metadata. */
export function writeParquet(table: ExportTable): Uint8Array {
  const columns = table.columns.map((column, index) => parquetColumn(table, column, index));
  const buffer = parquetWriteBuffer({
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(({ element }) => element)],
    columnData: columns.map(({ element, data }) => ({ name: element.name, data })),
    kvMetadata: tableMetadata(table).map(([key, value]) => ({ key, value })),
    createdBy: 'mingzhang',
  });
  return new Uint8Array(buffer);
}

function parquetColumn(
  table: ExportTable,
  { id, type }: ExportColumn,
  index: number,
): { element: SchemaElement; data: unknown[] } {
  const optional = { name: id, repetition_type: 'OPTIONAL' } as const;
  const values = table.rows.map((cells) => cells[index]?.value ?? null);
  if (type === 'integer' && values.every(isWhole)) {
    return {
      element: { ...optional, type: 'INT64' },
      data: values.map((value) => (value === null ? null : BigInt(value))),
    };
  }
  const decimals = type === 'text' ? null : decimalColumn(table, index);
  if (!decimals)
    return { element: { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' }, data: values };
  return {
    element: {
      ...optional,
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: DECIMAL_BYTES,
      converted_type: 'DECIMAL',
      precision: PRECISION,
      scale: decimals.scale,
    },
    data: decimals.unscaled,
  };
}
