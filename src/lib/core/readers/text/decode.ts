const decoders = {
  utf8: () => new TextDecoder('utf-8', { fatal: true }),
  utf16le: () => new TextDecoder('utf-16le'),
  utf16be: () => new TextDecoder('utf-16be'),
  gb18030: () => new TextDecoder('gb18030'),
};

/** A text file's characters: by byte order mark, else UTF-8 where it is valid, else GB18030 (what Chinese Windows writes). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoders.utf16le().decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoders.utf16be().decode(bytes);
  try {
    return decoders.utf8().decode(bytes);
  } catch {
    return cutUtf8(bytes) ?? decoders.gb18030().decode(bytes);
  }
}

/** A UTF-8 file that was cut off inside its last character, or null. */
function cutUtf8(bytes: Uint8Array): string | null {
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut += 1) {
    try {
      const text = decoders.utf8().decode(bytes.subarray(0, bytes.length - cut));
      return /[\u0080-\uffff]/.test(text) ? text : null;
    } catch {
      continue;
    }
  }
  return null;
}
