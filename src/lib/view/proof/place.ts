import type { Lang } from '../../core/model/localised.ts';

/** A locator (docs/data.md) taken apart. */
export type Place =
  | { kind: 'line'; line: number; cell: number | null }
  | { kind: 'page'; page: number; box: readonly [number, number, number, number] }
  | { kind: 'sheet'; sheet: string; column: string; row: number }
  | { kind: 'table'; table: number; row: number; cell: number }
  | { kind: 'paragraph'; paragraph: number };

/** Which file of the disclosure a locator is in, from 1, and the locator within it. */
export function fileOfPlace(locator: string): { file: number; within: string } {
  const [, file = '1', within = locator] = /^f(\d+):(.*)$/.exec(locator) ?? [];
  return { file: Number(file), within };
}

/** Where a locator points in its file, or null where it isn't one of the known forms. */
export function parsePlace(place: string): Place | null {
  const locator = fileOfPlace(place).within;
  const line = /^L(\d+)(?:#(\d+))?$/.exec(locator);
  if (line)
    return { kind: 'line', line: Number(line[1]), cell: line[2] === undefined ? null : Number(line[2]) };
  const page = /^p(\d+)@(-?[\d.]+),(-?[\d.]+),(-?[\d.]+),(-?[\d.]+)$/.exec(locator);
  if (page) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.slice(2).map(Number);
    return { kind: 'page', page: Number(page[1]), box: [x0, y0, x1, y1] };
  }
  const cell = /^t(\d+)r(\d+)c(\d+)$/.exec(locator);
  if (cell) return { kind: 'table', table: Number(cell[1]), row: Number(cell[2]), cell: Number(cell[3]) };
  const paragraph = /^§(\d+)$/.exec(locator);
  if (paragraph) return { kind: 'paragraph', paragraph: Number(paragraph[1]) };
  const sheet = /^(.+)!([A-Z]+)(\d+)$/.exec(locator);
  if (sheet) return { kind: 'sheet', sheet: sheet[1] ?? '', column: sheet[2] ?? '', row: Number(sheet[3]) };
  return null;
}

/** A locator as one tells a person where to look: 第 467 行第 4 格; 第 2 个文件，PDF 第 3 页. */
export function sayPlace(locator: string, lang: Lang): string {
  const { file, within } = fileOfPlace(locator);
  if (file === 1) return sayWithin(within, lang);
  return lang === 'zh'
    ? `第 ${file} 个文件，${sayWithin(within, lang)}`
    : `file ${file}, ${sayWithin(within, lang)}`;
}

function sayWithin(locator: string, lang: Lang): string {
  const place = parsePlace(locator);
  const zh = lang === 'zh';
  switch (place?.kind) {
    case 'line': {
      const cell = place.cell === null ? '' : zh ? `第 ${place.cell + 1} 格` : `, cell ${place.cell + 1}`;
      return zh ? `第 ${place.line} 行${cell}` : `line ${place.line}${cell}`;
    }
    case 'page':
      return zh ? `PDF 第 ${place.page} 页` : `PDF page ${place.page}`;
    case 'table':
      return zh
        ? `文件中第 ${place.table} 个表，第 ${place.row + 1} 行第 ${place.cell + 1} 格`
        : `table ${place.table} of the file, row ${place.row + 1}, cell ${place.cell + 1}`;
    case 'paragraph':
      return zh ? `正文第 ${place.paragraph} 段` : `paragraph ${place.paragraph}`;
    case 'sheet':
      return zh
        ? `工作表“${place.sheet}”的 ${place.column}${place.row} 格`
        : `sheet “${place.sheet}”, cell ${place.column}${place.row}`;
    default:
      return locator;
  }
}

/** What two places must share to stand in an order, and their order in it, files in the order given. */
export function placeOrder(locator: string): PlaceOrder | null {
  const { file, within } = fileOfPlace(locator);
  const place = orderWithin(within);
  return place && { within: place.within, order: [file, ...place.order] };
}

interface PlaceOrder {
  within: string;
  order: readonly number[];
}

function orderWithin(locator: string): PlaceOrder | null {
  const place = parsePlace(locator);
  switch (place?.kind) {
    case 'line':
      return { within: 'lines', order: [place.line, place.cell ?? -1] };
    case 'page':
      return { within: 'pages', order: [place.page, place.box[1]] };
    case 'table':
      return { within: 'tables', order: [place.table, place.row] };
    case 'paragraph':
      return { within: 'paragraphs', order: [place.paragraph, 0] };
    case 'sheet':
      return { within: place.sheet, order: [place.row, 0] };
    default:
      return null;
  }
}

/** Whether two places stand in one row of the file as it was given. */
export function sameRow(a: string, b: string): boolean {
  if (fileOfPlace(a).file !== fileOfPlace(b).file) return false;
  const [x, y] = [parsePlace(a), parsePlace(b)];
  if (x?.kind === 'line' && y?.kind === 'line') return x.line === y.line;
  if (x?.kind === 'table' && y?.kind === 'table') return x.table === y.table && x.row === y.row;
  if (x?.kind === 'sheet' && y?.kind === 'sheet') return x.sheet === y.sheet && x.row === y.row;
  if (x?.kind !== 'page' || y?.kind !== 'page' || x.page !== y.page) return false;
  const middle = (y.box[1] + y.box[3]) / 2;
  return middle >= x.box[1] && middle <= x.box[3];
}
