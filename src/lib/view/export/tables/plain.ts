import type { ExportCell, ExportColumn, ExportProof, ExportSource, ExportTable } from '../types.ts';
import { framed } from './context.ts';
import type { ExportContext } from './context.ts';
import { decimalsOfText, figureOfText } from './figure-text.ts';

export interface PlainColumn {
  /** ASCII. */
  id: string;
  label: string;
  unit?: string;
  numeric: boolean;
}

export interface PlainTable {
  id: string;
  title: string;
  unit?: string;
  basis?: string;
  filters?: ExportTable['filters'];
  notes?: string[];
  columns: readonly PlainColumn[];
  /** Cells as the page writes them, with where their figures stand. */
  rows: readonly (readonly PlainCell[])[];
  sources: readonly ExportSource[];
}
export type PlainCell = string | { text: string; proof: ExportProof };

/** A table whose figures are written exactly on the page, so that what is written is what is exported. */
export function plainTable(table: PlainTable, context: ExportContext): ExportTable {
  return {
    ...framed(context),
    id: table.id,
    title: table.title,
    unit: table.unit ?? '',
    basis: table.basis ?? '',
    filters: [...(table.filters ?? [])],
    notes: [...(table.notes ?? [])],
    columns: table.columns.map((column, index) =>
      plainColumn(
        column,
        table.rows.map((row) => textOf(row[index])),
      ),
    ),
    rows: table.rows.map((row) => table.columns.map((column, index) => plainCell(row[index] ?? '', column))),
    sources: [...table.sources],
  };
}

function plainColumn({ id, label, unit, numeric }: PlainColumn, texts: readonly string[]): ExportColumn {
  const said = unit === undefined ? { id, label } : { id, label, unit };
  const figures = texts.filter((text) => figureOfText(text) !== null);
  if (!numeric || figures.length === 0) return { ...said, type: 'text' };
  return { ...said, type: 'number', decimals: Math.max(...figures.map(decimalsOfText)) };
}

function plainCell(cell: PlainCell, { numeric }: PlainColumn): ExportCell {
  const text = textOf(cell);
  const proof = typeof cell === 'string' ? {} : { proof: cell.proof };
  if (!numeric) return { value: text, ...proof };
  const value = figureOfText(text);
  if (value !== null) return { value, ...proof };
  return text === '' ? { value: null, ...proof } : { value: null, absent: text, ...proof };
}

function textOf(cell: PlainCell | undefined): string {
  return typeof cell === 'string' ? cell : (cell?.text ?? '');
}
