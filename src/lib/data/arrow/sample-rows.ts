import type { Column } from './column.ts';
import { TABLES } from './tables.ts';
import type { DatasetTableName, RowOf } from './tables.ts';

/** A row of tests: the cells that matter, every other one empty. Throws where the table has no such column. */
export function sampleRow<N extends DatasetTableName>(table: N, cells: Partial<RowOf<N>>): RowOf<N> {
  const columns: readonly Column[] = TABLES[table].columns;
  const empty = columns.map(({ name, type }) => [name, type.endsWith('-list') ? [] : null] as const);
  const unknown = Object.keys(cells).filter((name) => !columns.some((column) => column.name === name));
  if (unknown.length) throw new Error(`${table} has no such column: ${unknown.join(', ')}`);
  return { ...Object.fromEntries(empty), ...cells } as RowOf<N>;
}
