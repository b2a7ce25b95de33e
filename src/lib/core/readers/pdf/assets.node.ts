import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PdfAssets } from '../../model/index.ts';

/** Character maps and standard fonts out of the installed pdfjs-dist. */
export function nodePdfAssets(): PdfAssets {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return {
    read: async (path) => {
      if (!/^(cmaps|standard_fonts)\/[\w.-]+$/.test(path)) throw new Error(`not an asset of pdf.js: ${path}`);
      return new Uint8Array(await readFile(join(root, path)));
    },
  };
}
