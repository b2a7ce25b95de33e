import type { Issue, SourceFormat } from './extract.ts';

/**
 * The neutral document model: what every reader (text, html, docx, xlsx, pdf) produces and everything
 * after it consumes. Blocks stand in reading order. Text is kept as printed; normalising is the consumer's.
 */
export interface SourceDocument {
  format: SourceFormat;
  blocks: SourceBlock[];
  /** Pages, where the format has them. */
  pageCount: number | null;
  issues: Issue[];
}

export type SourceBlock = SourceParagraph | SourceTable;

export interface SourceParagraph {
  kind: 'paragraph';
  text: string;
  /** Locator (docs/data.md): text `L12`, pdf `p3@x0,y0,x1,y1`, docx/html `§4`. */
  locator: string;
  page: number | null;
  /** Heading depth where the format marks one (1 is the top). */
  heading: number | null;
}

export interface SourceTable {
  kind: 'table';
  rows: SourceRow[];
  /**
   * How far column positions can be trusted. `exact`: ruling lines or markup gave columns and spans.
   * `aligned`: inferred from positions on the page. `ragged`: text cells; cells of a row may be lost or slid.
   */
  geometry: 'exact' | 'aligned' | 'ragged';
  columnCount: number;
  /** Rows, columns or results of it are hidden or not stored: its sums can't be held against what is left. */
  incomplete?: boolean;
}

export interface SourceRow {
  cells: SourceCell[];
  page: number | null;
}

/** A cell stands at its own top-left grid position; positions that a span covers have no cell. */
export interface SourceCell {
  text: string;
  /** Locator (docs/data.md): text `L12#3`, pdf `p3@x0,y0,x1,y1`, xlsx `Sheet!B4`, docx/html `t2r3c4`. */
  locator: string;
  /** Grid column, from 0. */
  column: number;
  colSpan: number;
  rowSpan: number;
}

/** What a reader answers: a document, or the plain reason why there is none. */
export type ReadResult = { ok: true; document: SourceDocument } | { ok: false; refusal: Refusal };

/** Why a file can't be read; `text` says what happened, where, and what to do, for a person. */
export interface Refusal {
  code:
    | 'empty'
    | 'unknown-format'
    | 'encrypted'
    | 'damaged'
    | 'no-text-layer'
    | 'too-large'
    | 'too-many-pages'
    | 'too-many-cells'
    | 'too-slow'
    | 'out-of-memory'
    | 'cancelled'
    | 'no-budget';
  text: { zh: string; en: string };
}

/** One file as given. */
export interface SourceInput {
  name: string;
  bytes: Uint8Array;
}

export interface ReadOptions {
  signal?: AbortSignal;
  /** Called as reading goes on; `total` is null where it isn't known. */
  onProgress?: (done: number, total: number | null) => void;
  /** Lower (or raise) what one file may cost; see readers/limits.ts for the defaults. */
  limits?: Partial<ReadLimits>;
  /** Character maps and standard fonts for pdf.js; without them some PDFs lose characters. */
  pdfAssets?: PdfAssets;
}

/** What one file may cost; beyond it the file is refused with a message. */
export interface ReadLimits {
  /** Bytes of the file as given. */
  bytes: number;
  /** Bytes that a packed file (docx, xlsx) may unpack to. */
  unpackedBytes: number;
  pages: number;
  /** Table cells of the whole document. */
  cells: number;
  /** Milliseconds for the whole file. */
  milliseconds: number;
}

/** Reads one file that pdf.js needs: `cmaps/GBK-EUC-H.bcmap`, `standard_fonts/FoxitSans.pfb` (of pdfjs-dist). */
export interface PdfAssets {
  read(path: string): Promise<Uint8Array>;
}
