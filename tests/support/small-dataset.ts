import { DATASET_TABLES, TABLES } from '../../src/lib/data/arrow/index.ts';
import type { Column, DatasetRows, DatasetTableName, Row } from '../../src/lib/data/arrow/index.ts';

/** A data set with nothing but the rows given; every other column of theirs is null. */
export function datasetOf(rows: Partial<Record<DatasetTableName, Row[]>>): DatasetRows {
  return Object.fromEntries(
    DATASET_TABLES.map((table) => [
      table,
      (rows[table] ?? []).map((row) => fill(TABLES[table].columns, row)),
    ]),
  ) as DatasetRows;
}

function fill(columns: readonly Column[], row: Row): Row {
  const known = new Set(columns.map((column) => column.name));
  const unknown = Object.keys(row).filter((name) => !known.has(name));
  if (unknown.length) throw new Error(`no such column: ${unknown.join(', ')}`);
  return Object.fromEntries(columns.map((column) => [column.name, row[column.name] ?? null]));
}

type Cells = Record<string, Row[string]>;

/** A fact of a table, printed in 元 with two decimals unless told otherwise. */
export function fact(
  document: string,
  table: string,
  statement: string,
  id: string,
  yuan: string,
  more: Cells = {},
): Row {
  return {
    document_id: document,
    fact_id: `${table}.${id}`,
    table_id: table,
    row: 0,
    column: 0,
    locator: `L1#${id}`,
    statement,
    axis: 'total',
    label: '合计',
    flow: 'expenditure',
    measure: 'total',
    fund: 'all',
    raw: yuan,
    unit: '元',
    yuan,
    yuan_text: yuan,
    slack_yuan: '0.005',
    decimals: 2,
    status: /[1-9]/.test(yuan) ? 'reported' : 'zero',
    is_total: more['axis'] === undefined || more['axis'] === 'total',
    column_label: '',
    corrected: false,
    ...more,
  };
}

/** A figure of the narrative, stated in 万元 with two decimals unless told otherwise. */
export function claim(
  document: string,
  id: string,
  subject: string,
  yuan: string | null,
  more: Cells = {},
): Row {
  return {
    document_id: document,
    claim_id: id,
    locator: id,
    subject,
    measure: 'amount',
    raw: '',
    unit: '万元',
    yuan,
    yuan_text: yuan,
    slack_yuan: yuan === null ? null : '50',
    decimals: 2,
    ...more,
  };
}

export function document(id: string, agency: string, year: number, more: Cells = {}): Row {
  return {
    document_id: id,
    agency_id: agency,
    title: id,
    agency,
    fiscal_year: year,
    stage: 'budget',
    scope: 'department',
    format: 'text',
    source_name: id,
    sha256: '',
    bytes: 0,
    ...more,
  };
}

export function table(documentId: string, id: string, statement: string, status = 'published'): Row {
  return {
    document_id: documentId,
    table_id: id,
    title: statement,
    statement,
    status,
    locator: 'L1',
    rows: 1,
    columns: 1,
  };
}
