/** What a file is, by its content. `*-other` kinds are known and not readable; each gets its own advice. */
export type Sniffed =
  | 'empty'
  | 'zeros'
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'ods'
  | 'xls'
  | 'xls-xml'
  | 'doc'
  | 'encrypted-office'
  | 'ofd'
  | 'pptx'
  | 'zip-other'
  | 'ole-other'
  | 'rar-7z'
  | 'rtf'
  | 'mhtml'
  | 'image'
  | 'html'
  | 'text'
  | 'binary';

const PREFIX = 4096;
const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** Decides the format from the bytes; the name and the ending are not looked at. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) {
    return sniffZip(bytes);
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return sniffOle(bytes);
  if (startsWith(bytes, 0x52, 0x61, 0x72, 0x21) || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf)) return 'rar-7z';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image';
  if (startsWith(bytes, 0x47, 0x49, 0x46, 0x38) || startsWith(bytes, 0x42, 0x4d))
    return sniffImageOrText(bytes);
  if (startsWith(bytes, 0x49, 0x49, 0x2a, 0x00) || startsWith(bytes, 0x4d, 0x4d, 0x00, 0x2a)) return 'image';
  // BIFF2 to BIFF4 worksheets, without a container.
  if (startsWith(bytes, 0x09, 0x00) || startsWith(bytes, 0x09, 0x02) || startsWith(bytes, 0x09, 0x04))
    return 'xls';
  const head = latin1(bytes.subarray(0, PREFIX));
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  return sniffText(bytes, head);
}

/** The signatures of GIF and BMP are plain letters; a text may begin with them. */
function sniffImageOrText(bytes: Uint8Array): Sniffed {
  return hasControls(bytes.subarray(0, PREFIX))
    ? 'image'
    : sniffText(bytes, latin1(bytes.subarray(0, PREFIX)));
}

function sniffText(bytes: Uint8Array, head: string): Sniffed {
  const utf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
  if (!utf16 && hasControls(bytes.subarray(0, PREFIX))) {
    return bytes.every((byte) => byte === 0) ? 'zeros' : 'binary';
  }
  const letters = (utf16 ? head.replaceAll('\0', '') : head).replace(/^[^\x20-\x7e\s]+/, '').trimStart();
  if (letters.startsWith('{\\rtf')) return 'rtf';
  if (
    /^(mime-version|content-type|from|subject):/i.test(letters) &&
    /multipart\/related|text\/html/i.test(letters)
  ) {
    return 'mhtml';
  }
  if (/^<\?xml/i.test(letters) && /urn:schemas-microsoft-com:office:spreadsheet/i.test(letters))
    return 'xls-xml';
  if (
    /^(<\?xml[^>]*>\s*)?(<!--|<!doctype\s+html|<(html|head|body|table|div|meta|title|p|h\d|span|style|script|center|font|section|article|main)\b)/i.test(
      letters,
    )
  ) {
    return 'html';
  }
  if (/<(table|html|body)\b[^>]*>/i.test(letters) && /<\/?(tr|td|div|p|head|meta)\b/i.test(letters))
    return 'html';
  return 'text';
}

/** Bytes that occur in no text encoding used for documents (GB18030, UTF-8): control codes other than tab, line ends, form feed. */
function hasControls(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a)
      controls++;
  }
  return controls > bytes.length / 200;
}

/** Names in the central directory, or, where that is cut off, in the local headers. */
function zipNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  for (let i = 0; i + 46 < bytes.length && names.length < 20_000; i++) {
    if (bytes[i] !== 0x50 || bytes[i + 1] !== 0x4b) continue;
    const local = bytes[i + 2] === 0x03 && bytes[i + 3] === 0x04;
    const central = bytes[i + 2] === 0x01 && bytes[i + 3] === 0x02;
    if (!local && !central) continue;
    const lengthAt = i + (local ? 26 : 28);
    const length = (bytes[lengthAt] ?? 0) + 256 * (bytes[lengthAt + 1] ?? 0);
    const start = i + (local ? 30 : 46);
    names.push(latin1(bytes.subarray(start, start + Math.min(length, 256))));
    i = start + length - 1;
  }
  return names;
}

function sniffZip(bytes: Uint8Array): Sniffed {
  const names = zipNames(bytes).map((name) => name.replaceAll('\\', '/').toLowerCase());
  const has = (part: string): boolean => names.some((name) => name === part || name.endsWith(`/${part}`));
  if (has('word/document.xml') || names.some((name) => /^word\/document\d*\.xml$/.test(name))) return 'docx';
  if (has('xl/workbook.xml') || has('xl/workbook.bin')) return 'xlsx';
  if (has('ppt/presentation.xml')) return 'pptx';
  if (has('ofd.xml')) return 'ofd';
  if (names[0] === 'mimetype' && latin1(bytes.subarray(0, 200)).includes('opendocument.spreadsheet'))
    return 'ods';
  return 'zip-other';
}

/** Directory entries of a compound file are 128 bytes on 128-byte boundaries, names in UTF-16LE. */
function sniffOle(bytes: Uint8Array): Sniffed {
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const nameBytes = (bytes[at + 64] ?? 0) + 256 * (bytes[at + 65] ?? 0);
    const type = bytes[at + 66] ?? 0;
    if (nameBytes < 4 || nameBytes > 64 || nameBytes % 2 !== 0 || type > 5) continue;
    let name = '';
    for (let i = 0; i < nameBytes - 2; i += 2) {
      if (bytes[at + i + 1] !== 0) break;
      name += String.fromCharCode(bytes[at + i] ?? 0);
    }
    names.add(name);
  }
  if (names.has('EncryptedPackage')) return 'encrypted-office';
  if (names.has('Workbook') || names.has('Book')) return 'xls';
  if (names.has('WordDocument')) return 'doc';
  return 'ole-other';
}
