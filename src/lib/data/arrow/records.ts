import type { DocumentRecord, ExtractResult, Unit } from '../../core/model/extract.ts';
import { UNITS } from '../../core/model/extract.ts';
import { printedSlack } from '../../core/money/index.ts';
import type { Row } from './column.ts';
import { fitsDecimal } from './encode.ts';
import { DECIMAL_SHAPE } from './column.ts';
import type { DatasetTableName } from './tables.ts';
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
export type DocumentRows = Record<DocumentTable, Row[]>;
export type DatasetRows = Record<DatasetTableName, Row[]>;

/** What an extraction says, as rows of the data set, derived columns included. */
export function recordsOf(result: ExtractResult, agencyId: string): DocumentRows {
  const documentId = result.document.id;
  const rows: DocumentRows = {
    documents: [documentRow(result.document, agencyId)],
    tables: result.tables.map((table) => ({ ...table })),
    facts: result.facts.map((fact) => ({ ...fact })),
    headcounts: numbered(result.headcounts, 'headcount_id'),
    claims: numbered(result.claims, 'claim_id'),
    indicators: numbered(
      result.indicators.map((indicator) => ({
        ...indicator,
        prior: indicator.prior.length ? JSON.stringify(indicator.prior) : null,
      })),
      'indicator_id',
    ),
    checks: result.checks.map((check) => ({ ...check })),
    issues: result.issues.map((issue, index) => ({ issue_id: index + 1, ...issue })),
  };
  return withDerived(documentId, rows);
}

/** Fills the columns that are not in the CSV: whose row it is, the exact amount as text, the rounding slack. */
export function withDerived(documentId: string, rows: DocumentRows): DocumentRows {
  const entries = DOCUMENT_TABLES.map((name) => [
    name,
    rows[name].map((row) => complete(name, { ...row, document_id: documentId })),
  ]);
  return Object.fromEntries(entries) as DocumentRows;
}

/** Rows of several documents and the shared tables, one data set. */
export function joinRows(
  documents: readonly DocumentRows[],
  shared: Pick<DatasetRows, 'agencies' | 'project_nature'>,
): DatasetRows {
  const joined = Object.fromEntries(
    DOCUMENT_TABLES.map((name) => [name, documents.flatMap((rows) => rows[name])]),
  );
  return { ...(joined as DocumentRows), ...shared };
}

function complete(name: DocumentTable, row: Row): Row {
  const full: Row = {};
  for (const column of TABLES[name].columns) full[column.name] = row[column.name] ?? null;
  if (name !== 'facts' && name !== 'claims') return full;
  const yuan = typeof row['yuan'] === 'string' ? row['yuan'] : null;
  full['yuan_text'] = yuan;
  full['yuan'] = yuan !== null && fitsDecimal(yuan, DECIMAL_SHAPE.money) ? yuan : null;
  full['slack_yuan'] = yuan === null ? null : slackOf(row['unit'] ?? null, row['decimals'] ?? null);
  if (name === 'facts') full['corrected'] = row['corrected'] === true;
  return full;
}

function slackOf(unit: unknown, decimals: unknown): string {
  if (typeof decimals !== 'number' || !isUnit(unit)) return '0';
  return printedSlack(unit, decimals).toFixed();
}

function isUnit(unit: unknown): unit is Unit {
  return (UNITS as readonly unknown[]).includes(unit);
}

function documentRow({ id, ...document }: DocumentRecord, agencyId: string): Row {
  return { document_id: id, agency_id: agencyId, ...document };
}

/** Gives each row its locator as id, with `~2`, `~3` behind it where an earlier row has the same. */
function numbered(records: readonly (Row & { locator: string })[], idColumn: string): Row[] {
  const seen = new Map<string, number>();
  return records.map((record) => {
    const count = (seen.get(record.locator) ?? 0) + 1;
    seen.set(record.locator, count);
    return { [idColumn]: count === 1 ? record.locator : `${record.locator}~${count}`, ...record };
  });
}
