import { parse } from 'csv-parse/sync';
import { toYuanString, parseNumber } from '../../core/money/index.ts';
import { UNITS } from '../../core/model/extract.ts';
import type { Unit } from '../../core/model/extract.ts';
import { withDerived } from '../arrow/records.ts';
import type { DocumentRows } from '../arrow/records.ts';
import type { RowOf } from '../arrow/tables.ts';
import { recheck } from './recheck.ts';

/** A figure that a person corrected: one line of corrections.csv. */
export interface Correction {
  document_id: string;
  fact_id: string;
  /** What the cell should say, as a printed figure in the cell's own unit. */
  raw: string;
  reason: string;
  date: string;
  /** What the cell said before. */
  printed?: string;
  /** Where the correction can be checked. */
  source?: string;
}

/** The lines of corrections.csv; columns beyond those that are needed are left alone. */
export function parseCorrections(csv: string): Correction[] {
  if (csv.trim() === '') return [];
  return parse<Correction>(csv, { columns: true, bom: true, relax_column_count: true });
}

/** The document with its corrected figures in place of the extracted ones, each marked, and its checks made anew. */
export function applyCorrections(
  documentId: string,
  rows: DocumentRows,
  corrections: readonly Correction[],
): DocumentRows {
  const mine = new Map(corrections.filter((c) => c.document_id === documentId).map((c) => [c.fact_id, c]));
  if (mine.size === 0) return rows;
  const facts = rows.facts.map((fact) => {
    const correction = mine.get(fact.fact_id);
    return correction ? corrected(fact, correction) : fact;
  });
  const after = withDerived(documentId, { ...rows, facts });
  const changed = new Set(after.facts.flatMap((fact) => (fact.corrected === true ? [fact.fact_id] : [])));
  if (changed.size === 0) return after;
  return withDerived(documentId, { ...after, checks: recheck(rows, after, changed) });
}

function corrected(fact: RowOf<'facts'>, { raw }: Correction): RowOf<'facts'> {
  const number = parseNumber(raw);
  const { unit } = fact;
  if (!number) return fact;
  const isMoney = (UNITS as readonly unknown[]).includes(unit);
  return {
    ...fact,
    raw,
    yuan: isMoney ? toYuanString(number.value, unit as Unit) : null,
    yuan_text: null,
    quantity: isMoney ? fact.quantity : number.value.toFixed(),
    decimals: number.decimals,
    status: number.value.isZero() ? 'zero' : 'reported',
    corrected: true,
  };
}
