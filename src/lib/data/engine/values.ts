import { Type } from 'apache-arrow';
import type { DataType, Decimal as DecimalType, Field, Vector } from 'apache-arrow';
import { Decimal } from '../../core/money/index.ts';

/**
 * A value of a result, the same from both engines: decimals (and HUGEINT, which SUM of integers gives) are exact
 * strings, other integers are numbers where that is exact, dates are ISO.
 */
export type Value = string | number | boolean | null | Value[];
export type ResultRow = Record<string, Value>;

/** A result type that can't be read exactly; the query has to cast it. */
export class UnknownTypeError extends Error {
  override name = 'UnknownTypeError';
  constructor(column: string, type: string) {
    super(`column ${column} has the type ${type}, which can't be read exactly: cast it in the query`);
  }
}

type Reader = (value: unknown) => Value;

/** Arrow columns as plain records, by the fields' types. */
export function unpackVectors(
  fields: readonly Field[],
  vectors: readonly (Vector | null)[],
  length: number,
): ResultRow[] {
  const readers = fields.map((field) => arrowReader(field.type as DataType, field.name));
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(fields.map((field, i) => [field.name, readers[i]?.(vectors[i]?.get(row)) ?? null])),
  );
}

/** Rows of the native engine as plain records; `types` are DuckDB's type names, in column order. */
export function unpackNative(
  names: readonly string[],
  types: readonly string[],
  rows: readonly (readonly unknown[])[],
): ResultRow[] {
  const readers = names.map((name, i) => nativeReader(types[i] ?? '', name));
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, readers[i]?.(row[i]) ?? null])));
}

function arrowReader(type: DataType, column: string): Reader {
  switch (type.typeId) {
    case Type.Null:
      return () => null;
    case Type.Utf8:
    case Type.LargeUtf8:
      return orNull(String);
    case Type.Dictionary:
      return arrowReader(innerType(type), column);
    case Type.Bool:
      return orNull(Boolean);
    case Type.Int:
      return orNull((value) => integerValue(BigInt(value as number | bigint)));
    case Type.Float:
      return orNull(Number);
    case Type.Decimal:
      return orNull((value) =>
        scaledDecimal(wordsToInteger(value as Uint32Array), (type as DecimalType).scale),
      );
    case Type.Date:
      return orNull((value) => isoDate(Number(value)));
    case Type.List: {
      const item = arrowReader(innerType(type), column);
      return orNull((value) => Array.from(value as Vector, item));
    }
    default:
      throw new UnknownTypeError(column, String(type));
  }
}

const DAY_MS = 86_400_000;
const NATIVE_INTEGER = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT)$/;
const EXACT_TYPES = new Set(['VARCHAR', 'HUGEINT', 'BOOLEAN', 'FLOAT', 'DOUBLE', 'DATE', '"NULL"']);

function nativeReader(type: string, column: string): Reader {
  if (type.endsWith('[]')) {
    const item = nativeReader(type.slice(0, -2), column);
    return orNull((value) => (value as { items: unknown[] }).items.map(item));
  }
  if (NATIVE_INTEGER.test(type)) return orNull((value) => integerValue(BigInt(value as number | bigint)));
  if (type.startsWith('DECIMAL(')) {
    return orNull((value) => {
      const { value: unscaled, scale } = value as { value: bigint; scale: number };
      return scaledDecimal(unscaled, scale);
    });
  }
  switch (type) {
    case 'VARCHAR':
    case 'HUGEINT':
      return orNull(String);
    case 'BOOLEAN':
      return orNull(Boolean);
    case 'FLOAT':
    case 'DOUBLE':
      return orNull(Number);
    case 'DATE':
      return orNull((value) => isoDate((value as { days: number }).days * DAY_MS));
    case '"NULL"':
    case 'SQLNULL':
      return () => null;
    default:
      throw new UnknownTypeError(column, type);
  }
}

/** Whether both engines read results of this type (DuckDB's name for it) exactly; others have to be cast. */
export function readsExactly(type: string): boolean {
  const item = type.replace(/(\[\])+$/, '');
  return NATIVE_INTEGER.test(item) || item.startsWith('DECIMAL(') || EXACT_TYPES.has(item);
}

function orNull(read: Reader): Reader {
  return (value) => (value === null || value === undefined ? null : read(value));
}

function innerType(type: DataType): DataType {
  const { children, dictionary } = type as unknown as { children?: Field[]; dictionary?: DataType };
  const inner = dictionary ?? (children?.[0]?.type as DataType | undefined);
  if (!inner) throw new UnknownTypeError('', String(type));
  return inner;
}

function integerValue(value: bigint): number | string {
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

/** An unscaled integer at its scale: 123456 at 2 is "1234.56". */
function scaledDecimal(unscaled: bigint, scale: number): string {
  return new Decimal(unscaled.toString()).div(new Decimal(10).pow(scale)).toFixed(scale);
}

/** Arrow keeps a decimal in little-endian 32-bit words, two's complement. */
function wordsToInteger(words: Uint32Array): bigint {
  let bits = 0n;
  for (let word = words.length - 1; word >= 0; word -= 1) bits = (bits << 32n) | BigInt(words[word] ?? 0);
  return BigInt.asIntN(words.length * 32, bits);
}

function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
