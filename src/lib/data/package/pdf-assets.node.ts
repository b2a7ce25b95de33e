import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Copies the character maps and standard fonts of the pinned pdf.js, so that documents dropped in a browser read as in Node. */
export function copyPdfAssets(folder: string): void {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const stamp = join(folder, 'version.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return;
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['cmaps', 'standard_fonts'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  writeFileSync(stamp, version);
}
