import { DATASET_TABLES, TABLES } from '../../src/lib/data/arrow/index.ts';
import type { Column, DatasetRows, DatasetTableName, Row } from '../../src/lib/data/arrow/index.ts';

/** A data set with nothing but the rows given; every other column of theirs is null. */
export function datasetOf(rows: Partial<Record<DatasetTableName, Row[]>>): DatasetRows {
  return Object.fromEntries(
    DATASET_TABLES.map((table) => [
      table,
      (rows[table] ?? []).map((row) => fill(TABLES[table].columns, row)),
    ]),
  ) as DatasetRows;
}

function fill(columns: readonly Column[], row: Row): Row {
  const known = new Set(columns.map((column) => column.name));
  const unknown = Object.keys(row).filter((name) => !known.has(name));
  if (unknown.length) throw new Error(`no such column: ${unknown.join(', ')}`);
  return Object.fromEntries(columns.map((column) => [column.name, row[column.name] ?? null]));
}
