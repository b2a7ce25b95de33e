import type { DatasetTableName } from '../arrow/tables.ts';
import type { ResultRow } from './values.ts';

export type Parameter = string | number | boolean | null;

export interface QueryOptions {
  /** Gives the query up; the engine is ready for the next one. */
  signal?: AbortSignal;
}

/** A database with the tables of the data set in it: DuckDB-Wasm in the browser, native DuckDB in Node. */
export interface Engine {
  /** Runs one query; `?` stands for a parameter. Rejects with an EngineError. */
  query(sql: string, parameters?: readonly Parameter[], options?: QueryOptions): Promise<ResultRow[]>;
  /**
   * Runs one statement of a reader's: refused where it is more than one, and in a read-only transaction, so that
   * nothing of the data set can change. Rejects with an EngineError.
   */
  ask(sql: string, options?: QueryOptions): Promise<ResultRow[]>;
  /** Puts a table in place of the one of that name; `ipc` is what `encodeRows` writes. */
  load(table: DatasetTableName, ipc: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export type EngineErrorCode =
  /** WebAssembly is missing or forbidden. */
  | 'wasm-blocked'
  /** The worker did not start, or ended. */
  | 'worker-died'
  /** A file could not be fetched. */
  | 'file-missing'
  /** A file is not the one that the manifest names. */
  | 'hash-mismatch'
  /** The database refused the query. */
  | 'query-failed'
  | 'cancelled'
  | 'closed';

/** Why the engine can't answer: a code to act on, and what happened, for a person. */
export class EngineError extends Error {
  override name = 'EngineError';
  readonly code: EngineErrorCode;
  /** The file, the query or the worker's own words. */
  readonly detail: string;
  constructor(code: EngineErrorCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
  }
}

/** Applied before anything of a reader's runs: nothing is fetched, nothing on disk is touched, nothing is changed back. */
export const LOCKED_SETTINGS = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
] as const;

/** Opens the transaction that a reader's statement runs in; it is rolled back, whatever became of it. */
export const BEGIN_READ_ONLY = 'BEGIN TRANSACTION READ ONLY';
