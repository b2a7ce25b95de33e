import { z } from 'zod';
import { DATASET_TABLES } from '../arrow/tables.ts';

/** Version of the database files that the code is written for. */
export const ENGINE_VERSION = '1.32.0';
export const MANIFEST_NAME = 'manifest.json';

const fileSchema = z.object({
  /** Relative to the folder that the manifest (tables) or the engine (wasm, worker) is served from. */
  path: z.string().regex(/^[\w.-]+(\/[\w.-]+)*$/),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** static/data/manifest.json: the files of the release, with their sums. */
export const manifestSchema = z.object({
  schema: z.literal('mingzhang.manifest/1'),
  release: z.string().regex(/^[0-9a-f]{12}$/),
  tables: z.record(z.enum(DATASET_TABLES), fileSchema.extend({ rows: z.int().nonnegative() })),
  engine: z.object({ version: z.string(), wasm: fileSchema, worker: fileSchema }),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type FileEntry = z.infer<typeof fileSchema>;
