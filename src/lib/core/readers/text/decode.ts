const decoders = {
  utf8: () => new TextDecoder('utf-8', { fatal: true }),
  utf16le: () => new TextDecoder('utf-16le'),
  utf16be: () => new TextDecoder('utf-16be'),
  gb18030: () => new TextDecoder('gb18030'),
};

/** Bytes that are no UTF-8 may be at most one in this many characters of an otherwise valid file. */
const GOOD_PER_BAD = 50;

/**
 * A text file's characters: by byte order mark, else UTF-8 where it is valid or nearly so (a file cut off, a bad byte in
 * it), else GB18030 (what Chinese Windows writes).
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoders.utf16le().decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoders.utf16be().decode(bytes);
  try {
    return decoders.utf8().decode(bytes);
  } catch {
    return nearlyUtf8(bytes) ?? decoders.gb18030().decode(bytes);
  }
}

/** UTF-8 with few bad bytes, each shown as \ufffd; null where the bytes are something else. */
function nearlyUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[\u0800-\ufffc]/g)?.length ?? 0;
  return good >= bad * GOOD_PER_BAD || (bad === 1 && good > 0 && text.endsWith('\ufffd'))
    ? text.replace(/\ufffd$/, '')
    : null;
}
