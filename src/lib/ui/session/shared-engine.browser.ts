import { base } from '$app/paths';
import type { WasmEngine } from '$lib/data/engine/wasm.browser';

type Progress = (loaded: number, total: number) => void;

let engine: Promise<WasmEngine> | undefined;
const listeners = new Set<Progress>();

/** The one engine of a visit; it starts when first asked something. */
export function openEngine(): Promise<WasmEngine> {
  engine ??= import('$lib/data/engine/wasm.browser').then(
    ({ WasmEngine }) =>
      new WasmEngine({
        dataUrl: `${base}/data`,
        engineUrl: `${base}/duckdb`,
        onProgress: (loaded, total) => {
          for (const listener of listeners) listener(loaded, total);
        },
      }),
  );
  engine.catch(() => (engine = undefined));
  return engine;
}

/** Hears the bytes fetched so far whenever the engine starts; returns what ends it. */
export function onEngineProgress(listener: Progress): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Lets go of an engine that doesn't answer; the next question starts another. */
export function abandonEngine(): void {
  void engine?.then((running) => running.close()).catch(() => undefined);
  engine = undefined;
}
