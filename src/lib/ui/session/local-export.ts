import { base } from '$app/paths';
import { Extraction } from '$lib/worker/client';
import type { LocalSession } from './local.svelte';

/** Saves documents as one data package file; false where one of them is gone. */
export async function exportLocal(local: LocalSession, ids: readonly string[]): Promise<boolean> {
  const documents = (await Promise.all(ids.map((id) => local.document(id)))).filter((one) => one !== null);
  if (documents.length === 0 || documents.length < ids.length) return false;
  const worker = new Extraction({ pdfAssetsUrl: `${base}/pdfjs/` });
  const answer = await worker.pack(documents);
  worker.cancel();
  if (!answer.ok || answer.kind !== 'packed') return false;
  const [first] = documents;
  const name = documents.length === 1 ? (first?.id ?? '') : `${documents.length}-documents`;
  save(new Blob([answer.bytes], { type: 'application/zip' }), `mingzhang-${name}.zip`);
  return true;
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
