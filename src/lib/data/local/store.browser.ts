import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { LocalDocument, LocalSummary } from './document.ts';
import { LOCAL_SCHEMA, summarise } from './document.ts';

interface Schema extends DBSchema {
  summaries: { key: string; value: LocalSummary };
  documents: { key: string; value: LocalDocument };
  /** The files as they were given, for corrections later. */
  files: { key: string; value: File[] };
}
const STORES = ['summaries', 'documents', 'files'] as const;

let opening: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('mingzhang', 1, {
    upgrade(database) {
      for (const name of STORES) database.createObjectStore(name);
    },
    terminated: () => (opening = null),
  });
  opening.catch(() => (opening = null));
  return opening;
}

/** Every local document of this browser, oldest first. Rejects where the browser keeps nothing. */
export async function listLocal(): Promise<LocalSummary[]> {
  const summaries = await (await open()).getAll('summaries');
  return summaries.sort((a, b) => (a.added < b.added ? -1 : Number(a.added > b.added)));
}

export async function readLocal(id: string): Promise<LocalDocument | null> {
  const document = await (await open()).get('documents', id);
  return document?.schema === LOCAL_SCHEMA ? document : null;
}

/** The files that a document was read from; none where it came in a package. */
export async function readLocalFiles(id: string): Promise<File[]> {
  return (await (await open()).get('files', id)) ?? [];
}

/** Keeps a document, in place of an earlier reading of the same file; all of it or nothing. */
export async function keepLocal(document: LocalDocument, files: readonly File[]): Promise<void> {
  const transaction = (await open()).transaction(STORES, 'readwrite');
  const { id } = document;
  await Promise.all([
    transaction.objectStore('summaries').put(summarise(document), id),
    transaction.objectStore('documents').put(document, id),
    files.length > 0 ? transaction.objectStore('files').put([...files], id) : undefined,
    transaction.done,
  ]);
}

export async function removeLocal(id: string): Promise<void> {
  const transaction = (await open()).transaction(STORES, 'readwrite');
  await Promise.all([...STORES.map((name) => transaction.objectStore(name).delete(id)), transaction.done]);
}
