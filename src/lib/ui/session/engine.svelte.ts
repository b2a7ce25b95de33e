import type { EngineErrorCode } from '$lib/data/engine/engine';
import type { MetricId, MetricRow } from '$lib/data/metrics/types';
import { differingRows, type RowDifference } from './agreement';
import { recompute } from './recompute.browser';
import { abandonEngine } from './shared-engine.browser';

export type EnginePhase = 'idle' | 'starting' | 'computing' | 'agrees' | 'differs' | 'failed';

/** How long the engine may be silent before it is given up: a start on a slow machine takes half of that. */
const SILENCE_MS = 45_000;

/**
 * Recomputes published answers from the facts on this machine, with the SQL that made them at release. The page
 * never waits for it: what was published stays on screen whatever happens here.
 */
export class EngineSession {
  phase = $state<EnginePhase>('idle');
  /** Bytes fetched of all that the start needs. */
  loaded = $state(0);
  total = $state(0);
  rows = $state(0);
  milliseconds = $state(0);
  differences = $state.raw<RowDifference[]>([]);
  problem = $state<EngineErrorCode>('worker-died');
  /** What the engine itself said of the problem. */
  detail = $state('');

  #asked = 0;
  /** When the engine last gave a sign of life. */
  #heard = 0;

  /** Starts the engine if need be and recomputes one metric; calling again retries. */
  async check(metric: MetricId, published: readonly MetricRow[]): Promise<void> {
    const asked = ++this.#asked;
    const current = (): boolean => asked === this.#asked;
    this.phase = 'starting';
    this.loaded = 0;
    const watch = setInterval(() => {
      if (!current() || Date.now() - this.#heard < SILENCE_MS) return;
      this.#asked += 1;
      clearInterval(watch);
      abandonEngine();
      this.#fail('worker-died', 'no progress');
    }, 1000);
    this.#heard = Date.now();
    try {
      const { rows, milliseconds } = await recompute(metric, {
        onProgress: (loaded, total) => {
          if (!current()) return;
          this.#heard = Date.now();
          this.loaded = loaded;
          this.total = total;
        },
        onReady: () => {
          if (!current()) return;
          this.#heard = Date.now();
          this.phase = 'computing';
        },
      });
      if (!current()) return;
      this.rows = rows.length;
      this.milliseconds = milliseconds;
      this.differences = differingRows(published, rows);
      this.phase = this.differences.length === 0 ? 'agrees' : 'differs';
    } catch (error) {
      if (current()) this.#fail(problemOf(error), error instanceof Error ? error.message : String(error));
    } finally {
      clearInterval(watch);
    }
  }

  #fail(problem: EngineErrorCode, detail: string): void {
    this.problem = problem;
    this.detail = detail;
    this.phase = 'failed';
  }
}

const CODES: readonly string[] = [
  'wasm-blocked',
  'worker-died',
  'file-missing',
  'hash-mismatch',
  'query-failed',
  'cancelled',
  'closed',
] satisfies EngineErrorCode[];

function problemOf(error: unknown): EngineErrorCode {
  if (error instanceof Error && 'code' in error && CODES.includes(String(error.code))) {
    return String(error.code) as EngineErrorCode;
  }
  return error instanceof TypeError ? 'file-missing' : 'worker-died';
}
