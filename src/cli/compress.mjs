// After the build: a Brotli and a gzip twin beside every file that shrinks, for hosts that serve them.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { copyFile, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ROOT } from './setup.mjs';

const KINDS = /\.(html|js|mjs|css|json|svg|txt|wasm|arrow|bcmap)$/;
const SMALLEST = 1024;
/** From here on the last level takes ten times as long and saves a twentieth. */
const LONG = 200_000;
/** From here on a twin is worth keeping between builds. */
const LARGE = 4_000_000;
const CACHE = join(ROOT, 'node_modules', '.cache', 'mingzhang-brotli');
const AT_ONCE = 4;

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

async function brotli(bytes) {
  return packBrotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length > LONG ? 9 : 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** Large files hardly ever change and take seconds: their twins are kept by content. */
async function writeBrotli(path, bytes) {
  if (bytes.length <= LARGE) return writeFile(`${path}.br`, await brotli(bytes));
  const kept = join(CACHE, createHash('sha256').update(bytes).digest('hex'));
  if (!existsSync(kept)) {
    mkdirSync(CACHE, { recursive: true });
    await writeFile(kept, await brotli(bytes));
  }
  return copyFile(kept, `${path}.br`);
}

async function compress(path) {
  const bytes = await readFile(path);
  await writeBrotli(path, bytes);
  if (bytes.length <= LARGE) await writeFile(`${path}.gz`, await packGzip(bytes, { level: 9 }));
}

const build = join(ROOT, 'build');
const files = [];
for (const name of await readdir(build, { recursive: true })) {
  if (!KINDS.test(name)) continue;
  const path = join(build, name);
  const { size } = await stat(path);
  if (size >= SMALLEST) files.push(path);
}
const queue = files.values();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const path of queue) await compress(path);
  }),
);
