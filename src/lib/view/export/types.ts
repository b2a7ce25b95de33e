import type { CheckStatus } from '../../core/model/extract.ts';
import type { Lang } from '../../core/model/localised.ts';

/** One table as a page shows it, with all that has to travel with it; every file format is written from this. */
export interface ExportTable {
  /** ASCII; names the files. */
  id: string;
  lang: Lang;
  title: string;
  /** Unit of all its figures; '' where the columns say theirs. */
  unit: string;
  /** 预算, 决算 or both; '' where it has no meaning. */
  basis: string;
  /** Everything that chose what is shown, in words. */
  filters: ExportFilter[];
  /** Sentences that belong to it: what it says, caveats, what is unlike. */
  notes: string[];
  columns: ExportColumn[];
  rows: ExportCell[][];
  sources: ExportSource[];
  release: string;
  /** Address of the view, whole. */
  link: string;
  /** Address of the site in the page's language, without a slash at the end. */
  site: string;
  /** ISO date on which it was made. */
  retrieved: string;
}

export interface ExportFilter {
  name: string;
  value: string;
}

export interface ExportColumn {
  /** ASCII, a name for programs. */
  id: string;
  label: string;
  /** Its unit, where the label doesn't say it. */
  unit?: string;
  type: 'text' | 'number' | 'integer';
  /** How many decimals the page shows; exact values may have more. */
  decimals?: number;
}

export interface ExportCell {
  /** An exact decimal in a column of numbers, else words; null where there is none. */
  value: string | null;
  /** What stands in the place of a number that is not there: 未披露, 空表. */
  absent?: string;
  proof?: ExportProof;
}

/** Where a figure stands and how its checks came out. */
export interface ExportProof {
  documentId: string;
  /** Fact ids, or `claim:`, `headcount:`, `indicator:`, `table:` with the record's id. */
  refs: readonly string[];
  /** Places in the file as published, where they are known. */
  locators?: readonly string[];
  verdict: CheckStatus | null;
}

export interface ExportSource {
  documentId: string;
  title: string;
  agency: string;
  year: number | null;
  /** 预算 or 决算. */
  basis: string;
  /** Name of the file as published. */
  file: string;
  sha256: string;
  /** Whether it was opened on the reader's machine and is in no release. */
  local: boolean;
  /** Whole address of its page; '' for a local document. */
  link: string;
}

/** A chart as it stands on a page: SVG source with the colours by name of their design tokens. */
export interface ExportChart {
  svg: string;
  /** What its marks need said beside it; '' for nothing. */
  note: string;
}

/** One thing that can be exported: a table and, where there is one, its chart. */
export interface ExportItem {
  table: ExportTable;
  /** Its title in both languages, for citations; the table's own where left out. */
  titles?: Record<Lang, string>;
  /** Drawn when it is asked for. */
  chart?: () => ExportChart | Promise<ExportChart>;
}

export const TABLE_FORMATS = ['xlsx', 'csv', 'json', 'parquet', 'arrow'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.file',
  svg: 'image/svg+xml',
  png: 'image/png',
  zip: 'application/zip',
} as const;
