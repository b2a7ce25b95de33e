import { isLocalId } from '$lib/data/local/id';
import { METRICS } from '$lib/data/metrics/index';
import { runMetric } from '$lib/data/metrics/run';
import type { MetricId, MetricRow } from '$lib/data/metrics/types';
import { onEngineProgress, openEngine } from './shared-engine.browser';

export interface RecomputeOptions {
  onProgress: (loaded: number, total: number) => void;
  /** The engine stands and the data is in it. */
  onReady: () => void;
}

/** One metric's answers from the published facts, in the reader's own browser. */
export async function recompute(
  metric: MetricId,
  { onProgress, onReady }: RecomputeOptions,
): Promise<{ rows: MetricRow[]; milliseconds: number }> {
  const stop = onEngineProgress(onProgress);
  try {
    const engine = await openEngine();
    await engine.start();
    onReady();
    const started = performance.now();
    const rows = (await runMetric(engine, METRICS[metric])).filter((row) => !isLocalId(row.document_id));
    return { rows, milliseconds: performance.now() - started };
  } finally {
    stop();
  }
}
