import type { ExtractContext, RecognisedTable } from '../model/index.ts';
import { plainAmountColumn, type Column } from '../statements/column.ts';
import type { ColumnMeaning } from './schema.ts';

/** The columns with the meanings that a person gave; a column without a head gets one, so that its figures have a place. */
export function overrideColumns(
  columns: readonly Column[],
  table: RecognisedTable,
  context: ExtractContext,
): Column[] {
  const { meanings } = table;
  if (!meanings) return [...columns];
  return columns.map((column) => {
    const meaning = meanings.get(column.column);
    return meaning ? columnOf(column, meaning, context) : column;
  });
}

function columnOf(column: Column, meaning: ColumnMeaning, context: ExtractContext): Column {
  if (meaning.role !== 'amount') {
    const scheme = 'scheme' in column ? column.scheme : null;
    return { role: meaning.role, column: column.column, label: column.label, scheme };
  }
  const own = column.role === 'amount' ? column : plainAmountColumn(column, context.fiscalYear);
  const label = own.label === '' ? `第${own.column + 1}栏` : own.label;
  return {
    ...own,
    label,
    path: own.path.length > 0 ? own.path : [label],
    measure: meaning.measure ?? own.measure,
    fund: meaning.fund === undefined ? own.fund : meaning.fund,
    item: meaning.item === undefined ? own.item : meaning.item,
    fiscalYear: meaning.fiscal_year ?? own.fiscalYear,
    percent: meaning.measure === undefined ? own.percent : false,
  };
}
