import { Parser } from 'htmlparser2';
import type { SourceBlock } from '../../model/index.ts';
import { raised } from '../../text/index.ts';
import { stop, type Budget } from '../limits.ts';
import {
  headingDepth,
  isBreaking,
  isCell,
  isPlacedStyle,
  openElement,
  placedStyle,
  type OpenElement,
} from './elements.ts';
import { EMBEDDED_OBJECT, EMBEDDED_PICTURE, isEmbedded } from './embedded.ts';
import { hiddenByStyle, type Hides } from './hidden.ts';
import { OpenTable, paragraphOf } from './open-table.ts';
import { addBox, addText, isSheet, newSheet } from './positioned.ts';
import { layOut, type Block } from './sheets.ts';
import { parseStyle } from './style.ts';

/** Elements within elements; real pages stay below a hundred. */
const DEEPEST = 2000;
/** Cells that are counted at once. */
const CELLS_AT_ONCE = 512;
/** Characters that are parsed between two looks at the clock. */
const STEP = 65_536;

/** Markup -> tables and paragraphs in reading order, without locators; scripts, styles and hidden parts left out. */
export function markupBlocks(html: string, budget: Budget): SourceBlock[] {
  const reading = new MarkupReading(budget, hiddenByStyle(html));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reading.open(name, attributes),
      ontext: (text) => reading.text(text),
      onclosetag: (name) => reading.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  for (let at = 0; at < html.length; at += STEP) {
    budget.check({ zh: '网页', en: 'the web page' });
    parser.write(html.slice(at, at + STEP));
  }
  parser.end();
  return layOut(reading.end());
}

const clean = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** A page while its tags come in: what is open, and the blocks that are done. */
class MarkupReading {
  readonly #budget: Budget;
  readonly #blocks: Block[] = [];
  readonly #elements: OpenElement[] = [];
  readonly #tables: OpenTable[] = [];
  #line = '';
  #heading: number | null = null;
  #preformatted = 0;
  readonly #hides: Hides;
  /** Text of the raised element that is open. */
  #raised: string | null = null;

  constructor(budget: Budget, hides: Hides) {
    this.#budget = budget;
    this.#hides = hides;
  }

  open(name: string, attributes: Record<string, string>): void {
    const hidden = this.#hides(name, attributes);
    const style = parseStyle(attributes['style']);
    const element = openElement(name, attributes, style, this.#elements.at(-1), hidden);
    this.#elements.push(element);
    if (this.#elements.length > DEEPEST) tooDeep();
    if (isEmbedded(name, attributes) && !hidden && !this.#elements.at(-2)?.skipped)
      this.#append(EMBEDDED_OBJECT);
    if (element.skipped || this.#place(element)) return;
    if (name === 'img') this.#append(EMBEDDED_PICTURE);
    if (name === 'sup') this.#raised = '';
    const table = this.#tables.at(-1);
    if (name === 'caption' && table) table.inCaption = true;
    if (isBreaking(name)) this.#breakLine();
    if (name === 'pre') this.#preformatted++;
    this.#heading = headingDepth(name) ?? this.#heading;
    if (name === 'table') this.#tables.push(new OpenTable());
    else if (name === 'tr') this.#startRow();
    else if (isCell(name)) this.#startCell(attributes);
  }

  text(text: string): void {
    const element = this.#elements.at(-1);
    if (element?.skipped) return;
    const style = element?.sheet ? placedStyle(this.#elements) : null;
    if (element?.sheet && style) {
      const shown = clean(text);
      if (shown !== '') addText(element.sheet, shown, element.x, element.y, style);
      return;
    }
    if (this.#raised !== null) {
      this.#raised += text;
      return;
    }
    if (this.#preformatted === 0) {
      this.#append(text);
      return;
    }
    text.split(/\r\n|\r|\n/).forEach((part, i) => {
      if (i > 0) this.#breakLine();
      this.#append(part);
    });
  }

  close(name: string): void {
    const element = this.#elements.pop();
    if (element?.skipped) return;
    if (name === 'sup') this.#endRaised();
    if (isBreaking(name)) this.#breakLine();
    const table = this.#tables.at(-1);
    if (name === 'caption' && table) table.inCaption = false;
    if (name === 'pre') this.#preformatted = Math.max(0, this.#preformatted - 1);
    if (headingDepth(name) !== null) this.#heading = null;
    if (isCell(name)) this.#endCell();
    else if (name === 'tr') this.#endRow();
    else if (name === 'table') this.#endTable();
  }

  /** Ends what is still open; answers all blocks. */
  end(): readonly Block[] {
    while (this.#tables.length > 0) this.#endTable();
    this.#breakLine();
    return this.#blocks;
  }

  /** Whether the element is a sheet of placed words or has its own place on one; notes it there. */
  #place(element: OpenElement): boolean {
    const { sheet, style } = element;
    if (sheet && isPlacedStyle(style)) {
      element.x += style.left ?? 0;
      element.y += style.top ?? 0;
      addBox(sheet, element.x, element.y, style);
      return true;
    }
    if (sheet || this.#tables.length > 0 || !isSheet(style)) return false;
    this.#breakLine();
    element.sheet = newSheet(style.width, style.height);
    element.x = element.y = 0;
    this.#blocks.push({ kind: 'sheet', sheet: element.sheet });
    return true;
  }

  /** Raised figures stay apart from what they stand behind: 730.34¹ is no 730.341. */
  #endRaised(): void {
    const text = this.#raised ?? '';
    this.#raised = null;
    this.#append(raised(text));
  }

  #append(text: string): void {
    const table = this.#tables.at(-1);
    if (table?.inCell || table?.inCaption) table.line += text;
    else if (!table || text.trim() !== '') this.#line += text;
  }

  #breakLine(): void {
    const table = this.#tables.at(-1);
    const text = clean(table ? table.line : this.#line);
    if (table) {
      table.line = '';
      if (text !== '' && table.inCell) table.addToCell(text);
      else if (text !== '') table.addCaption(text);
      return;
    }
    this.#line = '';
    if (text !== '') this.#blocks.push(paragraphOf(text, this.#heading));
  }

  #startRow(): void {
    this.#endRow();
    this.#tables.at(-1)?.startRow();
  }

  #endRow(): void {
    this.#endCell();
    this.#tables.at(-1)?.endRow();
  }

  #startCell(attributes: Record<string, string>): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#endCell();
    table.startCell(attributes);
    if (table.cellCount % CELLS_AT_ONCE === 0)
      this.#budget.addCells(CELLS_AT_ONCE, { zh: '表格', en: 'a table' });
  }

  #endCell(): void {
    const table = this.#tables.at(-1);
    if (!table?.inCell) return;
    this.#breakLine();
    table.endCell();
  }

  #endTable(): void {
    this.#endRow();
    const made = this.#tables.pop()?.blocks() ?? [];
    const outer = this.#tables.at(-1);
    if (outer?.inCell) outer.addToCell(made);
    else for (const block of made) this.#blocks.push(block);
  }
}

function tooDeep(): never {
  stop(
    'damaged',
    `网页的标签嵌套超过 ${DEEPEST} 层，已停止。请在浏览器中打开后另存，或另存为 PDF 再试。`,
    `The tags of this web page are nested more than ${DEEPEST} deep. Save it anew from a browser, or as PDF, and try again.`,
  );
}
