import { DOCUMENT_TABLES } from '../arrow/records.ts';
import type { Column, TableSpec } from '../arrow/column.ts';
import { TABLES } from '../arrow/tables.ts';
import type { DatasetTableName } from '../arrow/tables.ts';
import { FILE_OF } from './files.ts';

const FIELD_TYPE: Record<Column['type'], string> = {
  text: 'string',
  json: 'string',
  'text-list': 'string',
  'integer-list': 'string',
  integer: 'integer',
  boolean: 'boolean',
  money: 'number',
  decimal: 'number',
};
const LIST_NOTE = ' (separated by spaces)';

export interface Field {
  name: string;
  type: string;
  description: string;
  constraints?: { required?: true; unique?: true; enum?: readonly string[] };
}
export interface TableSchema {
  fields: Field[];
  primaryKey?: string[];
  foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  missingValues: string[];
}
export interface Resource {
  name: string;
  path: string;
  title: string;
  format: 'csv' | 'json';
  mediatype: string;
  encoding: 'utf-8';
  profile?: 'tabular-data-resource';
  schema?: TableSchema;
}
export interface DataPackage {
  profile: 'data-package';
  name: string;
  title: string;
  description: string;
  resources: Resource[];
}

/** The package's descriptor (Frictionless Data Package): every file with its fields, types, keys and references. */
export function describePackage(
  documentIds: readonly string[],
  shared: readonly { name: DatasetTableName; file: string }[],
  reference: readonly { file: string; header: readonly string[] }[],
): DataPackage {
  return {
    profile: 'data-package',
    name: 'mingzhang',
    title: '明账: published budgets of Chinese agencies as one data set',
    description:
      'Figures, codes and labels of published departmental budgets, each with its place in the document, and the results of the sums that they take part in. Amounts are in yuan, exact.',
    resources: [
      ...shared.map(({ name, file }) => tabular(resourceName(file), file, TABLES[name], null)),
      ...documentIds.flatMap((id) => documentResources(id)),
      ...reference.map(({ file, header }) => referenceResource(file, header)),
    ],
  };
}

/** Pretty JSON with one field of a schema a line, so that a change of a column is one line in a diff. */
export function formatDescriptor(descriptor: DataPackage): string {
  const fields: string[] = [];
  const marked = JSON.stringify(
    descriptor,
    (key, value: unknown) => {
      if (key !== 'fields' || !Array.isArray(value) || typeof value[0] !== 'object') return value;
      return value.map((field) => `@${fields.push(JSON.stringify(field)) - 1}@`);
    },
    2,
  );
  return `${marked.replace(/"@(\d+)@"/g, (_, index: string) => fields[Number(index)] ?? '')}\n`;
}

function documentResources(id: string): Resource[] {
  const folder = `${FILE_OF.documents}/${id}`;
  return [
    {
      name: `${id}-document`,
      path: `${folder}/${FILE_OF.document}`,
      title: `${TABLES.documents.description}: ${id}`,
      format: 'json',
      mediatype: 'application/json',
      encoding: 'utf-8',
    },
    ...DOCUMENT_TABLES.filter((name) => name !== 'documents').map((name) =>
      tabular(`${id}-${name}`, `${folder}/${name}.csv`, TABLES[name], id),
    ),
  ];
}

function tabular(name: string, path: string, spec: TableSpec, documentId: string | null): Resource {
  const written = spec.columns.filter((column) => !column.derived);
  return {
    name,
    path,
    title: documentId ? `${spec.description}: ${documentId}` : spec.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    profile: 'tabular-data-resource',
    schema: {
      fields: written.map(fieldOf),
      ...(spec.key.length ? { primaryKey: [...spec.key] } : {}),
      ...(spec.foreignKeys.length
        ? {
            foreignKeys: spec.foreignKeys.map((key) => ({
              fields: [...key.columns],
              reference: {
                resource: documentId ? `${documentId}-${key.table}` : key.table,
                fields: [...key.references],
              },
            })),
          }
        : {}),
      missingValues: [''],
    },
  };
}

function fieldOf(column: Column): Field {
  const list = column.type === 'text-list' || column.type === 'integer-list';
  const constraints = {
    ...(column.required && column.type !== 'text' ? { required: true as const } : {}),
    ...(column.values ? { enum: column.values } : {}),
  };
  return {
    name: column.name,
    type: FIELD_TYPE[column.type],
    description: column.description + (list ? LIST_NOTE : ''),
    ...(Object.keys(constraints).length ? { constraints } : {}),
  };
}

function referenceResource(file: string, header: readonly string[]): Resource {
  return {
    name: resourceName(file),
    path: file,
    title: `Reference list: ${resourceName(file).replaceAll('-', ' ')}`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    profile: 'tabular-data-resource',
    schema: {
      fields: header.map((name) => ({
        name,
        type: 'string',
        description: REFERENCE_FIELDS[name] ?? name.replaceAll('_', ' '),
      })),
      missingValues: [''],
    },
  };
}

const REFERENCE_FIELDS: Record<string, string> = {
  code: 'Classification code',
  name: 'Name as printed',
  parent_code: 'Code of the class above',
  level: 'Level: 类, 款 or 项',
  source: 'Where the entry was read',
  note: 'Remark',
  dept_code: 'Departmental economic class',
  gov_code: 'Government economic class',
  condition: 'Kind of body that the pair is for',
  document_id: 'Document',
  fact_id: 'Fact',
  raw: 'Figure as it should read',
  reason: 'Why',
  date: 'Date, ISO',
};

function resourceName(file: string): string {
  return (file.split('/').pop() ?? file).replace(/\.csv$/, '');
}
