import type { Lang } from '../../../core/model/localised.ts';
import type { RowOf } from '../../../data/arrow/tables.ts';
import { DISCLOSURE_ITEMS } from '../../../data/metrics/disclosure-items.ts';
import type { MetricRow } from '../../../data/metrics/types.ts';

export type DisclosureState =
  'published' | 'declared-empty' | 'prose' | 'listed-only' | 'missing' | 'not-applicable';

/** One item that the rules ask for, and what the document has of it. */
export interface DisclosureLine {
  id: string;
  name: string;
  state: DisclosureState;
  /** Reason that the document gives for an empty table. */
  reason: string | null;
  /** Reference of the table, sentence or headcount that shows it. */
  ref: string | null;
  /** Title of the table. */
  where: string | null;
}

/**
 * The completeness card of one document: `rows` are its answers to the metric of that name, item by item (an item that
 * doesn't apply has none), `tables` its tables. A published table counts before one declared empty.
 */
export function disclosureLines(
  rows: readonly MetricRow[],
  tables: readonly RowOf<'tables'>[],
  lang: Lang,
): DisclosureLine[] {
  return DISCLOSURE_ITEMS.map((item) => {
    const line = { id: item.id, name: item.name[lang], reason: null, ref: null, where: null };
    const answer = rows.find((row) => row.variant === 'items' && row.item === item.id);
    if (!answer) return { ...line, state: 'not-applicable' };
    const own = tables.filter((table) => item.tables.includes(table.statement));
    for (const state of ['published', 'declared-empty'] as const) {
      const table = own.find((candidate) => candidate.status === state);
      if (table) return { ...line, ...shownBy(table), state };
    }
    if (answer.numerator === '1') return { ...line, state: 'prose', ref: answer.numerator_facts[0] ?? null };
    const listed = own.find((candidate) => candidate.status === 'listed-only');
    return listed ? { ...line, ...shownBy(listed), state: 'listed-only' } : { ...line, state: 'missing' };
  });
}

function shownBy({
  table_id,
  reason,
  title,
}: RowOf<'tables'>): Pick<DisclosureLine, 'reason' | 'ref' | 'where'> {
  return { reason: reason === '' ? null : reason, ref: `table:${table_id}`, where: title };
}
