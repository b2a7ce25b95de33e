import type { ComparisonVocabulary } from '../link/pages/comparison.ts';
import { ALL_PEERS } from '../state.ts';
import type { ComparisonInput } from './input.ts';
import { peerGroups } from './peers.ts';

/** What a link to a comparison may name. */
export function comparisonVocabulary({
  metric,
  agencies,
  rows,
}: Pick<ComparisonInput, 'agencies' | 'rows'> & {
  metric: Pick<ComparisonInput['metric'], 'variants' | 'denominators' | 'items'>;
}): ComparisonVocabulary {
  const ids = (entries: readonly { id: string }[]): string[] => entries.map((entry) => entry.id);
  return {
    agencies: agencies.map((agency) => agency.agency_id),
    peers: [ALL_PEERS, ...peerGroups(agencies)],
    variants: ids(metric.variants),
    denominators: ids(metric.denominators),
    items: ids(metric.items),
    years: [...new Set(rows.map((row) => row.fiscal_year))].sort((a, b) => a - b),
  };
}
