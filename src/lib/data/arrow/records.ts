import type { DocumentRecord, ExtractResult, Unit } from '../../core/model/extract.ts';
import { UNITS } from '../../core/model/extract.ts';
import { printedSlack } from '../../core/money/index.ts';
import type { Cell, Column, Row } from './column.ts';
import { fitsDecimal } from './encode.ts';
import { DECIMAL_SHAPE } from './column.ts';
import type { DatasetTableName, RowOf } from './tables.ts';
import { TABLES } from './tables.ts';

/** Rows of every table that one document fills. */
export type DocumentTable = Exclude<DatasetTableName, 'agencies' | 'project_nature'>;
export const DOCUMENT_TABLES: readonly DocumentTable[] = [
  'documents',
  'tables',
  'facts',
  'headcounts',
  'claims',
  'indicators',
  'checks',
  'issues',
];
export type DocumentRows = { [N in DocumentTable]: RowOf<N>[] };
export type DatasetRows = { [N in DatasetTableName]: RowOf<N>[] };

/** Rows as an extraction or a file gives them: what is derived may be missing, and so may what is empty. */
export type GivenRows = { [N in DocumentTable]: readonly Partial<RowOf<N>>[] };

/** What an extraction says, as rows of the data set, derived columns included. */
export function recordsOf(result: ExtractResult, agencyId: string): DocumentRows {
  return withDerived(result.document.id, {
    documents: [documentRow(result.document, agencyId)],
    tables: result.tables,
    facts: result.facts,
    headcounts: numbered(result.headcounts).map(({ id, record }) => ({ headcount_id: id, ...record })),
    claims: numbered(result.claims).map(({ id, record }) => ({ claim_id: id, ...record })),
    indicators: numbered(result.indicators).map(({ id, record: { prior, ...indicator } }) => ({
      indicator_id: id,
      ...indicator,
      prior: prior.length ? JSON.stringify(prior) : null,
    })),
    checks: result.checks,
    issues: result.issues.map((issue, index) => ({ issue_id: index + 1, ...issue })),
  });
}

/** Fills the columns that are not in the CSV: whose row it is, the exact amount as text, the rounding slack. */
export function withDerived(documentId: string, given: GivenRows): DocumentRows {
  const own = <N extends DocumentTable>(name: N): RowOf<N>[] =>
    given[name].map((row) => complete(TABLES[name].columns, { ...row, document_id: documentId }) as RowOf<N>);
  return {
    documents: own('documents'),
    tables: own('tables'),
    facts: own('facts').map((row) => ({ ...row, ...amountOf(row), corrected: row.corrected === true })),
    headcounts: own('headcounts'),
    claims: own('claims').map((row) => ({ ...row, ...amountOf(row) })),
    indicators: own('indicators'),
    checks: own('checks'),
    issues: own('issues'),
  };
}

/** Rows by table, made by the table's column list. */
export function rowsByTable(rowsOf: (name: DocumentTable) => readonly Row[]): GivenRows {
  return Object.fromEntries(DOCUMENT_TABLES.map((name) => [name, rowsOf(name)])) as unknown as GivenRows;
}

/** Rows of several documents and the shared tables, one data set. */
export function joinRows(
  documents: readonly DocumentRows[],
  shared: Pick<DatasetRows, 'agencies' | 'project_nature'>,
): DatasetRows {
  const joined = rowsByTable((name) => documents.flatMap((rows): Row[] => rows[name]));
  return { ...(joined as DocumentRows), ...shared };
}

function complete(columns: readonly Column[], row: Row): Row {
  return Object.fromEntries(columns.map((column) => [column.name, row[column.name] ?? emptyCell(column)]));
}

function emptyCell({ type }: Column): Cell {
  return type === 'text-list' || type === 'integer-list' ? [] : null;
}

type Amount = Pick<RowOf<'facts'>, 'yuan' | 'yuan_text' | 'slack_yuan'>;
type Printed = Pick<RowOf<'facts'>, 'yuan' | 'yuan_text' | 'unit' | 'decimals'>;

/** Of rows as given, and of rows that have been through here: an amount that doesn't fit stands in `yuan_text` only. */
function amountOf({ yuan, yuan_text, unit, decimals }: Printed): Amount {
  const exact = yuan ?? yuan_text;
  return {
    yuan: exact !== null && fitsDecimal(exact, DECIMAL_SHAPE.money) ? exact : null,
    yuan_text: exact,
    slack_yuan: exact === null ? null : slackOf(unit, decimals),
  };
}

function slackOf(unit: string | null, decimals: number | null): string {
  if (decimals === null || !isUnit(unit)) return '0';
  return printedSlack(unit, decimals).toFixed();
}

function isUnit(unit: string | null): unit is Unit {
  return (UNITS as readonly (string | null)[]).includes(unit);
}

function documentRow({ id, ...document }: DocumentRecord, agencyId: string): Partial<RowOf<'documents'>> {
  return { document_id: id, agency_id: agencyId, ...document };
}

/** Gives each record its locator as id, with `~2`, `~3` behind it where an earlier one has the same. */
function numbered<T extends { locator: string }>(records: readonly T[]): { id: string; record: T }[] {
  const seen = new Map<string, number>();
  return records.map((record) => {
    const count = (seen.get(record.locator) ?? 0) + 1;
    seen.set(record.locator, count);
    return { id: count === 1 ? record.locator : `${record.locator}~${count}`, record };
  });
}
