import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Table } from 'apache-arrow';
import { DATASET_TABLES } from '../arrow/tables.ts';
import type { DatasetTableName } from '../arrow/tables.ts';
import { EngineError, LOCKED_SETTINGS } from './engine.ts';
import type { Engine, Parameter, QueryOptions } from './engine.ts';
import { fetchManifest, fetchVerified, fileExists } from './fetch-files.ts';
import { REMOVE_LOCAL } from '../local/tables.ts';
import type { LocalTables } from '../local/tables.ts';
import type { Manifest } from './manifest.ts';
import { askReader } from './reader-session.browser.ts';
import { UnknownTypeError, unpackVectors } from './values.ts';
import type { ResultRow } from './values.ts';

export interface WasmEngineOptions {
  /** Where static/data and static/duckdb are served from, without a slash behind. */
  dataUrl: string;
  engineUrl: string;
  /** Bytes fetched so far of all that the start needs. */
  onProgress?: (loaded: number, total: number) => void;
  /** How long a query may take before the worker is given up for dead. */
  patienceMs?: number;
  /** How long the database may take to start once everything is fetched. */
  startPatienceMs?: number;
}

interface Running {
  worker: Worker;
  database: AsyncDuckDB;
  connection: AsyncDuckDBConnection;
  manifest: Manifest;
  /** Rejects when the worker ends; everything that waits for the worker races against it. */
  death: Promise<never>;
  die: (error: EngineError) => void;
}

const MEMORY_LIMIT = '1GB';
const PATIENCE_MS = 60_000;
/** How long a query may take to give itself up before its worker is ended. */
const CANCEL_PATIENCE_MS = 2_000;
/** What a WebAssembly instance says once it can't go on; DuckDB's own errors don't look like it. */
const FATAL = /RuntimeError|out of bounds|unreachable|Aborted|out of memory: wasm|null function/;

/**
 * DuckDB-Wasm in its worker, from our own origin. It starts once, when first asked: whoever asks meanwhile
 * waits for the same start. After a failed start or a dead worker, the next question starts it again, with
 * the data set and the tables that were put in since.
 */
export class WasmEngine implements Engine {
  readonly #options: WasmEngineOptions;
  readonly #added = new Map<DatasetTableName, Uint8Array>();
  #local: LocalTables = new Map();
  #starting: Promise<Running> | null = null;
  #closed = false;

  constructor(options: WasmEngineOptions) {
    this.#options = options;
  }

