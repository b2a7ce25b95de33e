import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Column, Row, WrittenRowOfColumns } from '../arrow/column.ts';
import { joinRows, rowsByTable, withDerived } from '../arrow/records.ts';
import type { DatasetRows, DocumentRows, DocumentTable } from '../arrow/records.ts';
import { TABLES } from '../arrow/tables.ts';
import { applyCorrections, parseCorrections } from './corrections.ts';
import { PackageError, parseRows } from './csv.ts';
import { FILE_OF } from './files.ts';

/** The data package in a folder as rows of every table, human corrections applied. */
export function readPackage(folder: string): DatasetRows {
  const corrections = parseCorrections(textOf(join(folder, FILE_OF.corrections)) ?? '');
  const documents = documentIds(folder).map((id) =>
    applyCorrections(id, readDocument(folder, id), corrections),
  );
  return joinRows(documents, {
    agencies: readShared(TABLES.agencies.columns, folder, FILE_OF.agencies),
    project_nature: readShared(TABLES.project_nature.columns, folder, FILE_OF.projectNature),
  });
}

/** Ids of the documents in the package, sorted. */
export function documentIds(folder: string): string[] {
  const documents = join(folder, FILE_OF.documents);
  if (!existsSync(documents)) return [];
  return readdirSync(documents, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readDocument(folder: string, id: string): DocumentRows {
  const place = join(folder, FILE_OF.documents, id);
  const json = textOf(join(place, FILE_OF.document));
  if (json === null) throw new PackageError(`${FILE_OF.documents}/${id} has no ${FILE_OF.document}`);
  const { id: documentId, ...document } = JSON.parse(json) as Row & { id: string };
  if (documentId !== id)
    throw new PackageError(`${FILE_OF.documents}/${id} holds the document ${documentId}`);
  const given = rowsByTable((name) =>
    name === 'documents' ? [{ document_id: id, ...document }] : readTable(join(place, `${name}.csv`), name),
  );
  return withDerived(id, given);
}

function readTable(file: string, name: DocumentTable): Row[] {
  const csv = textOf(file);
  if (csv === null) throw new PackageError(`${file} is missing`);
  return parseRows(TABLES[name].columns, csv, file);
}

function readShared<C extends readonly Column[]>(
  columns: C,
  folder: string,
  file: string,
): WrittenRowOfColumns<C>[] {
  const csv = textOf(join(folder, file));
  return csv === null ? [] : parseRows(columns, csv, file);
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
