import { figureLines } from './head.ts';
import type { ExportCell, ExportColumn, ExportTable } from './types.ts';

export const EXPORT_SCHEMA = 'mingzhang.export/1';

/** JSON with exact decimals as strings, whole numbers as numbers; what is not there is null, with its reason in `absent`. */
export function writeJson(table: ExportTable): string {
  const { id, title, unit, basis, filters, notes, release, link, retrieved, sources, columns } = table;
  const rows = table.rows.map((cells) => ({
    values: Object.fromEntries(columns.map((column, index) => [column.id, jsonValue(cells[index], column)])),
    ...absences(cells, columns),
  }));
  const figures = figureLines(table).map(({ documentId, ...line }) => ({ ...line, document: documentId }));
  return `${JSON.stringify(
    {
      schema: EXPORT_SCHEMA,
      id,
      title,
      unit,
      basis,
      filters,
      notes,
      release,
      link,
      retrieved,
      columns,
      rows,
      sources,
      figures,
    },
    null,
    2,
  )}\n`;
}

function jsonValue(cell: ExportCell | undefined, { type }: ExportColumn): string | number | null {
  const value = cell?.value ?? null;
  return value !== null && type === 'integer' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function absences(
  cells: readonly ExportCell[],
  columns: readonly ExportColumn[],
): { absent?: Record<string, string> } {
  const reasons = cells.flatMap(({ absent }, index) => {
    const id = columns[index]?.id;
    return absent && id ? [[id, absent] as const] : [];
  });
  return reasons.length > 0 ? { absent: Object.fromEntries(reasons) } : {};
}