  /** Starts the engine, if it isn't running; resolves with the release that is loaded. */
  async start(): Promise<string> {
    return (await this.#running()).manifest.release;
  }

  async query(
    sql: string,
    parameters: readonly Parameter[] = [],
    options: QueryOptions = {},
  ): Promise<ResultRow[]> {
    const running = await this.#running();
    if (options.signal?.aborted) throw new EngineError('cancelled', sql);
    const stop = (): void => this.#end(running, new EngineError('cancelled', sql));
    options.signal?.addEventListener('abort', stop);
    const patience = setTimeout(
      () => this.#end(running, new EngineError('worker-died', 'no answer from the worker')),
      this.#options.patienceMs ?? PATIENCE_MS,
    );
    try {
      return unpack(await Promise.race([run(running.connection, sql, parameters), running.death]));
    } catch (cause) {
      throw this.#explained(running, cause);
    } finally {
      clearTimeout(patience);
      options.signal?.removeEventListener('abort', stop);
    }
  }

  async ask(sql: string, { signal }: QueryOptions = {}): Promise<ResultRow[]> {
    const running = await this.#running();
    if (signal?.aborted) throw new EngineError('cancelled', sql);
    const asking = askReader(running.database, sql);
    asking.result.catch(() => undefined);
    let lastResort: ReturnType<typeof setTimeout> | undefined;
    const stop = (): void => {
      asking.cancel();
      lastResort = setTimeout(
        () => this.#end(running, new EngineError('cancelled', sql)),
        CANCEL_PATIENCE_MS,
      );
    };
    signal?.addEventListener('abort', stop);
    try {
      return unpack(await Promise.race([asking.result, running.death]));
    } catch (cause) {
      const error = this.#explained(running, cause);
      throw signal?.aborted ? new EngineError('cancelled', sql, { cause: error }) : error;
    } finally {
      clearTimeout(lastResort);
      signal?.removeEventListener('abort', stop);
    }
  }

  async load(table: DatasetTableName, ipc: Uint8Array): Promise<void> {
    this.#added.set(table, ipc);
    const running = await this.#running();
    await Promise.race([insert(running.connection, table, ipc), running.death]);
  }

  /** Puts a reader's own rows beside the published ones, in place of those put there before; they survive a restart. */
  async extend(local: LocalTables): Promise<void> {
    const fresh = this.#starting === null;
    this.#local = local;
    const running = await this.#running();
    if (!fresh) await Promise.race([replaceLocal(running.connection, local), running.death]);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const starting = this.#starting;
    this.#starting = null;
    const running = await starting?.catch(() => null);
    if (running) this.#end(running, new EngineError('closed', 'the engine was closed'));
  }

  #running(): Promise<Running> {
    if (this.#closed) return Promise.reject(new EngineError('closed', 'the engine was closed'));
    if (!this.#starting) {
      const starting = startEngine(this.#options, this.#added, () => this.#local);
      this.#starting = starting;
      starting.then(
        (running) => running.death.catch(() => this.#forget(starting)),
        () => this.#forget(starting),
      );
    }
    return this.#starting;
  }

  #forget(starting: Promise<Running>): void {
    if (this.#starting === starting) this.#starting = null;
  }

  #end(running: Running, error: EngineError): void {
    running.die(error);
    running.worker.terminate();
  }

  #explained(running: Running, cause: unknown): Error {
    if (cause instanceof EngineError || cause instanceof UnknownTypeError) return cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    if (!FATAL.test(message)) return new EngineError('query-failed', message, { cause });
    const death = new EngineError('worker-died', message, { cause });
    this.#end(running, death);
    return death;
  }
}

async function startEngine(
  options: WasmEngineOptions,
  added: ReadonlyMap<DatasetTableName, Uint8Array>,
  local: () => LocalTables,
): Promise<Running> {
  refuseWithoutWasm();
  const manifest = await fetchManifest(options.dataUrl);
  const files = DATASET_TABLES.map((table) => [table, manifest.tables[table]] as const);
  const { wasm, worker } = manifest.engine;
  const total = files.reduce((sum, [, entry]) => sum + entry.bytes, wasm.bytes);
  let loaded = 0;
  const onBytes = (bytes: number): void => {
    loaded += bytes;
    options.onProgress?.(Math.min(loaded, total), total);
  };
  const [module, ...data] = await Promise.all([
    fetchVerified(options.engineUrl, wasm, onBytes),
    ...files.map(async ([table, entry]) => ({
      table,
      ipc: await fetchVerified(options.dataUrl, entry, onBytes),
    })),
  ]);
  const moduleUrl = URL.createObjectURL(new Blob([module], { type: 'application/wasm' }));
  try {
    return await startWorker(`${options.engineUrl}/${worker.path}`, moduleUrl, {
      manifest,
      tables: data.map(({ table, ipc }) => ({ table, ipc: added.get(table) ?? ipc })),
      local,
      patienceMs: options.startPatienceMs ?? PATIENCE_MS,
    });
  } finally {
    URL.revokeObjectURL(moduleUrl);
  }
}

/** The smallest module there is: compiling it tells whether the page's policy lets WebAssembly run. */
const EMPTY_MODULE = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

function refuseWithoutWasm(): void {
  if (typeof WebAssembly !== 'object')
    throw new EngineError('wasm-blocked', 'this browser has no WebAssembly');
  try {
    new WebAssembly.Module(EMPTY_MODULE);
  } catch (cause) {
    throw new EngineError('wasm-blocked', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

interface Cargo {
  manifest: Manifest;
  tables: { table: DatasetTableName; ipc: Uint8Array }[];
  local: () => LocalTables;
  patienceMs: number;
}

async function startWorker(workerUrl: string, moduleUrl: string, cargo: Cargo): Promise<Running> {
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

function unpack(result: Table): ResultRow[] {
  const fields = result.schema.fields;
  const vectors = fields.map((_, index) => result.getChildAt(index));
  return unpackVectors(fields, vectors, result.numRows);
}

async function run(
  connection: AsyncDuckDBConnection,
  sql: string,
  parameters: readonly Parameter[],
): Promise<Table> {
  if (parameters.length === 0) return (await connection.query(sql)) as unknown as Table;
  const statement = await connection.prepare(sql);
  try {
    return (await statement.query(...parameters)) as unknown as Table;
  } finally {
    await statement.close();
  }
}

async function insert(
  connection: AsyncDuckDBConnection,
  table: DatasetTableName,
  ipc: Uint8Array,
): Promise<void> {
  await connection.query(`DROP TABLE IF EXISTS ${table}`);
  // The bytes move into the worker: a copy goes, so that a restart has them again.
  await connection.insertArrowFromIPCStream(ipc.slice(), { name: table, create: true });
}

async function replaceLocal(connection: AsyncDuckDBConnection, local: LocalTables): Promise<void> {
  for (const statement of REMOVE_LOCAL) await connection.query(statement);
  for (const [table, ipc] of local)
    await connection.insertArrowFromIPCStream(ipc.slice(), { name: table, create: false });
}
