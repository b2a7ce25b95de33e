import { countOverrides, type Overrides } from '../../core/overrides/index.ts';
import type { CheckStatus, ExtractResult } from '../../core/model/index.ts';
import { sha256Hex } from '../../core/sha256.ts';
import type { Row } from '../arrow/column.ts';
import { DOCUMENT_TABLES, recordsOf, rowsByTable, withDerived, type DocumentRows } from '../arrow/records.ts';
import { TABLES, type RowOf } from '../arrow/tables.ts';
import { formatRows, parseRows } from '../package/csv.ts';
import { localAgencyId } from './id.ts';

export const LOCAL_SCHEMA = 'mingzhang.local/1';

/** A reader's own document: what was read from it, with the reader's corrections. */
export interface LocalDocument {
  schema: typeof LOCAL_SCHEMA;
  id: string;
  /** Of the figures, so that the same file read with other corrections is told apart. */
  digest: string;
  /** When it was taken in, ISO. */
  added: string;
  /** Whether the file itself is kept here too, or only what somebody else read from it. */
  origin: 'file' | 'package';
  overrides: Overrides;
  rows: DocumentRows;
}

/** What lists and marks need of a local document, without its rows. */
export interface LocalSummary extends Pick<LocalDocument, 'id' | 'digest' | 'added' | 'origin'> {
  agencyId: string;
  agency: string;
  title: string;
  sourceName: string;
  sha256: string;
  regionCode: string | null;
  fiscalYear: number | null;
  stage: 'budget' | 'final-account';
  scope: 'department' | 'unit';
  tables: number;
  facts: number;
  checks: Record<CheckStatus, number>;
  corrections: number;
}

/** An extraction as a local document; its rows are exactly those that come back out of a data package. */
export async function localDocument(
  result: ExtractResult,
  overrides: Overrides,
  added: string,
): Promise<LocalDocument> {
  const { agency, id } = result.document;
  const rows = asPackaged(recordsOf(result, await localAgencyId(agency)));
  return {
    schema: LOCAL_SCHEMA,
    id,
    digest: await digestOf(rows),
    added,
    origin: 'file',
    overrides,
    rows,
  };
}

export function summarise({ id, digest, added, origin, overrides, rows }: LocalDocument): LocalSummary {
  const document = ownRow(rows);
  const checks = { exact: 0, rounding: 0, explained: 0, broken: 0, unchecked: 0 };
  for (const check of rows.checks) checks[check.status] += 1;
  return {
    id,
    digest,
    added,
    origin,
    agencyId: document.agency_id,
    agency: document.agency,
    title: document.title,
    sourceName: document.source_name,
    sha256: document.sha256,
    regionCode: document.region_code,
    fiscalYear: document.fiscal_year,
    stage: document.stage,
    scope: document.scope,
    tables: rows.tables.filter(({ status }) => status === 'published').length,
    facts: rows.facts.length,
    checks,
    corrections: countOverrides(overrides),
  };
}

/** The row of the document itself. */
export function ownRow({ documents: [document] }: DocumentRows): RowOf<'documents'> {
  if (!document) throw new Error('a document without its own row');
  return document;
}

/** Six hexadecimal digits over every figure. */
export async function digestOf(rows: DocumentRows): Promise<string> {
  const figures = DOCUMENT_TABLES.map((name) => [
    name,
    rows[name].map((row: Row) => TABLES[name].columns.map((column) => row[column.name] ?? null)),
  ]);
  return (await sha256Hex(new TextEncoder().encode(JSON.stringify(figures)))).slice(0, 6);
}

/** The rows as a package holds them: white space folded, lists and numbers in the form of their columns. */
function asPackaged(rows: DocumentRows): DocumentRows {
  const packaged = rowsByTable((name) => {
    const { columns } = TABLES[name];
    return name === 'documents' ? rows[name] : parseRows(columns, formatRows(columns, rows[name]), name);
  });
  return withDerived(ownRow(rows).document_id, packaged);
}
