import type { ProofData } from '../../data/proof.ts';
import { parseReference } from '../proof/reference.ts';

/** Where a cell link leads in this release. */
export type CellTarget =
  { kind: 'none' } | { kind: 'found'; ref: string } | { kind: 'lost'; ref: string; tableId: string | null };

/**
 * What `?cell=` asks for: the record it names; where this release lost it, the nearest table: the one that the id begins
 * with, else the next table of that number.
 */
export function cellTarget(
  ref: string | null,
  data: Pick<ProofData, 'facts' | 'claims' | 'headcounts' | 'indicators' | 'tables'>,
): CellTarget {
  if (ref === null || ref === '') return { kind: 'none' };
  const { kind, id } = parseReference(ref);
  const known = {
    fact: () => data.facts.some(({ fact_id }) => fact_id === id),
    claim: () => data.claims.some(({ claim_id }) => claim_id === id),
    headcount: () => data.headcounts.some(({ headcount_id }) => headcount_id === id),
    indicator: () => data.indicators.some(({ indicator_id }) => indicator_id === id),
    table: () => data.tables.some(({ table_id }) => table_id === id),
  }[kind]();
  if (known) return { kind: 'found', ref };
  return {
    kind: 'lost',
    ref,
    tableId: kind === 'fact' || kind === 'table' ? nearestTable(id, data.tables) : null,
  };
}

function nearestTable(factId: string, tables: ProofData['tables']): string | null {
  const wanted = /^([a-z]+)(\d+)/.exec(factId);
  if (!wanted) return null;
  const [, letter = '', digits = ''] = wanted;
  const alike = tables.flatMap(({ table_id }) => {
    const match = /^([a-z]+)(\d+)$/.exec(table_id);
    return match?.[1] === letter ? [{ table_id, distance: Math.abs(Number(match[2]) - Number(digits)) }] : [];
  });
  return alike.sort((a, b) => a.distance - b.distance)[0]?.table_id ?? null;
}
