import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { withoutGluedText } from './query.ts';
import { escapeText, unescapeText } from './text.ts';

/** Text that nobody types: what inflates beyond it is refused. */
const MOST_CHARACTERS = 20_000;
const MOST_PACKED = 8_000;

const PLAIN = 't.';
const PACKED = 'z.';

/** A longer text as it stands in a link: ASCII with a mark in front, deflated where that is shorter. */
export function packText(text: string): string {
  const plain = `${PLAIN}${escapeText(text)}`;
  const packed = `${PACKED}${toBase64Url(deflateSync(strToU8(text), { level: 9 }))}`;
  return packed.length < plain.length ? packed : plain;
}

/** The text again, null where it is damaged. Text without a mark in front was written by hand and is taken as it stands. */
export function unpackText(given: string): string | null {
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
