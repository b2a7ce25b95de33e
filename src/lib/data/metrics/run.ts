import { Decimal } from '../../core/money/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { ResultRow, Value } from '../engine/values.ts';
import { evaluateRow } from './evaluate.ts';
import type { MetricInputs } from './evaluate.ts';
import type { MetricRecord, MetricRow, MetricUnit, RowNote } from './types.ts';

/** Asks the engine one metric; values and intervals are worked out here, exactly, the same for both engines. */
export async function runMetric(engine: Engine, record: MetricRecord): Promise<MetricRow[]> {
  const rows = await engine.query(record.sql);
  return rows.map((row) =>
    evaluateRow(inputsOf(row), unitOf(record, String(row['variant'])), row['divides'] === true),
  );
}

/** What a variant is counted in. */
export function unitOf(record: MetricRecord, variant: string): MetricUnit {
  return record.variants.find((entry) => entry.id === variant)?.unit ?? record.unit;
}

function inputsOf(row: ResultRow): MetricInputs {
  return {
    document_id: String(row['document_id']),
    agency_id: String(row['agency_id']),
    stage: row['stage'] as MetricRow['stage'],
    fiscal_year: Number(row['fiscal_year']),
    variant: String(row['variant']),
    denominator_kind: String(row['denominator_kind']),
    item: String(row['item']),
    numerator: plain(row['numerator']),
    numerator_slack: plain(row['numerator_slack']),
    denominator: plain(row['denominator']),
    denominator_slack: plain(row['denominator_slack']),
    status: row['status'] as MetricRow['status'],
    reason: row['reason'] as MetricRow['reason'],
    absent_inputs: Number(row['absent_inputs']),
    numerator_facts: texts(row['numerator_facts']),
    denominator_facts: texts(row['denominator_facts']),
    notes: texts(row['notes']) as RowNote[],
  };
}

/** The decimal without the zeros that SQL's scale adds. */
function plain(value: Value | undefined): string | null {
  return value === null || value === undefined ? null : new Decimal(String(value)).toFixed();
}

function texts(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
