import { headOf } from './csv.ts';
import { rowCells } from './head.ts';
import type { ExportColumn, ExportTable } from './types.ts';

const FIELD_TYPE: Record<ExportColumn['type'], string> = {
  text: 'string',
  number: 'number',
  integer: 'integer',
};

/** The metadata of a packed folder for programs: a Frictionless tabular data package over its CSV files. */
export function writeDescriptor(
  tables: readonly ExportTable[],
  csvPath: (table: ExportTable) => string,
): string {
  const [first] = tables;
  const sources = new Map(
    tables.flatMap((table) => table.sources.map((source) => [source.documentId, source] as const)),
  );
  return `${JSON.stringify(
    {
      profile: 'tabular-data-package',
      name: 'mingzhang-export',
      version: first?.release,
      homepage: first?.link,
      created: first?.retrieved,
      sources: [...sources.values()].map(({ title, link, sha256, file, local }) => ({
        title,
        ...(link === '' ? {} : { path: link }),
        sha256,
        file,
        local,
      })),
      resources: tables.map((table) => ({
        profile: 'tabular-data-resource',
        name: table.id,
        title: table.title,
        path: csvPath(table),
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { commentChar: '#', header: true, lineTerminator: '\r\n' },
        unit: table.unit,
        basis: table.basis,
        filters: table.filters,
        notes: table.notes,
        link: table.link,
        schema: { fields: fieldsOf(table), missingValues: [''] },
      })),
    },
    null,
    2,
  )}\n`;
}

function fieldsOf(table: ExportTable): { name: string; type: string; id: string }[] {
  const proven = table.rows.some((cells) => rowCells(cells).length > 0);
  const fields = table.columns.map((column) => ({
    name: headOf(column),
    id: column.id,
    type: FIELD_TYPE[column.type],
  }));
  return proven
    ? [...fields, { name: table.lang === 'zh' ? '出处' : 'cells', id: 'cells', type: 'string' }]
    : fields;
}
