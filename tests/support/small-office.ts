import { strToU8, zipSync } from 'fflate';

/** A table for the hand-made Office files: rows of cells; a cell is its text or a text with spans. */
export type SmallCell = string | { text: string; colSpan?: number; rowSpan?: number };
export type SmallBlock = string | { rows: readonly (readonly SmallCell[])[] };

export const cellOf = (cell: SmallCell): { text: string; colSpan: number; rowSpan: number } =>
  typeof cell === 'string' ? { text: cell, colSpan: 1, rowSpan: 1 } : { colSpan: 1, rowSpan: 1, ...cell };

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

/** Word writes a cell that spans rows once a row: first "restart", then empty ones that continue it. */
function wordTable(rows: readonly (readonly SmallCell[])[]): string {
  const open = new Map<number, { left: number; colSpan: number }>();
  const body = rows.map((row) => {
    let xml = '';
    let column = 0;
    const continued = (): void => {
      for (let span = open.get(column); span && span.left > 0; span = open.get(column)) {
        xml += `<w:tc><w:tcPr><w:gridSpan w:val="${span.colSpan}"/><w:vMerge/></w:tcPr><w:p/></w:tc>`;
        span.left--;
        column += span.colSpan;
      }
    };
    for (const given of row) {
      continued();
      const { text, colSpan, rowSpan } = cellOf(given);
      const merge = rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
      const lines = text.split('\n').map(paragraph).join('');
      xml += `<w:tc><w:tcPr><w:gridSpan w:val="${colSpan}"/>${merge}</w:tcPr>${lines}</w:tc>`;
      open.set(column, { left: rowSpan - 1, colSpan });
      column += colSpan;
    }
    continued();
    return `<w:tr>${xml}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid/>${body.join('')}</w:tbl>`;
}

export function smallDocx(blocks: readonly SmallBlock[]): Uint8Array {
  const body = blocks
    .map((block) => (typeof block === 'string' ? paragraph(block) : wordTable(block.rows)))
    .join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${HEAD}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    ),
  });
}
