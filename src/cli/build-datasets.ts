import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPackage } from '../lib/data/package/read.node.ts';
import { copyEngine, writeRelease } from '../lib/data/package/release.node.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const rows = readPackage(join(ROOT, 'datasets'));
const manifest = writeRelease(rows, join(ROOT, 'static/data'), copyEngine(join(ROOT, 'static/duckdb')));
process.stderr.write(
  `release ${manifest.release}: ${rows.documents.length} documents, ${rows.facts.length} facts\n`,
);
