import { sha256Hex } from '../../core/sha256.ts';

/** A reader's own documents and their agencies: never published with the data set, known on this machine only. */
export const LOCAL_PREFIX = 'local-';
const LENGTH = 10;

/** Whether a document or agency id is a reader's own. */
export function isLocalId(id: string): boolean {
  return id.startsWith(LOCAL_PREFIX);
}

/** Of a document by the SHA-256 of its file. */
export function localDocumentId(sha256: string): string {
  return LOCAL_PREFIX + sha256.slice(0, LENGTH);
}

/** Of an agency by its name, so that its documents of several years belong together. */
export async function localAgencyId(name: string): Promise<string> {
  return LOCAL_PREFIX + (await sha256Hex(new TextEncoder().encode(name))).slice(0, LENGTH);
}

/** The file and, behind a hyphen, the figures read from it: `3f2a9c01bd-1a2b3c`. */
export function localToken({ id, digest }: { id: string; digest: string }): string {
  return `${id.slice(LOCAL_PREFIX.length)}-${digest}`;
}

/** A token taken apart; null where it is none. */
export function parseToken(token: string): { id: string; digest: string } | null {
  const match = /^([0-9a-f]{10})-([0-9a-f]{6})$/.exec(token);
  return match ? { id: LOCAL_PREFIX + (match[1] ?? ''), digest: match[2] ?? '' } : null;
}
