import { zipSync } from 'fflate';
import { writeDescriptor } from './descriptor.ts';
import { writeReadme } from './readme.ts';
import { MEDIA_TYPES, TABLE_FORMATS } from './types.ts';
import type { ExportTable } from './types.ts';
import { writeTable } from './write.ts';
import type { ExportFile } from './write.ts';

/** A drawn chart that goes into a packed folder. */
export interface PackedChart {
  /** Of the table that it shows. */
  id: string;
  ending: 'svg' | 'png';
  bytes: Uint8Array;
}

/** Formats that are compressed already. */
const STORED = /\.(png|xlsx|parquet)$/;

/** Everything in one zip: data in every format, metadata, charts and a README. Ids of the tables must differ. */
export async function writePack(
  name: string,
  tables: readonly ExportTable[],
  charts: readonly PackedChart[],
): Promise<ExportFile> {
  const files: Record<string, Uint8Array> = {};
  for (const table of tables)
    for (const format of TABLE_FORMATS)
      files[`data/${format}/${table.id}.${format}`] = (await writeTable(table, format)).bytes;
  for (const { id, ending, bytes } of charts) files[`charts/${id}.${ending}`] = bytes;
  const encoder = new TextEncoder();
  files['datapackage.json'] = encoder.encode(writeDescriptor(tables, ({ id }) => `data/csv/${id}.csv`));
  files['README.md'] = encoder.encode(writeReadme(tables, Object.keys(files)));
  const entries = Object.entries(files).map(
    ([path, bytes]) => [path, [bytes, { level: STORED.test(path) ? 0 : 6 }]] as const,
  );
  const release = tables[0]?.release ?? '';
  const bytes = new Uint8Array(zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]));
  return { name: `mingzhang-${name}-${release}.zip`, type: MEDIA_TYPES.zip, bytes };
}
