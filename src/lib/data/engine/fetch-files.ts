import { EngineError } from './engine.ts';
import type { FileEntry, Manifest } from './manifest.ts';
import { MANIFEST_NAME, manifestSchema } from './manifest.ts';
import { sha256Hex } from './sha256.ts';

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
): Promise<Uint8Array> {
  const url = `${folderUrl}/${entry.path}`;
  const bytes = await readBody(await request(url, {}), entry.bytes, onBytes, url);
  const sum = await sha256Hex(bytes);
  if (sum !== entry.sha256) {
    throw new EngineError('hash-mismatch', `${url} has the sum ${sum} instead of ${entry.sha256}`);
  }
  return bytes;
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

async function readBody(
  response: Response,
  expected: number,
  onBytes: (bytes: number) => void,
  url: string,
): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) throw new EngineError('file-missing', `${url} came without a body`);
  const body = new Uint8Array(expected);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new EngineError('file-missing', `${url} broke off after ${length} bytes`, { cause });
    });
    if (done) break;
    if (length + value.length > expected) {
      await reader.cancel();
      throw new EngineError('hash-mismatch', `${url} is longer than the ${expected} bytes expected`);
    }
    body.set(value, length);
    length += value.length;
    onBytes(value.length);
  }
  return body.subarray(0, length);
}
