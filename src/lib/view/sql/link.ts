import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { escapeText, unescapeText } from '../link/text.ts';
import { splitQuery, withoutGluedText } from '../link/query.ts';

/** A query that came in a link. */
export interface SqlLink {
  sql: string | null;
  /** Release that the link was made with. */
  release: string | null;
  /** A query was in the link and can't be read. */
  broken: boolean;
}

/** Links longer than this are cut by some chat apps. */
export const LINK_CHARACTERS = 500;
/** Text that nobody types: what inflates beyond it is refused. */
const MOST_CHARACTERS = 20_000;
const MOST_PACKED = 8_000;

const PLAIN = 't.';
const PACKED = 'z.';

/** The query as a query string without the `?`: ASCII; packed where that is shorter. */
export function encodeSql(sql: string, release: string): string {
  const plain = `${PLAIN}${escapeText(sql)}`;
  const packed = `${PACKED}${toBase64Url(deflateSync(strToU8(sql), { level: 9 }))}`;
  return `v=1&d=${release}&q=${packed.length < plain.length ? packed : plain}`;
}

/** What a query string says; never throws. Text without a mark of ours in front is taken as it stands. */
export function decodeSql(search: string): SqlLink {
  const parameters = new Map(
    splitQuery(search)
      .reverse()
      .map(({ name, value }) => [name, value]),
  );
  const release = /^[A-Za-z0-9._-]{1,64}/.exec(parameters.get('d') ?? '')?.[0] ?? null;
  const given = parameters.get('q') ?? '';
  if (given === '') return { sql: null, release, broken: false };
  const sql = unpack(given);
  return { sql, release, broken: sql === null };
}

function unpack(given: string): string | null {
  const own = withoutGluedText(given);
  if (own.startsWith(PLAIN)) return unescapeText(own.slice(PLAIN.length));
  if (!own.startsWith(PACKED)) return given.length <= MOST_CHARACTERS ? given : null;
  const packed = own.slice(PACKED.length);
  if (packed.length > MOST_PACKED || !/^[A-Za-z0-9_-]+$/.test(packed)) return null;
  try {
    const bytes = inflateSync(fromBase64Url(packed), { out: new Uint8Array(MOST_CHARACTERS) });
    return bytes.length === 0 || bytes.length === MOST_CHARACTERS ? null : strFromU8(bytes);
  } catch {
    return null;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
}
