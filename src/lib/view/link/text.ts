/**
 * Text inside a link: letters, digits and a few marks that no chat app rewrites stand as they are, every other
 * UTF-8 byte is `*XX`. No `%` occurs, so a link that was percent-encoded twice on its way can be decoded twice.
 */
const SAFE = /^[A-Za-z0-9._\-:@,/!]$/;

/** A mark that would be taken for the end of the sentence around the link. */
const CLOSING = /[.:,!]$/;

export function escapeText(text: string): string {
  const escaped = [...text]
    .map((character) => (SAFE.test(character) ? character : bytesOf(character)))
    .join('');
  return escaped.replace(CLOSING, bytesOf);
}

function bytesOf(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `*${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

/** The text again, or null where the escapes are damaged. */
export function unescapeText(escaped: string): string | null {
  const bytes: number[] = [];
  for (let i = 0; i < escaped.length; i++) {
    const character = escaped.charAt(i);
    if (character === '*') {
      const hex = escaped.slice(i + 1, i + 3);
      if (!/^[0-9A-Fa-f]{2}$/.test(hex)) return null;
      bytes.push(Number.parseInt(hex, 16));
      i += 2;
    } else if (SAFE.test(character)) bytes.push(character.charCodeAt(0));
    else return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes));
  } catch {
    return null;
  }
}
