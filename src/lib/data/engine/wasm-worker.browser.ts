import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { DatasetTableName } from '../arrow/tables.ts';
import type { LocalTables } from '../local/tables.ts';
import { EngineError, LOCKED_SETTINGS } from './engine.ts';
import { fileExists } from './fetch-files.ts';
import type { Manifest } from './manifest.ts';
import { insert, replaceLocal } from './wasm-connection.browser.ts';

/** A database that answers, in its worker. */
export interface Running {
  worker: Worker;
  database: AsyncDuckDB;
  connection: AsyncDuckDBConnection;
  manifest: Manifest;
  /** Rejects when the worker ends; everything that waits for the worker races against it. */
  death: Promise<never>;
  die: (error: EngineError) => void;
}

const MEMORY_LIMIT = '1GB';

/** What the database is started with. */
export interface Cargo {
  manifest: Manifest;
  tables: { table: DatasetTableName; ipc: Uint8Array }[];
  local: () => LocalTables;
  patienceMs: number;
}

/** Starts the database in a worker and fills it; rejects with an EngineError. */
export async function startWorker(workerUrl: string, moduleUrl: string, cargo: Cargo): Promise<Running> {
  const worker = new Worker(workerUrl);
  let die: Running['die'] = () => undefined;
  const death = new Promise<never>((_, reject) => (die = reject));
  death.catch(() => undefined);
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    die(new EngineError('worker-died', event.message || `${workerUrl} did not start`));
  });
  // A worker that can't compile the module says nothing at all: only the clock tells.
  const patience = setTimeout(
    () => die(new EngineError('worker-died', `${workerUrl} did not start the database`)),
    cargo.patienceMs,
  );
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    return await Promise.race([prepare(), death]);
  } catch (cause) {
    worker.terminate();
    if (!(await fileExists(workerUrl))) {
      throw new EngineError('file-missing', `${workerUrl} could not be fetched`, { cause });
    }
    if (cause instanceof EngineError) throw cause;
    throw new EngineError('worker-died', cause instanceof Error ? cause.message : String(cause), { cause });
  } finally {
    clearTimeout(patience);
  }

  async function prepare(): Promise<Running> {
    await database.instantiate(moduleUrl);
    await database.open({ path: ':memory:' });
    const connection = await database.connect();
    await connection.query(`SET memory_limit = '${MEMORY_LIMIT}'`);
    for (const setting of LOCKED_SETTINGS) await connection.query(setting);
    for (const { table, ipc } of cargo.tables) await insert(connection, table, ipc);
    await replaceLocal(connection, cargo.local());
    return { worker, database, connection, manifest: cargo.manifest, death, die };
  }
}
