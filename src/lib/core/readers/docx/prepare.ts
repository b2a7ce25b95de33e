import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { EMBEDDED_OBJECT } from '../html/embedded.ts';

const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';
const PARTS = /^word\/(?:document\d*|footnotes|endnotes)\.xml$/;
const ON = '(?:\\s+w:val="(?:1|true|on)")?\\s*/>';
const VANISH = new RegExp(`<w:(?:vanish|specVanish)${ON}`);
const HIDDEN_ROW = new RegExp(`<w:hidden${ON}`);
const RUN = /<w:r(?:\s[^>]*)?>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/g;
const PARAGRAPH_STYLE = /<w:pStyle\s+w:val="([^"]*)"/;
const RUN_STYLE = /<w:rStyle\s+w:val="([^"]*)"/;
const OBJECT = /<w:object\b[\s\S]*?<\/w:object>/g;
const ROW_PROPERTIES = /<w:trPr>[\s\S]*?<\/w:trPr>/;

/**
 * A Word package as mammoth reads it best: hidden runs, rows and moved-away text are out, cells that a row leaves out at its
 * sides (gridBefore, gridAfter) are there as empty cells, embedded objects leave a mark, a missing styles part is empty.
 * Packages that don't unpack are handed on as they are: mammoth says what is wrong with them.
 */
export function preparePackage(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, { filter: ({ name }) => !/^word\/(?:media|embeddings|fonts)\//.test(name) });
  } catch {
    return bytes.slice();
  }
  const styles = parts['word/styles.xml'];
  const hidden = styles ? hiddenStyles(strFromU8(styles)) : new Set<string>();
  if (!styles) parts['word/styles.xml'] = strToU8(EMPTY_STYLES);
  for (const name of Object.keys(parts)) {
    const part = parts[name];
    if (part && PARTS.test(name)) parts[name] = strToU8(prepareXml(strFromU8(part), hidden));
  }
  return zipSync(parts, { level: 0 });
}

/** Ids of the styles that hide what is written in them. */
function hiddenStyles(xml: string): Set<string> {
  const ids = new Set<string>();
  for (const [style] of xml.matchAll(/<w:style\b[\s\S]*?<\/w:style>/g)) {
    const id = /w:styleId="([^"]*)"/.exec(style)?.[1];
    if (id !== undefined && VANISH.test(style)) ids.add(id);
  }
  return ids;
}

function prepareXml(xml: string, hidden: ReadonlySet<string>): string {
  return withWholeRows(
    xml
      .replace(/<w:moveFrom\b[^>]*>[\s\S]*?<\/w:moveFrom>/g, '')
      .replace(/<w:p(?:\s[^>]*)?>(?:(?!<\/w:p>)[\s\S])*?<\/w:p>/g, (paragraph) =>
        hidden.has(PARAGRAPH_STYLE.exec(paragraph)?.[1] ?? '') ? '<w:p/>' : paragraph,
      )
      .replace(OBJECT, `<w:t>${EMBEDDED_OBJECT}</w:t>`)
      .replace(RUN, (run) => (VANISH.test(run) || hidden.has(RUN_STYLE.exec(run)?.[1] ?? '') ? '' : run)),
  );
}

/** Rows with a cell for every column that they leave out at their sides; hidden rows are out. */
function withWholeRows(xml: string): string {
  if (!/<w:(?:gridBefore|gridAfter|hidden)\b/.test(xml)) return xml;
  return xml.replace(/<w:tr(?:\s[^>]*)?>(?:(?!<w:tr[\s>]|<\/w:tr>)[\s\S])*<\/w:tr>/g, (row) => {
    const properties = ROW_PROPERTIES.exec(row)?.[0] ?? '';
    if (HIDDEN_ROW.test(properties)) return '';
    const empty = (name: string): string =>
      '<w:tc><w:p/></w:tc>'.repeat(
        Math.min(60, Number(new RegExp(`<w:${name}\\s+w:val="(\\d+)"`).exec(properties)?.[1] ?? 0)),
      );
    return properties === ''
      ? row
      : row
          .replace(properties, `${properties}${empty('gridBefore')}`)
          .replace(/<\/w:tr>$/, `${empty('gridAfter')}</w:tr>`);
  });
}
