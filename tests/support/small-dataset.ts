import { DATASET_TABLES } from '../../src/lib/data/arrow/index.ts';
import type { DatasetRows, DatasetTableName, RowOf } from '../../src/lib/data/arrow/index.ts';
import { sampleRow } from '../../src/lib/data/arrow/sample-rows.ts';

/** A row with the cells that matter. */
export type Cells<N extends DatasetTableName> = Partial<RowOf<N>>;

/** A data set with nothing but the rows given; every other column of theirs is empty. */
export function datasetOf(rows: { [N in DatasetTableName]?: Cells<N>[] }): DatasetRows {
  const own = <N extends DatasetTableName>(table: N): RowOf<N>[] =>
    (rows[table] ?? []).map((row) => sampleRow(table, row));
  return Object.fromEntries(DATASET_TABLES.map((table) => [table, own(table)])) as unknown as DatasetRows;
}

/** A fact of a table, printed in 元 with two decimals unless told otherwise. */
export function fact(
  document: string,
  table: string,
  statement: RowOf<'facts'>['statement'],
  id: string,
  yuan: string,
  more: Cells<'facts'> = {},
): Cells<'facts'> {
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
    is_total: more.axis === undefined || more.axis === 'total',
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
  more: Cells<'claims'> = {},
): Cells<'claims'> {
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

export function document(
  id: string,
  agency: string,
  year: number,
  more: Cells<'documents'> = {},
): Cells<'documents'> {
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

export function table(
  documentId: string,
  id: string,
  statement: RowOf<'tables'>['statement'],
  status: RowOf<'tables'>['status'] = 'published',
): Cells<'tables'> {
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
