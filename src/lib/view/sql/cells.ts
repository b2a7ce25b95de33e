import type { ResultColumn } from '../../data/engine/reader-query.ts';
import type { Value } from '../../data/engine/values.ts';
import { cellPath, documentPath } from '../proof/index.ts';

export type ColumnKind = 'integer' | 'number' | 'date' | 'truth' | 'text' | 'list';

const INTEGER = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;

/** What a column's values are, by DuckDB's name of its type. */
export function kindOf({ type }: ResultColumn): ColumnKind {
  if (INTEGER.test(type)) return 'integer';
  if (type.startsWith('DECIMAL(') || type === 'DOUBLE' || type === 'FLOAT') return 'number';
  if (type === 'DATE') return 'date';
  if (type === 'BOOLEAN') return 'truth';
  return type.endsWith('[]') ? 'list' : 'text';
}

export function isFigure(column: ResultColumn): boolean {
  return ['integer', 'number'].includes(kindOf(column));
}

/**
 * A value as it stands in a cell: decimals exact, grouped by three, no zeros beyond the second decimal; integers
 * below 10,000 as they are, so that years stay years. Null is the caller's to show.
 */
export function cellText(value: Value, column: ResultColumn): string {
  if (value === null) return '';
  if (Array.isArray(value))
    return `[${value.map((item) => (item === null ? 'NULL' : String(item))).join(', ')}]`;
  const text = String(value);
  if (!isFigure(column)) return text;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(text) ?? [];
  if (whole === '') return text;
  const grouped = whole.length > 4 || fraction ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${sign ? '−' : ''}${grouped}${fraction.replace(/^(\.\d{2}\d*?)0+$/, '$1')}`;
}

/** Ids that lead to a place of the document in their row, and what a reference to it begins with. */
const REFERENCES: Record<string, string> = {
  fact_id: '',
  claim_id: 'claim:',
  headcount_id: 'headcount:',
  indicator_id: 'indicator:',
  table_id: 'table:',
};

/** Where a cell leads, as a path without language prefix; null where it is no id of the data set. */
export function cellTarget(
  columns: readonly ResultColumn[],
  row: readonly Value[],
  index: number,
  known: { documents: ReadonlySet<string>; agencies: ReadonlySet<string> },
): string | null {
  const name = columns[index]?.name ?? '';
  const value = row[index];
  if (typeof value !== 'string' || value === '') return null;
  if (name === 'document_id') return known.documents.has(value) ? documentPath(value) : null;
  if (name === 'agency_id') return known.agencies.has(value) ? `/agencies/${value}` : null;
  const prefix = REFERENCES[name];
  if (prefix === undefined) return null;
  const document = row[columns.findIndex((column) => column.name === 'document_id')];
  if (typeof document !== 'string' || !known.documents.has(document)) return null;
  return cellPath(document, `${prefix}${value}`);
}
