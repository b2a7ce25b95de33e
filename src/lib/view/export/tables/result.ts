import type { Value } from '../../../data/engine/values.ts';
import type { ExportCell, ExportColumn, ExportFilter, ExportSource, ExportTable } from '../types.ts';
import { framed } from './context.ts';
import type { ExportContext } from './context.ts';

export interface ResultColumn {
  name: string;
  /** `number` for decimals and floats, `integer` for whole numbers, `text` for the rest. */
  type: ExportColumn['type'];
}

export interface QueryResult {
  title: string;
  sql: string;
  columns: readonly ResultColumn[];
  rows: readonly (readonly Value[])[];
  /** Further things that chose the rows: a limit that cut them. */
  filters?: readonly ExportFilter[];
  sources?: readonly ExportSource[];
}

/** The answer to a reader's own query; the query stands in the head as what chose it. */
export function resultTable(result: QueryResult, context: ExportContext): ExportTable {
  const names = uniqueNames(result.columns.map(({ name }) => name));
  return {
    ...framed(context),
    id: 'query',
    title: result.title,
    unit: '',
    basis: '',
    filters: [{ name: 'SQL', value: result.sql }, ...(result.filters ?? [])],
    notes: [],
    columns: result.columns.map(({ name, type }, index) => ({ id: names[index] ?? name, label: name, type })),
    rows: result.rows.map((row) =>
      result.columns.map(({ type }, index) => resultCell(row[index] ?? null, type)),
    ),
    sources: [...(result.sources ?? [])],
  };
}

function resultCell(value: Value, type: ExportColumn['type']): ExportCell {
  if (value === null) return { value: null };
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { value: null, absent: String(value) };
    return { value: type === 'text' ? String(value) : plain(value) };
  }
  return { value: Array.isArray(value) ? value.map(String).join(' ') : String(value) };
}

/** Without an exponent: 1e21 is 1000000000000000000000. */
function plain(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '');
}

/** A query may name two columns alike; files may not. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  });
}
