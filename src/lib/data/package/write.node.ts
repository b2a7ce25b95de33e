import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../arrow/column.ts';
import { DOCUMENT_TABLES } from '../arrow/records.ts';
import type { DocumentRows } from '../arrow/records.ts';
import { TABLES } from '../arrow/tables.ts';
import type { DatasetTableName } from '../arrow/tables.ts';
import { formatRows } from './csv.ts';
import { FILE_OF } from './files.ts';
import { compareNaturally } from './natural-order.ts';

/** Writes one document's folder: document.json and a CSV file a table. */
export function writeDocument(folder: string, rows: DocumentRows): void {
  const [document] = rows.documents;
  if (!document) throw new Error('a document without its own row');
  const { document_id: id, ...rest } = document;
  const place = join(folder, FILE_OF.documents, id);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, FILE_OF.document), `${JSON.stringify({ id, ...rest }, null, 2)}\n`);
  for (const name of DOCUMENT_TABLES) {
    if (name === 'documents') continue;
    writeFileSync(join(place, `${name}.csv`), formatRows(TABLES[name].columns, sortedRows(name, rows[name])));
  }
}

/** Writes a table that the whole data set shares. */
export function writeShared(
  folder: string,
  name: DatasetTableName,
  file: string,
  rows: readonly Row[],
): void {
  writeFileSync(join(folder, file), formatRows(TABLES[name].columns, sortedRows(name, rows)));
}

function sortedRows(name: DatasetTableName, rows: readonly Row[]): Row[] {
  const key = TABLES[name].key.map((column) => column as string);
  return [...rows].sort((a, b) => {
    for (const column of key) {
      const order = compareNaturally(String(a[column] ?? ''), String(b[column] ?? ''));
      if (order !== 0) return order;
    }
    return 0;
  });
}
