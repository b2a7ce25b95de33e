import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Blocking from '@duckdb/duckdb-wasm/blocking';
import type { Table } from 'apache-arrow';
import { BEGIN_READ_ONLY, EngineError, LOCKED_SETTINGS } from './engine.ts';
import type { Engine, Parameter } from './engine.ts';
import { UnknownTypeError, unpackVectors } from './values.ts';
import type { ResultRow } from './values.ts';

/** DuckDB-Wasm, the same `eh` bundle as in the browser, run in Node: for holding the two engines together. */
export async function openWasmEngineInNode(): Promise<Engine> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const duckdb = require(entry) as typeof Blocking;
  const bundle = (name: string): { mainModule: string; mainWorker: string } => ({
    mainModule: join(dirname(entry), `duckdb-${name}.wasm`),
    mainWorker: '',
  });
  const database = await duckdb.createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await database.instantiate(() => undefined);
  database.open({ path: ':memory:' });
  const connection = database.connect();
  for (const setting of LOCKED_SETTINGS) connection.query(setting);
  const run = (sql: string, parameters: readonly Parameter[]): Table => {
    if (parameters.length === 0) return connection.query(sql);
    const statement = connection.prepare(sql);
    try {
      return statement.query(...parameters);
    } finally {
      statement.close();
    }
  };
  const attempt = (ask: () => Table): Promise<ResultRow[]> => {
    try {
      const result = ask();
      const fields = result.schema.fields;
      const vectors = fields.map((_, index) => result.getChildAt(index));
      return Promise.resolve(unpackVectors(fields, vectors, result.numRows));
    } catch (cause) {
      if (cause instanceof UnknownTypeError) return Promise.reject(cause);
      const message = cause instanceof Error ? cause.message : String(cause);
      return Promise.reject(new EngineError('query-failed', message, { cause }));
    }
  };
  return {
    query: (sql, parameters = []) => attempt(() => run(sql, parameters)),
    ask: (sql) =>
      attempt(() => {
        connection.query(BEGIN_READ_ONLY);
        try {
          const statement = connection.prepare(sql);
          try {
            return statement.query();
          } finally {
            statement.close();
          }
        } finally {
          connection.query('ROLLBACK');
        }
      }),
    load(table, ipc) {
      connection.query(`DROP TABLE IF EXISTS ${table}`);
      connection.insertArrowFromIPCStream(ipc, { name: table, create: true });
      return Promise.resolve();
    },
    close() {
      connection.close();
      return Promise.resolve();
    },
  };
}
