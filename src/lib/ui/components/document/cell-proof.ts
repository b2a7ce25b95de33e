import type { MetricRow } from '$lib/data/metrics/types';
import type { ProofDocument } from '$lib/data/proof';
import type { DocumentPage } from '$lib/view/document/index';

/** A cell as a figure of its own: what the panel shows is the cell, without a division. */
export function figureOfCell(document: ProofDocument, ref: string): MetricRow {
  return {
    document_id: document.document_id,
    agency_id: document.agency_id,
    stage: document.stage,
    fiscal_year: document.fiscal_year ?? 0,
    variant: '',
    denominator_kind: '',
    item: '',
    numerator: null,
    numerator_slack: null,
    denominator: null,
    denominator_slack: null,
    value: null,
    low: null,
    high: null,
    status: 'reported',
    reason: null,
    absent_inputs: 0,
    numerator_facts: [ref],
    denominator_facts: [],
    notes: [],
  };
}

/** What a cell is, in words: its row and its table; a listed figure's own label. */
export function figureHeading(page: DocumentPage, ref: string): string {
  for (const table of page.tables)
    for (const row of table.rows)
      for (const part of row.parts)
        if (part?.cells.some((cell) => cell?.ref === ref)) return `${part.label} · ${table.name}`;
  const listed = [...page.headcounts, ...page.claims, ...page.derived].find((figure) => figure.ref === ref);
  return listed?.label ?? page.document.title;
}
