import type { MetricRow } from '../../data/metrics/types.ts';
import type { ProofDocument } from '../../data/proof.ts';

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
