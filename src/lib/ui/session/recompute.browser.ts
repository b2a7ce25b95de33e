import type { Engine } from '$lib/data/engine/engine';
import { METRICS } from '$lib/data/metrics/index';
import { runMetric } from '$lib/data/metrics/run';
import type { MetricId, MetricRow } from '$lib/data/metrics/types';

export interface RecomputeOptions {
  dataUrl: string;
  engineUrl: string;
  onProgress: (loaded: number, total: number) => void;
  /** The engine stands and the data is in it. */
  onReady: () => void;
}

interface Running extends Engine {
  start(): Promise<string>;
}

let engine: Promise<Running> | undefined;
let report: RecomputeOptions['onProgress'] = () => undefined;

/** One metric's answers from the facts, in the reader's own browser; one engine serves all pages of a visit. */
export async function recompute(
  metric: MetricId,
  options: RecomputeOptions,
): Promise<{ rows: MetricRow[]; milliseconds: number }> {
  report = options.onProgress;
  const running = await openEngine(options);
  await running.start();
  options.onReady();
  const started = performance.now();
  const rows = await runMetric(running, METRICS[metric]);
  return { rows, milliseconds: performance.now() - started };
}

/** Lets go of an engine that doesn't answer; the next question starts another. */
export function abandonEngine(): void {
  void engine?.then((running) => running.close()).catch(() => undefined);
  engine = undefined;
}

function openEngine({ dataUrl, engineUrl }: RecomputeOptions): Promise<Running> {
  engine ??= import('$lib/data/engine/wasm.browser').then(
    ({ WasmEngine }) =>
      new WasmEngine({
        dataUrl,
        engineUrl,
        onProgress: (loaded, total) => {
          report(loaded, total);
        },
      }),
  );
  engine.catch(() => (engine = undefined));
  return engine;
}
