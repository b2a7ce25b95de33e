import type { Refusal } from '../core/model/index.ts';
import type { Overrides } from '../core/overrides/index.ts';
import type { ReviewTable } from '../core/review.ts';
import type { LocalDocument } from '../data/local/document.ts';

/**
 * What the page asks of the worker: read the files of one disclosure (or a data package), understand again what was read,
 * make a data package of documents.
 */
export type ExtractRequest =
  | { type: 'read'; files: File[]; overrides: Overrides; pdfAssetsUrl: string }
  | { type: 'understand'; overrides: Overrides }
  | { type: 'pack'; documents: LocalDocument[] };

export type ExtractReply = ExtractProgress | { type: 'answer'; answer: Extracted };

export interface ExtractProgress {
  type: 'progress';
  stage: 'reading' | 'understanding';
  /** Place of the file among those of the disclosure, from 0. */
  file: number;
  /** Pages (or other parts) read; `total` is null where it isn't known. */
  done: number;
  total: number | null;
}

export type Extracted =
  | {
      ok: true;
      kind: 'document';
      document: LocalDocument;
      tables: ReviewTable[];
      milliseconds: number;
    }
  | { ok: true; kind: 'package'; documents: LocalDocument[] }
  | { ok: true; kind: 'packed'; bytes: Uint8Array<ArrayBuffer> }
  | { ok: false; refusal: Refusal };
