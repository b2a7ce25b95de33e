import type { ExtractContext, RecognisedTable, TableRecord } from './model/index.ts';
import type { Column } from './statements/column.ts';
import { readColumns } from './statements/columns.ts';
import type { Fund, Item, Measure } from './terms/index.ts';

/** A recognised table as printed, beside what was understood: for a person who looks whether it was read right. */
export interface ReviewTable extends Omit<TableRecord, 'rows' | 'columns'> {
  headerRowCount: number;
  columnCount: number;
  rows: ReviewCell[][];
  columns: ReviewColumn[];
}

/** A cell at its top left place in the grid; places that a span covers have none. */
export interface ReviewCell {
  text: string;
  column: number;
  colSpan: number;
  rowSpan: number;
  locator: string;
}

export interface ReviewColumn {
  column: number;
  label: string;
  role: Column['role'];
  measure: Measure | null;
  fund: Fund | null;
  item: Item | null;
  fiscalYear: number | null;
}

/** The tables of a document for review, in its order; forms of targets have no columns of figures. */
export function reviewTables(tables: readonly RecognisedTable[], context: ExtractContext): ReviewTable[] {
  return tables.map((table) => ({
    table_id: table.tableId,
    number: table.number,
    title: table.title,
    statement: table.statement,
    unit: table.unit,
    status: table.status,
    reason: table.reason,
    locator: table.locator,
    headerRowCount: table.headerRowCount,
    columnCount: table.columnCount,
    rows: table.rows.map(({ cells }) =>
      cells.map(({ text, column, colSpan, rowSpan, locator }) => ({
        text,
        column,
        colSpan,
        rowSpan,
        locator,
      })),
    ),
    columns: table.statement.startsWith('performance') ? [] : readColumns(table, context).map(reviewColumn),
  }));
}

function reviewColumn(column: Column): ReviewColumn {
  const amount = column.role === 'amount' ? column : null;
  return {
    column: column.column,
    label: column.label,
    role: column.role,
    measure: amount?.measure ?? null,
    fund: amount?.fund ?? null,
    item: amount?.item ?? null,
    fiscalYear: amount?.fiscalYear ?? null,
  };
}
