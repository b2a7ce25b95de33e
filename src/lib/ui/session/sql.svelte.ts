import { EngineError } from '$lib/data/engine/engine';
import {
  RefusedError,
  queryComplaint,
  runReaderQuery,
  type ReaderResult,
  type RefusalReason,
} from '$lib/data/engine/reader-query';
import { ensureLocalDocuments } from './local-engine.browser';
import { onEngineProgress, openEngine } from './shared-engine.browser';

export const ROW_LIMIT = 10_000;
export const SECONDS_LIMIT = 30;

export type SqlProblem =
  | { kind: RefusalReason; word: string }
  | { kind: 'read-only' | 'outside' | 'memory' | 'died' | 'parameter' | 'pivot' | 'cancelled' | 'timeout' }
  /** What the database says is wrong, and in which line. */
  | { kind: 'wrong'; text: string; line: number | null }
  | { kind: 'failed'; text: string };

export interface PastRun {
  sql: string;
  rows: number | null;
}

/** One query after the other, on the engine that the whole visit shares. */
export class SqlSession {
  phase = $state<'idle' | 'starting' | 'running' | 'done' | 'failed'>('idle');
  result = $state.raw<ReaderResult | null>(null);
  /** The query that the result answers. */
  asked = $state('');
  milliseconds = $state(0);
  problem = $state.raw<SqlProblem | null>(null);
  loaded = $state(0);
  total = $state(0);
  past = $state.raw<PastRun[]>([]);

  #stop: AbortController | null = null;
  /** Settles when the run before is out of the engine. */
  #before: Promise<unknown> = Promise.resolve();

  get busy(): boolean {
    return this.phase === 'starting' || this.phase === 'running';
  }

  async run(sql: string): Promise<void> {
    if (this.busy) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.phase = 'starting';
    this.problem = null;
    const work = this.#ask(sql, stop.signal);
    this.#before = work.catch(() => undefined);
    try {
      const result = await Promise.race([work, aborted(stop.signal)]);
      this.result = result;
      this.asked = sql;
      this.phase = 'done';
      this.#remember(sql, result.rows.length);
    } catch (error) {
      this.problem = problemOf(error, stop.signal);
      this.phase = 'failed';
      this.#remember(sql, null);
    } finally {
      this.#stop = null;
    }
  }

  cancel(): void {
    this.#stop?.abort('cancelled');
  }

  async #ask(sql: string, signal: AbortSignal): Promise<ReaderResult> {
    const before = this.#before;
    const quiet = onEngineProgress((loaded, total) => {
      this.loaded = loaded;
      this.total = total;
    });
    try {
      const engine = await openEngine();
      await before;
      await engine.start();
      await ensureLocalDocuments(engine);
      if (!signal.aborted) this.phase = 'running';
      const clock = setTimeout(() => this.#expire(signal), SECONDS_LIMIT * 1000);
      const started = performance.now();
      try {
        return await runReaderQuery(engine, sql, { rows: ROW_LIMIT, signal });
      } finally {
        clearTimeout(clock);
        if (!signal.aborted) this.milliseconds = performance.now() - started;
      }
    } finally {
      quiet();
    }
  }

  #expire(signal: AbortSignal): void {
    if (this.#stop?.signal === signal) this.#stop.abort('timeout');
  }

  #remember(sql: string, rows: number | null): void {
    this.past = [{ sql, rows }, ...this.past.filter((run) => run.sql !== sql)].slice(0, 30);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new EngineError('cancelled', ''));
    });
  });
}

/** What DuckDB says, and what it means to a reader. */
const MEANINGS: [RegExp, 'read-only' | 'outside' | 'memory' | 'parameter'][] = [
  [/launched in read-only mode/, 'read-only'],
  [/file system operations are disabled|Permission Error/, 'outside'],
  [/Out of Memory|bad_alloc|exceeds? .*memory|failed to allocate/i, 'memory'],
  [/Expected \d+ parameters|Values were not provided/, 'parameter'],
];

function problemOf(error: unknown, signal: AbortSignal): SqlProblem {
  if (signal.aborted) return { kind: signal.reason === 'timeout' ? 'timeout' : 'cancelled' };
  if (error instanceof RefusedError) return { kind: error.reason, word: error.word };
  if (!(error instanceof EngineError)) return { kind: 'failed', text: String(error) };
  if (error.code === 'worker-died') return { kind: 'died' };
  if (error.code !== 'query-failed') return { kind: 'failed', text: error.detail };
  const meaning = MEANINGS.find(([pattern]) => pattern.test(error.detail));
  if (meaning) return { kind: meaning[1] };
  // A PIVOT over values found in the data is two statements to DuckDB.
  if (/Cannot prepare multiple statements/.test(error.detail)) return { kind: 'pivot' };
  return { kind: 'wrong', ...queryComplaint(error) };
}
