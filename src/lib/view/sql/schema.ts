import { SQL_TYPE } from '../../data/arrow/column.ts';
import { CHINESE } from '../../data/arrow/chinese.ts';
import { DATASET_TABLES, TABLES } from '../../data/arrow/tables.ts';
import type { Column } from '../../data/arrow/column.ts';
import type { Lang } from '../../core/model/localised.ts';

export interface SchemaColumn {
  name: string;
  /** As SQL writes it. */
  type: string;
  meaning: string;
  /** Values that occur, where they are a closed list. */
  values: readonly string[];
}

export interface SchemaTable {
  name: string;
  meaning: string;
  columns: SchemaColumn[];
}

/** The tables that can be asked, with what their columns mean. */
export function schemaOf(lang: Lang): SchemaTable[] {
  return DATASET_TABLES.map((table) => {
    const { description, columns }: { description: string; columns: readonly Column[] } = TABLES[table];
    const chinese = CHINESE[table];
    return {
      name: table,
      meaning: lang === 'zh' ? chinese.meaning : description,
      columns: columns.map((column) => ({
        name: column.name,
        type: SQL_TYPE[column.type],
        meaning: lang === 'zh' ? (chinese.columns[column.name] ?? column.description) : column.description,
        values: column.values ?? [],
      })),
    };
  });
}
