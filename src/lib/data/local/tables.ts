import type { Row } from '../arrow/column.ts';
import { encodeRows } from '../arrow/encode.ts';
import { DOCUMENT_TABLES } from '../arrow/records.ts';
import { TABLES, type DatasetTableName } from '../arrow/tables.ts';
import type { Agency } from '../answers.ts';
import type { LocalDocument } from './document.ts';
import { LOCAL_PREFIX } from './id.ts';

/** A reader's own rows by table, as Arrow. */
export type LocalTables = ReadonlyMap<DatasetTableName, Uint8Array>;

/** Takes a reader's own rows out of every table. */
export const REMOVE_LOCAL: readonly string[] = [
  ...DOCUMENT_TABLES.map((table) => `DELETE FROM ${table} WHERE starts_with(document_id, '${LOCAL_PREFIX}')`),
  `DELETE FROM agencies WHERE starts_with(agency_id, '${LOCAL_PREFIX}')`,
];

/** The rows of local documents and their agencies; empty where there are none. */
export function localTables(documents: readonly LocalDocument[], agencies: readonly Agency[]): LocalTables {
  if (documents.length === 0) return new Map();
  const tables = DOCUMENT_TABLES.map(
    (name) =>
      [
        name,
        encodeRows(
          TABLES[name].columns,
          documents.flatMap(({ rows }): Row[] => rows[name]),
        ),
      ] as const,
  );
  const rows = agencies.map((agency): Row => ({ ...agency, local: null }));
  return new Map<DatasetTableName, Uint8Array>([
    ...tables,
    ['agencies', encodeRows(TABLES.agencies.columns, rows)],
  ]);
}
