import { Parser } from 'htmlparser2';
import type { SourceBlock } from '../../model/index.ts';
import { stop, type Budget } from '../limits.ts';
import { pageBlocks } from '../layout/blocks.ts';
import { paragraphsOf, type NumberedBlocks } from '../layout/paragraphs.ts';
import { addBox, addText, isSheet, newSheet, sheetContent, type Sheet } from './positioned.ts';
import { parseStyle, type InlineStyle } from './style.ts';
import { gridTable, textOf, type MarkupCell, type MarkupRow } from './table.ts';

type Block = SourceBlock | { kind: 'sheet'; sheet: Sheet };

interface OpenTable {
  rows: MarkupRow<Block[]>[];
  row: MarkupRow<Block[]> | null;
  cell: MarkupCell<Block[]> | null;
  line: string;
  cells: number;
}

interface OpenElement {
  name: string;
  style: InlineStyle | null;
  skipped: boolean;
  sheet: Sheet | null;
  /** Where absolutely placed children of this element count from, in points on the sheet. */
  x: number;
  y: number;
}

const SKIPPED = new Set(
  'script style noscript template head select option button textarea svg math iframe object embed audio video canvas map'.split(
    ' ',
  ),
);
const BREAKING = new Set(
  'p div br li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article header footer main aside nav form fieldset legend blockquote pre hr address center figure figcaption details summary body table caption tr'.split(
    ' ',
  ),
);

/** Elements within elements; real pages stay below a hundred. */
const DEEPEST = 2000;

function tooDeep(): never {
  stop(
    'damaged',
    `网页的标签嵌套超过 ${DEEPEST} 层，已停止。请在浏览器中打开后另存，或另存为 PDF 再试。`,
    `The tags of this web page are nested more than ${DEEPEST} deep. Save it anew from a browser, or as PDF, and try again.`,
  );
}

const spanOf = (value: string | undefined, most: number, zero: boolean): number => {
  const span = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(span) && span >= (zero ? 0 : 1) ? Math.min(span, most) : 1;
};

