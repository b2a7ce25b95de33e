import { gridTable, textOf, type MarkupCell, type MarkupRow } from './table.ts';
import type { Block } from './sheets.ts';

const MOST_SPANNED_COLUMNS = 1000;
const MOST_SPANNED_ROWS = 65_534;

const spanOf = (value: string | undefined, most: number, zero: boolean): number => {
  const span = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(span) && span >= (zero ? 0 : 1) ? Math.min(span, most) : 1;
};

/** A table whose end tag has not come yet. */
export class OpenTable {
  /** Text of the open cell since the last line break. */
  line = '';
  cellCount = 0;
  /** Inside <caption>. */
  inCaption = false;
  readonly #captions: string[] = [];
  readonly #rows: MarkupRow<Block[]>[] = [];
  #row: MarkupRow<Block[]> | null = null;
  #cell: MarkupCell<Block[]> | null = null;

  get inCell(): boolean {
    return this.#cell !== null;
  }

  startRow(): void {
    this.#row = [];
    this.#rows.push(this.#row);
  }

  endRow(): void {
    this.#row = null;
  }

  startCell(attributes: Record<string, string>): void {
    if (!this.#row) this.startRow();
    this.#cell = {
      colSpan: spanOf(attributes['colspan'], MOST_SPANNED_COLUMNS, false),
      rowSpan: spanOf(attributes['rowspan'], MOST_SPANNED_ROWS, true),
      content: [],
    };
    this.#row?.push(this.#cell);
    this.cellCount++;
  }

  endCell(): void {
    this.#cell = null;
  }

  addCaption(line: string): void {
    this.#captions.push(line);
  }

  /** Puts a line of text, or what a table inside came to, into the open cell. */
  addToCell(part: string | Block[]): void {
    this.#cell?.content.push(part);
  }

  /** The table with its caption above it. */
  blocks(): Block[] {
    return [...this.#captions.map((line) => paragraphOf(line, null)), ...this.#body()];
  }

  /** A table that only arranges the page (other tables in it, or a single cell) gives way to what stands in its cells. */
  #body(): Block[] {
    const rows = this.#rows;
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
      cell.content.flatMap((part): Block[] => (typeof part === 'string' ? [paragraphOf(part, null)] : part)),
    );
  }
}

export const paragraphOf = (text: string, heading: number | null): Block => ({
  kind: 'paragraph',
  text,
  locator: '',
  page: null,
  heading,
});
