import { Decimal } from '../../core/money/index.ts';
import type { Engine } from '../engine/engine.ts';
import { part, partQuery } from './compose.ts';
import { LINES } from './inputs/amounts.ts';
import { BASIC_LINES } from './inputs/basic.ts';
import { PROJECT_TABLES } from './inputs/spending.ts';

/** Tables whose lines explain a figure: basic expenditure by economic class, project expenditure by function. */
export type LineItemTable = 'basic' | 'project';

/** One line of a document that a metric's numerator is made of. */
export interface LineItem {
  document_id: string;
  table: LineItemTable;
  /** 3, 5 or 7 digits; a shorter code holds the longer ones that begin with it. */
  code: string;
  label: string;
  /** Yuan, exact. */
  amount: string;
}

const LINE_ITEMS = part(
  'line_items',
  [BASIC_LINES, LINES, PROJECT_TABLES],
  `
SELECT document_id, 'basic' AS "table", code, label, CAST(amount AS VARCHAR) AS amount FROM basic_lines
UNION ALL
SELECT l.document_id, 'project', l.code, l.label, CAST(l.amount AS VARCHAR)
FROM lines l JOIN project_tables p ON p.document_id = l.document_id AND p.table_id = l.table_id
WHERE l.axis = 'function' AND l.measure = 'project' AND NOT p.derived
ORDER BY 1, 2, 3`,
);

/** The lines behind personnel, running and project spending of every document. */
export async function loadLineItems(engine: Engine): Promise<LineItem[]> {
  const rows = await engine.query(partQuery(LINE_ITEMS));
  return rows.map((row) => ({
    document_id: String(row['document_id']),
    table: row['table'] as LineItemTable,
    code: String(row['code']),
    label: String(row['label']),
    amount: new Decimal(String(row['amount'])).toFixed(),
  }));
}
