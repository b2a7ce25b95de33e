import type { DatasetTableName } from '../arrow/tables.ts';
import type { LocalTables } from '../local/tables.ts';
import { EngineError } from './engine.ts';
import type { Engine, Parameter, QueryOptions } from './engine.ts';
import { askReader } from './reader-session.browser.ts';
import { UnknownTypeError } from './values.ts';
import type { ResultRow } from './values.ts';
import { insert, replaceLocal, run, unpack } from './wasm-connection.browser.ts';
import { startEngine } from './wasm-start.browser.ts';
import type { WasmEngineOptions } from './wasm-start.browser.ts';
import type { Running } from './wasm-worker.browser.ts';

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
