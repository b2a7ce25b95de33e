import { DATASET_TABLES } from '../arrow/tables.ts';
import type { DatasetTableName } from '../arrow/tables.ts';
import type { LocalTables } from '../local/tables.ts';
import { EngineError } from './engine.ts';
import { fetchManifest, fetchVerified } from './fetch-files.ts';
import { startWorker } from './wasm-worker.browser.ts';
import type { Running } from './wasm-worker.browser.ts';

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

const START_PATIENCE_MS = 60_000;

/**
 * Fetches the database and the tables of the release, each checked against the manifest's sum, and starts the database
 * with them; tables that were put in since stand in place of the release's.
 */
export async function startEngine(
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
      patienceMs: options.startPatienceMs ?? START_PATIENCE_MS,
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
