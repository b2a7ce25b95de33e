import type { MetricRow } from '$lib/data/metrics/types';

/** A row that came out otherwise than at release; null where one side doesn't have it. */
export interface RowDifference {
  agencyId: string;
  year: number;
  item: string;
  published: string | null;
  recomputed: string | null;
}

/** Rows of two answers to the same metric whose values are not the same, digit for digit. */
export function differingRows(
  published: readonly MetricRow[],
  recomputed: readonly MetricRow[],
): RowDifference[] {
  const ours = byKey(recomputed);
  const theirs = byKey(published);
  const keys = new Set([...theirs.keys(), ...ours.keys()]);
  return [...keys].flatMap((key) => {
    const [before, after] = [theirs.get(key), ours.get(key)];
    if (before && after && said(before) === said(after)) return [];
    const row = before ?? after;
    if (!row) return [];
    return [
      {
        agencyId: row.agency_id,
        year: row.fiscal_year,
        item: row.item,
        published: before ? said(before) : null,
        recomputed: after ? said(after) : null,
      },
    ];
  });
}

function byKey(rows: readonly MetricRow[]): Map<string, MetricRow> {
  return new Map(
    rows.map((row) => [
      [row.document_id, row.fiscal_year, row.variant, row.denominator_kind, row.item].join('|'),
      row,
    ]),
  );
}

/** The value, or why there is none. */
function said(row: MetricRow): string {
  return row.value ?? row.reason ?? row.status;
}
