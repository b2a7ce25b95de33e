import { headLines, rowCells } from './head.ts';
import type { ExportCell, ExportColumn, ExportTable } from './types.ts';

/**
 * CSV that Chinese Excel opens as text: UTF-8 with a BOM, CRLF. First what the export says of itself, as lines that begin
 * with `#`; then the heads and the rows, figures exact and ungrouped, with the cells that they stand in last.
 */
export function writeCsv(table: ExportTable): string {
  const said = headLines(table).map(({ name, value }) => `# ${oneLine(name)}: ${oneLine(value)}`);
  const proven = table.rows.some((cells) => rowCells(cells).length > 0);
  const heads = [...table.columns.map(headOf), ...(proven ? [table.lang === 'zh' ? '出处' : 'cells'] : [])];
  const rows = table.rows.map((cells) => [
    ...cells.map((cell, index) => cellText(cell, table.columns[index])),
    ...(proven ? [quoted(rowCells(cells).join(' '))] : []),
  ]);
  const lines = [...said, heads.map(quoted).join(','), ...rows.map((row) => row.join(','))];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

export function headOf({ label, unit }: ExportColumn): string {
  return unit ? `${label} (${unit})` : label;
}

function cellText(cell: ExportCell, column: ExportColumn | undefined): string {
  if (cell.value === null) return '';
  return column?.type === 'text' ? quoted(neutral(cell.value)) : cell.value;
}

/** A text that a spreadsheet would take for a formula, made plain text. */
function neutral(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** `#` too, because readers that skip comments take it for one in the middle of a line. */
function quoted(text: string): string {
  return /[",\r\n#]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
