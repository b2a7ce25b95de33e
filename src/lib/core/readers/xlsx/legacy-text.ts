/**
 * Text of a workbook from before Excel 97 (BIFF5): its strings are bytes of the code page, which SheetJS hands on one
 * character a byte. Bytes that are GBK become the characters they stand for; any other text stays as it is.
 */
export function legacyText(text: string): string {
  if (!/[\u0081-\u00fe][\u0040-\u00fe]/.test(text) || /[\u0100-\uffff]/.test(text)) return text;
  const decoded = new TextDecoder('gb18030').decode(Uint8Array.from(text, (c) => c.charCodeAt(0)));
  return decoded.includes('\ufffd') ? text : decoded;
}
