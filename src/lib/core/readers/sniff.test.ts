import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { smallPdf } from '../../../../tests/support/small-pdf.ts';
import { readSource, sniff } from './index.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const text = (shown: string): Uint8Array => new TextEncoder().encode(shown);
const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

/** A compound file with one directory entry of this name. */
function compound(name: string): Uint8Array {
  const file = new Uint8Array(1024);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...name].forEach((c, i) => (file[512 + 2 * i] = c.charCodeAt(0)));
  file[512 + 64] = 2 * (name.length + 1);
  file[512 + 66] = 2;
  return file;
}

describe('sniff', () => {
  it.each<[string, Uint8Array, ReturnType<typeof sniff>]>([
    ['no bytes', bytes(), 'empty'],
    ['zeros', new Uint8Array(5000), 'zeros'],
    ['a PDF', smallPdf([{ content: '' }]), 'pdf'],
    ['a PDF behind other bytes', text('\n\n%PDF-1.4\n'), 'pdf'],
    ['a Word document', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['a workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    ['a presentation', zip('ppt/presentation.xml'), 'pptx'],
    ['an OFD file', zip('OFD.xml'), 'ofd'],
    ['an archive', zip('a.pdf', 'b.pdf'), 'zip-other'],
    ['an old workbook', compound('Workbook'), 'xls'],
    ['an old document', compound('WordDocument'), 'doc'],
    ['an encrypted document', compound('EncryptedPackage'), 'encrypted-office'],
    ['another compound file', compound('Contents'), 'ole-other'],
    ['a web page', text('\ufeff<!DOCTYPE html><html></html>'), 'html'],
    ['a table saved as .xls', text('<table border=1><tr><td>1</td></tr></table>'), 'html'],
    ['a page behind a comment', text('<!-- saved --><html>'), 'html'],
    [
      'an XML workbook',
      text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      'xls-xml',
    ],
    ['RTF', text('{\\rtf1\\ansi}'), 'rtf'],
    ['a web archive', text('MIME-Version: 1.0\nContent-Type: multipart/related;'), 'mhtml'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'image'],
    ['text', text('2026年部门预算\n收入合计\t1.00\n'), 'text'],
    ['text in GB18030', bytes(0xca, 0xd5, 0xc8, 0xeb, 0x09, 0x31, 0x2e, 0x30), 'text'],
    ['text in UTF-16', bytes(0xff, 0xfe, 0x36, 0x65, 0x65, 0x51), 'text'],
    ['text that begins with BM', text('BM部门预算'), 'text'],
    ['other bytes', Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 256), 'binary'],
  ])('%s', (_, file, expected) => expect(sniff(file)).toBe(expected));
});

describe('readSource', () => {
  it.each([
    ['nothing', bytes(), 'empty'],
    ['a file of zeros', new Uint8Array(100_000), 'empty'],
    ['an old Word document', compound('WordDocument'), 'unknown-format'],
    ['an encrypted Office file', compound('EncryptedPackage'), 'encrypted'],
    ['a workbook of which only the head is left', compound('Workbook'), 'damaged'],
    ['a picture', bytes(0xff, 0xd8, 0xff, 0xe0), 'no-text-layer'],
    ['an archive', zip('a.pdf'), 'unknown-format'],
    ['noise', Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 256), 'unknown-format'],
  ])('answers %s with a refusal in both languages', async (_, file, code) => {
    const result = await readSource({ name: 'x', bytes: file });
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    if (result.ok) return;
    expect(result.refusal.text.zh).toMatch(/。$/);
    expect(result.refusal.text.en).toMatch(/\.$/);
  });

  it('goes by content, not by name', async () => {
    const result = await readSource({ name: '预算.xlsx', bytes: text('<html><p>收支</p></html>') });
    expect(result).toMatchObject({ ok: true, document: { format: 'html' } });
  });
});
