import { decodeText } from '../text/decode.ts';

const NAMED = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;
/** Characters that a Chinese budget is full of. */
const COMMON = /[的预算支出收入合计单位部门年元表一项目]/g;

/**
 * A web page's characters: by byte order mark, else by content (valid UTF-8 with Chinese in it is never GB18030), else as the
 * meta tag says where that gives more common Chinese than GB18030 does: tags and bytes differ often enough.
 */
export function decodeHtml(bytes: Uint8Array): string {
  const text = decodeText(bytes).replace(/^\ufeff/, '');
  let head = '';
  for (const byte of bytes.subarray(0, 4096)) head += String.fromCharCode(byte);
  const name = NAMED.exec(head)?.[1]?.toLowerCase();
  const marked = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe;
  if (marked || name === undefined || /^(utf-?8|gb|cp936)/.test(name)) return text;
  try {
    const declared = new TextDecoder(name).decode(bytes);
    return common(declared) > common(text) ? declared : text;
  } catch {
    return text;
  }
}

const common = (text: string): number => text.match(COMMON)?.length ?? 0;
