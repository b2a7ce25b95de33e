import { decodeText } from '../text/decode.ts';

const NAMED = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;

/** A web page's characters: by byte order mark, else as its meta tag says (gb2312 and gbk are read as GB18030), else by content. */
export function decodeHtml(bytes: Uint8Array): string {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (marked || (bytes[0] === 0xef && bytes[1] === 0xbb)) return decodeText(bytes).replace(/^\ufeff/, '');
  let head = '';
  for (const byte of bytes.subarray(0, 4096)) head += String.fromCharCode(byte);
  const name = NAMED.exec(head)?.[1]?.toLowerCase();
  if (name !== undefined && !/^(utf-?8|gb|cp936)/.test(name)) {
    try {
      return new TextDecoder(name).decode(bytes);
    } catch {
      return decodeText(bytes);
    }
  }
  // What the tag says and what the bytes are differ often enough; valid UTF-8 with Chinese in it is never GB18030.
  return decodeText(bytes);
}
