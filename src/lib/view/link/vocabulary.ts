import type { Answers } from '../../data/answers.ts';
import type { MetricId, MetricRecord } from '../../data/metrics/types.ts';
import { peerGroups } from '../comparison/peers.ts';
import { ALL_PEERS } from '../state.ts';

/** The ids that a link to one comparison may use; what is left out is checked for form only. */
export interface LinkVocabulary {
  agencies?: readonly string[];
  peers?: readonly string[];
  variants?: readonly string[];
  denominators?: readonly string[];
  items?: readonly string[];
  years?: readonly number[];
}

/** What a page knows while it reads its own address. */
export interface LinkContext {
  /** The comparison that the page's path stands for. */
  metric: MetricId;
  vocabulary?: (metric: MetricId) => LinkVocabulary;
  /** Parameters that the page reads by itself. */
  others?: readonly string[];
}

/** The vocabulary of one comparison over one data set. */
export function linkVocabulary(
  answers: Pick<Answers, 'agencies' | 'rows'>,
  record: Pick<MetricRecord, 'id' | 'variants' | 'denominators' | 'items'>,
): LinkVocabulary {
  const ids = (entries: readonly { id: string }[]): string[] => entries.map((entry) => entry.id);
  return {
    agencies: answers.agencies.map((agency) => agency.agency_id),
    peers: [ALL_PEERS, ...peerGroups(answers.agencies)],
    variants: ids(record.variants),
    denominators: ids(record.denominators),
    items: ids(record.items),
    years: [...new Set(answers.rows[record.id].map((row) => row.fiscal_year))].sort((a, b) => a - b),
  };
}
