import { extractSchema } from '../../lib/core/model/extract.ts';
import { FUND_TERMS, ITEM_TERMS, MEASURE_TERMS, STATEMENT_TERMS } from '../../lib/core/terms/index.ts';
import type { Localised } from '../../lib/core/model/localised.ts';
import type { Column } from '../../lib/data/arrow/column.ts';
import { SQL_TYPE } from '../../lib/data/arrow/column.ts';
import { DATASET_TABLES, TABLES } from '../../lib/data/arrow/tables.ts';
import { code, markdownTable, type Sections } from './fill.ts';

/** The made sections of docs/data.md: from the contract's schema, the column list and the terms. */
export function dataSections(): Sections {
  return {
    extract: extractFields(),
    tables: DATASET_TABLES.map(tableSection).join('\n\n'),
    statements: terms(STATEMENT_TERMS),
    measures: terms(MEASURE_TERMS),
    funds: terms(FUND_TERMS),
    items: terms(ITEM_TERMS),
  };
}

/** Every list of `extract` with the names of its fields; what they mean is said once, at the tables. */
function extractFields(): string {
  const rows = Object.entries(extractSchema.shape).map(([name, schema]) => {
    const record = 'element' in schema ? schema.element : schema;
    const fields = 'shape' in record ? Object.keys(record.shape).map(code).join(', ') : '';
    return [code(name), 'element' in schema ? 'list' : fields ? 'object' : 'text', fields];
  });
  return markdownTable(['key', 'is', 'fields'], rows);
}

function tableSection(name: keyof typeof TABLES): string {
  const { description, place, key, columns } = TABLES[name];
  const keys = key.length > 0 ? ` Rows are told apart by ${key.map(code).join(', ')}.` : '';
  const file = place === 'document' ? 'One file a document.' : 'One file.';
  return `### ${name}\n\n${description}. ${file}${keys}\n\n${markdownTable(
    ['column', 'SQL type', 'meaning', 'values'],
    columns.map((column: Column) => [
      code(column.name),
      SQL_TYPE[column.type],
      `${column.description}${column.derived ? ' (not in the CSV)' : ''}${column.required ? '' : ' (may be empty)'}`,
      (column.values ?? []).map(code).join(' '),
    ]),
  )}`;
}

function terms(records: Readonly<Record<string, { name: Localised }>>): string {
  return markdownTable(
    ['value', '中文', 'English'],
    Object.entries(records).map(([id, { name }]) => [code(id), name.zh, name.en]),
  );
}
