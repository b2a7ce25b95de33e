import type { MetricRow } from '$lib/data/metrics/types';

/** From how many references on a row's lists are too long for a page that may never show them. */
const MOST_REFERENCES = 12;

/**
 * Rows as a page carries them: of long lists of references the first alone, which leads to a place in the document, with
 * how many are left out. A proof that needs the rest fetches the row.
 */
export function pageRows(rows: readonly MetricRow[]): MetricRow[] {
  return rows.map((row) => {
    const { numerator_facts, denominator_facts } = row;
    const all = numerator_facts.length + denominator_facts.length;
    if (all <= MOST_REFERENCES) return row;
    const [numerator, denominator] = [numerator_facts.slice(0, 1), denominator_facts.slice(0, 1)];
    return {
      ...row,
      numerator_facts: numerator,
      denominator_facts: denominator,
      facts_left_out: all - numerator.length - denominator.length,
    };
  });
}
