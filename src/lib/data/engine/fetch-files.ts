import { EngineError } from './engine.ts';
import type { FileEntry, Manifest } from './manifest.ts';
import { MANIFEST_NAME, manifestSchema } from './manifest.ts';
import { sha256Hex } from '../../core/sha256.ts';

/** The manifest of the release, asked for anew every time. */
export async function fetchManifest(dataUrl: string): Promise<Manifest> {
  const url = `${dataUrl}/${MANIFEST_NAME}`;
  const parsed = manifestSchema.safeParse(
    await (await request(url, { cache: 'no-cache' })).json().catch(() => null),
  );
  if (!parsed.success) throw new EngineError('file-missing', `${url} is no manifest`);
  return parsed.data;
}

/** A file of the release, checked against the manifest's sum; `onBytes` hears how many bytes more have come. */
export async function fetchVerified(
  folderUrl: string,
  entry: FileEntry,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const url = `${folderUrl}/${entry.path}`;
  const bytes = new Uint8Array(await new Blob(await fetchFile(url, onBytes)).arrayBuffer());
  const sum = await sha256Hex(bytes);
  if (sum !== entry.sha256) {
    throw new EngineError('hash-mismatch', `${url} has the sum ${sum} instead of ${entry.sha256}`);
  }
  return bytes;
}

/** A file in the pieces in which it came. */
async function fetchFile(url: string, onBytes: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>[]> {
  const reader = (await request(url, {})).body?.getReader();
  if (!reader) throw new EngineError('file-missing', `${url} came without a body`);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new EngineError('file-missing', `${url} broke off`, { cause });
    });
    if (done) return pieces;
    pieces.push(value);
    onBytes(value.length);
  }
}

/** Whether the file is there at all: tells a missing file from one that does not run. */
export async function fileExists(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD' })).ok;
  } catch {
    return false;
  }
}

async function request(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    throw new EngineError('file-missing', `${url} could not be fetched`, { cause });
  }
  if (!response.ok) throw new EngineError('file-missing', `${url} answered ${response.status}`);
  return response;
}
