/**
 * How a column is held. `money` is DECIMAL(18,2) in SQL, `decimal` DECIMAL(28,8), both exact decimal strings in
 * records; `text-list` and `integer-list` are lists in SQL and stand in one CSV cell, separated by spaces; `json`
 * is text.
 */
export type ColumnType =
  'text' | 'integer' | 'boolean' | 'money' | 'decimal' | 'text-list' | 'integer-list' | 'json';

interface CellTypes {
  text: string;
  integer: number;
  boolean: boolean;
  money: string;
  decimal: string;
  'text-list': readonly string[];
  'integer-list': readonly number[];
  json: string;
}
export type Cell = CellTypes[ColumnType] | null;

/** A row of any table, for code that goes by a column list; where the table is known, its rows are `RowOf` it. */
export type Row = Readonly<Record<string, Cell>>;

export interface Column {
  name: string;
  type: ColumnType;
  description: string;
  required?: true;
  values?: readonly string[];
  /** Worked out when the records are made into Arrow; not in the CSV. */
  derived?: true;
}

/** What a cell of the column is: one of the values that it lists, null where it may be empty. A list is never null. */
type CellOf<C extends Column> =
  | (C extends { values: readonly (infer V)[] } ? V : CellTypes[C['type']])
  | (C extends { required: true } | { type: 'text-list' | 'integer-list' } ? never : null);

/** The row that a column list describes. */
export type RowOfColumns<C extends readonly Column[]> = { [K in C[number] as K['name']]: CellOf<K> };
/** The same as it stands in a CSV file. */
export type WrittenRowOfColumns<C extends readonly Column[]> = {
  [K in C[number] as K extends { derived: true } ? never : K['name']]: CellOf<K>;
};

export interface ForeignKey {
  columns: readonly string[];
  table: string;
  references: readonly string[];
}

export interface TableSpec {
  description: string;
  /** One file in every document's folder, or one for the data set. */
  place: 'document' | 'dataset';
  /** Columns that tell a row apart, `document_id` not counted where the place is the document. */
  key: readonly string[];
  foreignKeys: readonly ForeignKey[];
  columns: readonly Column[];
}

export const DECIMAL_SHAPE = {
  money: { precision: 18, scale: 2, sql: 'DECIMAL(18,2)' },
  decimal: { precision: 28, scale: 8, sql: 'DECIMAL(28,8)' },
} as const;

export const SQL_TYPE: Record<ColumnType, string> = {
  text: 'VARCHAR',
  json: 'VARCHAR',
  integer: 'INTEGER',
  boolean: 'BOOLEAN',
  money: DECIMAL_SHAPE.money.sql,
  decimal: DECIMAL_SHAPE.decimal.sql,
  'text-list': 'VARCHAR[]',
  'integer-list': 'INTEGER[]',
};

type Extra = Pick<Column, 'required' | 'values' | 'derived'>;

const column =
  <T extends ColumnType>(type: T) =>
  <const N extends string, const E extends Extra = object>(
    name: N,
    description: string,
    extra?: E,
  ): { name: N; type: T; description: string } & E => ({ name, type, description, ...(extra as E) });

export const text = column('text');
export const integer = column('integer');
export const boolean = column('boolean');
export const money = column('money');
export const decimal = column('decimal');
export const textList = column('text-list');
export const integerList = column('integer-list');
export const json = column('json');
export const required = { required: true } as const;
