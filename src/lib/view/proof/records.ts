import type {
  ProofClaim,
  ProofData,
  ProofFact,
  ProofHeadcount,
  ProofIndicator,
  ProofTable,
} from '../../data/proof.ts';
import { parseReference } from './reference.ts';

/** What a reference leads to. */
export type ProofRecord =
  | { kind: 'fact'; record: ProofFact }
  | { kind: 'claim'; record: ProofClaim }
  | { kind: 'headcount'; record: ProofHeadcount }
  | { kind: 'indicator'; record: ProofIndicator }
  | { kind: 'table'; record: ProofTable };

/** Looks a document's records up by reference; null where this release has no such record. */
export function recordReader(data: ProofData): (ref: string) => ProofRecord | null {
  const facts = new Map(data.facts.map((record) => [record.fact_id, record]));
  const claims = new Map(data.claims.map((record) => [record.claim_id, record]));
  const headcounts = new Map(data.headcounts.map((record) => [record.headcount_id, record]));
  const indicators = new Map(data.indicators.map((record) => [record.indicator_id, record]));
  const tables = new Map(data.tables.map((record) => [record.table_id, record]));
  return (ref) => {
    const { kind, id } = parseReference(ref);
    const found = { fact: facts, claim: claims, headcount: headcounts, indicator: indicators, table: tables }[
      kind
    ];
    const record = found.get(id);
    return record ? ({ kind, record } as ProofRecord) : null;
  };
}
