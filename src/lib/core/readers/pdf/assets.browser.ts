import type { PdfAssets } from '../../model/index.ts';

/** Character maps and standard fonts from a folder of our own origin, such as `/pdfjs/`. */
export function browserPdfAssets(base: string): PdfAssets {
  return {
    read: async (path) => {
      const response = await fetch(`${base}${path}`);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
