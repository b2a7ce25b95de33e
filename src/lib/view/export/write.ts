import { fileName } from './head.ts';
import { MEDIA_TYPES } from './types.ts';
import type { ExportTable, TableFormat } from './types.ts';

/** A file ready to be saved. */
export interface ExportFile {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Writes a table in one format; the code of each format is fetched when it is asked for. */
export async function writeTable(table: ExportTable, format: TableFormat): Promise<ExportFile> {
  const bytes = new Uint8Array(await WRITERS[format](table));
  return { name: fileName(table, format), type: MEDIA_TYPES[format], bytes };
}

const WRITERS: Record<TableFormat, (table: ExportTable) => Promise<Uint8Array>> = {
  xlsx: async (table) => (await import('./xlsx.ts')).writeXlsx(table),
  csv: async (table) => encode((await import('./csv.ts')).writeCsv(table)),
  json: async (table) => encode((await import('./json.ts')).writeJson(table)),
  parquet: async (table) => (await import('./parquet.ts')).writeParquet(table),
  arrow: async (table) => (await import('./arrow.ts')).writeArrow(table),
};

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
