import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import { documentSchema } from '../../core/model/index.ts';
import { NO_OVERRIDES, overridesSchema } from '../../core/overrides/index.ts';
import { DOCUMENT_TABLES, rowsByTable, withDerived } from '../arrow/records.ts';
import { TABLES } from '../arrow/tables.ts';
import { formatRows, PackageError, parseRows } from '../package/csv.ts';
import { describePackage, formatDescriptor, type Resource } from '../package/descriptor.ts';
import { FILE_OF } from '../package/files.ts';
import { localAgencies } from './agencies.ts';
import { digestOf, LOCAL_SCHEMA, ownRow, summarise, type LocalDocument } from './document.ts';
import { isLocalId, localAgencyId } from './id.ts';

/** What a package may unpack to: a hundred documents stay below it. */
const MOST_BYTES = 200_000_000;
const MOST_DOCUMENTS = 500;
/** A date that zip archives can hold, the same every time: the same documents make the same file. */
const DATE = new Date(2000, 0, 1);

const recordSchema = documentSchema.extend({
  id: z.string().regex(/^local-[0-9a-f]{10}$/),
  agency_id: z.string(),
});

/**
 * Local documents as one file: a zipped Frictionless data package of the same tables as the published data set, with each
 * document's corrections. The files that the figures were read from are not in it.
 */
export function packDocuments(documents: readonly LocalDocument[]): Uint8Array {
  const files: Record<string, string> = {};
  for (const { id, overrides, rows } of documents) {
    const folder = `${FILE_OF.documents}/${id}`;
    files[`${folder}/${FILE_OF.document}`] = pretty({ id, ...without(ownRow(rows), 'document_id') });
    files[`${folder}/${FILE_OF.overrides}`] = pretty(overrides);
    for (const name of DOCUMENT_TABLES) {
      if (name !== 'documents') files[`${folder}/${name}.csv`] = formatRows(TABLES[name].columns, rows[name]);
    }
  }
  const agencies = localAgencies(documents.map(summarise), []);
  files[FILE_OF.agencies] = formatRows(
    TABLES.agencies.columns,
    agencies.map((agency) => without(agency, 'local')),
  );
  const shared = [{ name: 'agencies', file: FILE_OF.agencies }] as const;
  const descriptor = describePackage(
    documents.map(({ id }) => id),
    shared,
    [],
  );
  const corrections = documents.map(({ id }) => correctionsResource(id));
  files[FILE_OF.descriptor] = formatDescriptor({
    ...descriptor,
    name: 'mingzhang-local',
    resources: [...descriptor.resources, ...corrections],
  });
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: DATE });
}

/** Whether a file is a data package rather than a document. */
export function isPackage(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  let found = false;
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        found ||= name === FILE_OF.descriptor;
        return false;
      },
    });
  } catch {
    return false;
  }
  return found;
}

/** The documents of a package, all or none: a PackageError names the file and place that is wrong. */
export async function unpackDocuments(bytes: Uint8Array, added: string): Promise<LocalDocument[]> {
  const files = unzip(bytes);
  const folders = [...files.keys()].flatMap(
    (name) => /^documents\/([^/]+)\/document\.json$/.exec(name)?.[1] ?? [],
  );
  if (folders.length === 0) throw new PackageError(`${FILE_OF.descriptor}: no documents are in this package`);
  if (folders.length > MOST_DOCUMENTS)
    throw new PackageError(`${folders.length} documents; the limit is ${MOST_DOCUMENTS}`);
  return Promise.all(folders.sort().map((id) => readDocument(id, files, added)));
}

async function readDocument(
  id: string,
  files: ReadonlyMap<string, string>,
  added: string,
): Promise<LocalDocument> {
  const folder = `${FILE_OF.documents}/${id}`;
  const record = parsed(recordSchema, files, `${folder}/${FILE_OF.document}`);
  if (!isLocalId(id) || record.id !== id) throw new PackageError(`${folder} holds the document ${record.id}`);
  const noteFile = `${folder}/${FILE_OF.overrides}`;
  const overrides = files.has(noteFile) ? parsed(overridesSchema, files, noteFile) : NO_OVERRIDES;
  const document = { ...without(record, 'id'), agency_id: await localAgencyId(record.agency) };
  const given = rowsByTable((name) => {
    if (name === 'documents') return [{ document_id: id, ...document }];
    const file = `${folder}/${name}.csv`;
    const csv = files.get(file);
    if (csv === undefined) throw new PackageError(`${file} is missing`);
    return parseRows(TABLES[name].columns, csv, file);
  });
  const rows = withDerived(id, given);
  return {
    schema: LOCAL_SCHEMA,
    id,
    digest: await digestOf(rows),
    added,
    origin: 'package',
    overrides,
    rows,
  };
}

function parsed<T>(schema: z.ZodType<T>, files: ReadonlyMap<string, string>, file: string): T {
  let json: unknown;
  try {
    json = JSON.parse(files.get(file) ?? '');
  } catch {
    throw new PackageError(`${file} is no JSON`);
  }
  const answer = schema.safeParse(json);
  if (answer.success) return answer.data;
  const [issue] = answer.error.issues;
  throw new PackageError(`${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

function unzip(bytes: Uint8Array): Map<string, string> {
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(csv|json)$/.test(name)) return false;
      size += originalSize;
      if (size > MOST_BYTES) throw new PackageError(`more than ${MOST_BYTES / 1e6} MB unpacked`);
      return true;
    },
  });
  return new Map(Object.entries(files).map(([name, data]) => [name, strFromU8(data)]));
}

function correctionsResource(id: string): Resource {
  return {
    name: `${id}-overrides`,
    path: `${FILE_OF.documents}/${id}/${FILE_OF.overrides}`,
    title: `Corrections by hand: ${id}`,
    format: 'json',
    mediatype: 'application/json',
    encoding: 'utf-8',
  };
}

function without<T extends object, K extends string>(record: T, name: K): Omit<T, K> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name)) as Omit<T, K>;
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
