import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Row } from '../arrow/column.ts';
import { encodeRows } from '../arrow/encode.ts';
import type { DatasetRows } from '../arrow/records.ts';
import { DATASET_TABLES, TABLES } from '../arrow/tables.ts';
import { ENGINE_VERSION, MANIFEST_NAME, manifestSchema } from '../engine/manifest.ts';
import type { FileEntry, Manifest } from '../engine/manifest.ts';

const RELEASE_ID_LENGTH = 12;

/** Names the state of the data: the same rows give the same id on every machine. */
export function releaseOf(rows: DatasetRows): string {
  const hash = createHash('sha256');
  for (const table of DATASET_TABLES) {
    hash.update(`${table}\n`);
    const { columns } = TABLES[table];
    rows[table].forEach((row: Row) =>
      hash.update(`${JSON.stringify(columns.map((column) => row[column.name] ?? null))}\n`),
    );
  }
  return hash.digest('hex').slice(0, RELEASE_ID_LENGTH);
}

/** Writes the Arrow files of the release and the manifest that names them; earlier releases' files are removed. */
export function writeRelease(rows: DatasetRows, dataFolder: string, engine: Manifest['engine']): Manifest {
  const release = releaseOf(rows);
  rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(join(dataFolder, release), { recursive: true });
  const tables = Object.fromEntries(
    DATASET_TABLES.map((table) => {
      const bytes = encodeRows(TABLES[table].columns, rows[table]);
      const path = `${release}/${table}.arrow`;
      writeFileSync(join(dataFolder, path), bytes);
      return [table, { path, ...entryOf(bytes), rows: rows[table].length }];
    }),
  );
  const manifest = manifestSchema.parse({ schema: 'mingzhang.manifest/1', release, tables, engine });
  writeFileSync(join(dataFolder, MANIFEST_NAME), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Copies the database's `eh` bundle out of the pinned package, so that it comes from our own origin. */
export function copyEngine(engineFolder: string): Manifest['engine'] {
  const entry = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  const version = packageVersion(dirname(entry));
  if (version !== ENGINE_VERSION)
    throw new Error(`duckdb-wasm is ${version}, the code expects ${ENGINE_VERSION}`);
  const copy = (name: string): FileEntry => {
    const target = join(engineFolder, version, name);
    const source = join(dirname(entry), name);
    if (!existsSync(target) || statSync(target).size !== statSync(source).size) {
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(source, target);
    }
    return { path: `${version}/${name}`, ...entryOf(readFileSync(target)) };
  };
  return { version, wasm: copy('duckdb-eh.wasm'), worker: copy('duckdb-browser-eh.worker.js') };
}

function entryOf(bytes: Uint8Array): { bytes: number; sha256: string } {
  return { bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function packageVersion(dist: string): string {
  return (JSON.parse(readFileSync(join(dist, '..', 'package.json'), 'utf8')) as { version: string }).version;
}
