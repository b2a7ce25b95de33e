/**
 * How a column is held. `money` is DECIMAL(18,2) in SQL, `decimal` DECIMAL(28,8), both exact decimal strings in
 * records; `text-list` and `integer-list` are lists in SQL and stand in one CSV cell, separated by spaces; `json`
 * is text.
 */
export type ColumnType =
  'text' | 'integer' | 'boolean' | 'money' | 'decimal' | 'text-list' | 'integer-list' | 'json';

export type Cell = string | number | boolean | null | readonly string[] | readonly number[];
export type Row = Record<string, Cell>;

export interface Column {
  name: string;
  type: ColumnType;
  description: string;
  required?: true;
  values?: readonly string[];
  /** Worked out when the records are made into Arrow; not in the CSV. */
  derived?: true;
}

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
  (type: ColumnType) =>
  (name: string, description: string, extra: Extra = {}): Column => ({ name, type, description, ...extra });

export const text = column('text');
export const integer = column('integer');
export const boolean = column('boolean');
export const money = column('money');
export const decimal = column('decimal');
export const textList = column('text-list');
export const integerList = column('integer-list');
export const json = column('json');
export const required = { required: true } as const;
