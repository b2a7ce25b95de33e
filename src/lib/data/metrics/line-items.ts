import { z } from 'zod';
import type { Engine } from '../engine/engine.ts';
import { decimalCell, readRows } from '../engine/rows.ts';
import { part, partQuery } from './compose.ts';
import type { LineTable } from './constituents.ts';
import { REGISTER } from './register.ts';
import type { MetricDefinition } from './record.ts';

/** One line of a document that a metric's figure is made of, or is short of. */
export interface LineItem {
  document_id: string;
  /** Id of its LineTable. */
  table: string;
  code: string;
  label: string;
  /** Yuan or a count, exact. */
  amount: string;
}

/** Every table of lines that a metric is taken apart into, once. */
function lineTables(metrics: readonly MetricDefinition[]): LineTable[] {
  const sources = metrics.flatMap(({ madeOf = {} }) => Object.values(madeOf).flat());
  return [...new Set(sources.flatMap((source) => ('table' in source ? [source.table] : [])))];
}

/** The lines behind the figures of every document. */
export async function loadLineItems(engine: Engine): Promise<LineItem[]> {
  const tables = lineTables(REGISTER);
  const all = tables.map(
    ({ id, lines }) =>
      `SELECT document_id, '${id}' AS "table", code, label, CAST(amount AS VARCHAR) AS amount FROM ${lines.name}`,
  );
  const items = part(
    'line_items',
    tables.map(({ lines }) => lines),
    `${all.join('\nUNION ALL\n')}\nORDER BY 1, 2, 3`,
  );
  return readRows(await engine.query(partQuery(items)), {
    document_id: z.string(),
    table: z.string(),
    code: z.string(),
    label: z.string(),
    amount: decimalCell,
  });
}
