import { z } from 'zod';
import { STAGES } from '../arrow/tables.ts';
import type { Engine } from '../engine/engine.ts';
import { decimalCell, readRows } from '../engine/rows.ts';
import { evaluateRow, withoutUnlisted } from './evaluate.ts';
import type { MetricDefinition } from './record.ts';
import { ABSENCE_REASONS, ROW_NOTES, ROW_STATUSES } from './row.ts';
import type { MetricRow, MetricUnit } from './row.ts';

/** What the query of every metric answers with: its inputs, and whether it divides the one by the other. */
const COLUMNS = {
  document_id: z.string(),
  agency_id: z.string(),
  stage: z.enum(STAGES),
  fiscal_year: z.int(),
  variant: z.string(),
  denominator_kind: z.string(),
  item: z.string(),
  numerator: decimalCell.nullable(),
  numerator_slack: decimalCell.nullable(),
  denominator: decimalCell.nullable(),
  denominator_slack: decimalCell.nullable(),
  status: z.enum(ROW_STATUSES),
  reason: z.enum(ABSENCE_REASONS).nullable(),
  absent_inputs: z.int(),
  numerator_facts: z.array(z.string()),
  denominator_facts: z.array(z.string()),
  notes: z.array(z.enum(ROW_NOTES)),
  divides: z.boolean(),
  unlisted: decimalCell.nullable(),
};

/** Asks the engine one metric; values and intervals are worked out here, exactly, the same for both engines. */
export async function runMetric(engine: Engine, record: MetricDefinition): Promise<MetricRow[]> {
  const rows = readRows(await engine.query(record.sql), COLUMNS);
  return rows.map(({ divides, unlisted, ...inputs }) => {
    const unit = unitOf(record, inputs.variant);
    const row = evaluateRow(inputs, unit, divides, record.signed);
    return unlisted === null ? row : withoutUnlisted(row, unlisted, unit);
  });
}

/** What a variant is counted in. */
export function unitOf(record: MetricDefinition, variant: string): MetricUnit {
  return record.variants.find((entry) => entry.id === variant)?.unit ?? record.unit;
}