/** Markup -> tables and paragraphs in reading order, without locators; scripts, styles and hidden parts left out. */
export function markupBlocks(html: string, budget: Budget): SourceBlock[] {
  const blocks: Block[] = [];
  const elements: OpenElement[] = [];
  const tables: OpenTable[] = [];
  let line = '';
  let heading: number | null = null;
  let pre = 0;

  const append = (text: string): void => {
    const table = tables.at(-1);
    if (table?.cell) table.line += text;
    else if (!table || text.trim() !== '') line += text;
  };
  const clean = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

  function breakLine(): void {
    const table = tables.at(-1);
    if (table) {
      const text = clean(table.line);
      table.line = '';
      if (text !== '') table.cell?.content.push(text);
      return;
    }
    const text = clean(line);
    line = '';
    if (text !== '') blocks.push({ kind: 'paragraph', text, locator: '', page: null, heading });
  }

  function endCell(): void {
    const table = tables.at(-1);
    if (!table?.cell) return;
    breakLine();
    table.cell = null;
  }

  function endRow(): void {
    endCell();
    const table = tables.at(-1);
    if (table) table.row = null;
  }

  function startRow(table: OpenTable): MarkupRow<Block[]> {
    const row: MarkupRow<Block[]> = [];
    table.rows.push(row);
    table.row = row;
    return row;
  }

  function startCell(attributes: Record<string, string>): void {
    const table = tables.at(-1);
    if (!table) return;
    endCell();
    const row = table.row ?? startRow(table);
    table.cell = {
      colSpan: spanOf(attributes['colspan'], 1000, false),
      rowSpan: spanOf(attributes['rowspan'], 65_534, true),
      content: [],
    };
    row.push(table.cell);
    if (++table.cells % 512 === 0) budget.addCells(512, { zh: '表格', en: 'a table' });
  }

  function endTable(): void {
    const table = tables.at(-1);
    if (!table) return;
    endRow();
    tables.pop();
    const made = tableBlocks(table.rows);
    const outer = tables.at(-1)?.cell;
    if (outer) outer.content.push(made);
    else for (const block of made) blocks.push(block);
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const parent = elements.at(-1);
        const style = parseStyle(attributes['style']);
        const skipped =
          (parent?.skipped ?? false) ||
          SKIPPED.has(name) ||
          (style?.hidden ?? false) ||
          'hidden' in attributes;
        const element: OpenElement = {
          name,
          style,
          skipped,
          sheet: parent?.sheet ?? null,
          x: parent?.x ?? 0,
          y: parent?.y ?? 0,
        };
        elements.push(element);
        if (elements.length > DEEPEST) tooDeep();
        if (skipped) return;
        if (element.sheet && style && (style.left !== null || style.top !== null)) {
          element.x += style.left ?? 0;
          element.y += style.top ?? 0;
          addBox(element.sheet, element.x, element.y, style);
          return;
        }
        if (!element.sheet && tables.length === 0 && isSheet(style)) {
          breakLine();
          element.sheet = newSheet(style.width, style.height);
          element.x = element.y = 0;
          blocks.push({ kind: 'sheet', sheet: element.sheet });
          return;
        }
        if (BREAKING.has(name)) breakLine();
        if (name === 'pre') pre++;
        if (/^h[1-6]$/.test(name)) heading = Number(name[1]);
        if (name === 'table') tables.push({ rows: [], row: null, cell: null, line: '', cells: 0 });
        else if (name === 'tr' && tables.length > 0) {
          endRow();
          const table = tables.at(-1);
          if (table) startRow(table);
        } else if (name === 'td' || name === 'th') startCell(attributes);
      },
      ontext(text) {
        const element = elements.at(-1);
        if (element?.skipped) return;
        if (element?.sheet && isPlaced(elements)) {
          const shown = clean(text);
          const style = placedStyle(elements);
          if (shown !== '' && style) addText(element.sheet, shown, element.x, element.y, style);
          return;
        }
        if (pre > 0) {
          text.split(/\r\n|\r|\n/).forEach((part, i) => {
            if (i > 0) breakLine();
            append(part);
          });
        } else append(text);
      },
      onclosetag(name) {
        const element = elements.pop();
        if (element?.skipped) return;
        if (BREAKING.has(name)) breakLine();
        if (name === 'pre') pre = Math.max(0, pre - 1);
        if (/^h[1-6]$/.test(name)) heading = null;
        if (name === 'td' || name === 'th') endCell();
        else if (name === 'tr') endRow();
        else if (name === 'table') endTable();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  for (let at = 0; at < html.length; at += 65_536) {
    budget.check({ zh: '网页', en: 'the web page' });
    parser.write(html.slice(at, at + 65_536));
  }
  parser.end();
  while (tables.length > 0) endTable();
  breakLine();
  return layOut(blocks);
}

/** Inside a sheet only text under a placed element has a place. */
const isPlaced = (elements: readonly OpenElement[]): boolean => placedStyle(elements) !== null;

function placedStyle(elements: readonly OpenElement[]): InlineStyle | null {
  for (let i = elements.length - 1; i >= 0; i--) {
    const style = elements[i]?.style;
    if (style && (style.left !== null || style.top !== null)) return style;
  }
  return null;
}

/** A table that only arranges the page (other tables in it, or a single cell) gives way to what stands in its cells. */
function tableBlocks(rows: readonly MarkupRow<Block[]>[]): Block[] {
  const cells = rows.flat();
  const nested = cells.some((cell) => cell.content.some((part) => typeof part !== 'string'));
  const full = rows.filter((row) => row.filter((cell) => textOf(cell) !== '').length >= 2).length;
  const written = cells.filter((cell) => cell.content.length > 0);
  if (written.length === 0) return [];
  if (cells.length > 1 && (!nested || full >= 3)) {
    const inner = cells.flatMap((cell) =>
      cell.content.filter((part): part is Block[] => typeof part !== 'string').flat(),
    );
    return [gridTable(rows), ...inner];
  }
  return written.flatMap((cell) =>
    cell.content.flatMap((part): Block[] =>
      typeof part === 'string'
        ? [{ kind: 'paragraph', text: part, locator: '', page: null, heading: null }]
        : part,
    ),
  );
}

/** Sheets of placed words become tables and paragraphs, together, so that page numbers and broken prose are seen. */
function layOut(blocks: readonly Block[]): SourceBlock[] {
  const result: SourceBlock[] = [];
  let sheets: NumberedBlocks[] = [];
  const flush = (): void => {
    if (sheets.length === 0) return;
    for (const block of paragraphsOf(sheets)) {
      if (block.kind === 'table') for (const row of block.rows) row.page = null;
      else block.page = null;
      result.push(block);
    }
    sheets = [];
  };
  let number = 0;
  for (const block of blocks) {
    if (block.kind === 'sheet') {
      const content = sheetContent(block.sheet, ++number);
      sheets.push({
        page: number,
        width: content.width,
        height: content.height,
        blocks: pageBlocks(content),
      });
    } else {
      flush();
      result.push(block);
    }
  }
  flush();
  return result;
}
