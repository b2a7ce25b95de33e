import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Table } from 'apache-arrow';
import type { DatasetTableName } from '../arrow/tables.ts';
import { REMOVE_LOCAL } from '../local/tables.ts';
import type { LocalTables } from '../local/tables.ts';
import type { Parameter } from './engine.ts';
import { unpackVectors } from './values.ts';
import type { ResultRow } from './values.ts';

/** A result as plain records. */
export function unpack(result: Table): ResultRow[] {
  const fields = result.schema.fields;
  const vectors = fields.map((_, index) => result.getChildAt(index));
  return unpackVectors(fields, vectors, result.numRows);
}

/** Runs one query; `?` stands for a parameter. */
export async function run(
  connection: AsyncDuckDBConnection,
  sql: string,
  parameters: readonly Parameter[],
): Promise<Table> {
  if (parameters.length === 0) return await connection.query(sql);
  const statement = await connection.prepare(sql);
  try {
    return await statement.query(...parameters);
  } finally {
    await statement.close();
  }
}

/** Puts a table in place of the one of that name. */
export async function insert(
  connection: AsyncDuckDBConnection,
  table: DatasetTableName,
  ipc: Uint8Array,
): Promise<void> {
  await connection.query(`DROP TABLE IF EXISTS ${table}`);
  // The bytes move into the worker: a copy goes, so that a restart has them again.
  await connection.insertArrowFromIPCStream(ipc.slice(), { name: table, create: true });
}

/** Puts a reader's own rows in place of those put there before. */
export async function replaceLocal(connection: AsyncDuckDBConnection, local: LocalTables): Promise<void> {
  for (const statement of REMOVE_LOCAL) await connection.query(statement);
  for (const [table, ipc] of local)
    await connection.insertArrowFromIPCStream(ipc.slice(), { name: table, create: false });
}
