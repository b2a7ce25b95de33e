import { z } from 'zod';
import type { Engine } from '../engine/engine.ts';
import { decimalCell, readRows } from '../engine/rows.ts';
import { part, partQuery } from './compose.ts';
import { DISCLOSED } from './disclosure-completeness.ts';
import { COUNTS } from './indicator-coverage.ts';
import { LINES } from './inputs/amounts.ts';
import { BASIC_LINES } from './inputs/basic.ts';
import { CLASS_CHANGES, NATURE_CHANGES } from './inputs/change-lines.ts';
import { PROCUREMENT_KINDS } from './inputs/procurement-kinds.ts';
import { PROJECT_TABLES } from './inputs/spending.ts';

/**
 * Which lines explain a figure. Amounts of money: basic expenditure by economic class, project expenditure by function,
 * procurement by kind, and changes since last year. Counts, below zero because a share is short by them: items not
 * published, checks that do not tie, indicators without a number.
 */
export const LINE_ITEM_TABLES = [
  'basic',
  'project',
  'procurement',
  'change-by-function',
  'change-by-dept-economic',
  'change-by-nature',
  'not-published',
  'broken',
  'not-quantitative',
] as const;
export type LineItemTable = (typeof LINE_ITEM_TABLES)[number];

/** One line of a document that a metric's numerator is made of, or is short of. */
export interface LineItem {
  document_id: string;
  table: LineItemTable;
  /** Of classes 3, 5 or 7 digits, a shorter code holding the longer ones that begin with it; else an id. */
  code: string;
  /** As the document prints it; '' where the code is an id that the product names. */
  label: string;
  /** Yuan or a count, exact. */
  amount: string;
}

const LINE_ITEMS = part(
  'line_items',
  [BASIC_LINES, LINES, PROJECT_TABLES, PROCUREMENT_KINDS, CLASS_CHANGES, NATURE_CHANGES, DISCLOSED, COUNTS],
  `
SELECT document_id, 'basic' AS "table", code, label, CAST(amount AS VARCHAR) AS amount FROM basic_lines
UNION ALL
SELECT l.document_id, 'project', l.code, l.label, CAST(l.amount AS VARCHAR)
FROM lines l JOIN project_tables p ON p.document_id = l.document_id AND p.table_id = l.table_id
WHERE l.axis = 'function' AND l.measure = 'project' AND NOT p.derived
UNION ALL
SELECT document_id, 'procurement', kind, '', CAST(amount AS VARCHAR) FROM procurement_kinds
UNION ALL
SELECT document_id, 'change-by-' || axis, code, label, CAST(amount AS VARCHAR) FROM class_changes
UNION ALL
SELECT document_id, 'change-by-nature', nature, '', CAST(amount AS VARCHAR) FROM nature_changes
UNION ALL
SELECT document_id, 'not-published', item, '', '-1' FROM disclosed WHERE applies AND NOT found
UNION ALL
SELECT document_id, 'broken', rule, '', CAST(-COUNT(*) AS VARCHAR) FROM checks WHERE status = 'broken'
GROUP BY document_id, rule
UNION ALL
SELECT document_id, 'not-quantitative', category, '', CAST(quantitative - indicators AS VARCHAR) FROM counts
WHERE variant = 'all' AND quantitative < indicators
ORDER BY 1, 2, 3`,
);

/** The lines behind the figures of every document. */
export async function loadLineItems(engine: Engine): Promise<LineItem[]> {
  return readRows(await engine.query(partQuery(LINE_ITEMS)), {
    document_id: z.string(),
    table: z.enum(LINE_ITEM_TABLES),
    code: z.string(),
    label: z.string(),
    amount: decimalCell,
  });
}
