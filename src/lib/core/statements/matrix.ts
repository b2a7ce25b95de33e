import type {
  ExtractContext,
  Fact,
  Flow,
  Item,
  Issue,
  Measure,
  RecognisedTable,
  SourceCell,
  SourceRow,
} from '../model/index.ts';
import { parseCell } from '../money/index.ts';
import { compactText, isPartTotal } from '../text/index.ts';
import { cellText } from './cells.ts';
import type { AmountColumn, Column } from './column.ts';
import { errorIssue, factOf, RowKeys, tableFund, unplacedIssue, type Placement } from './facts.ts';
import { identifyRow, type RowIdentity } from './row-identity.ts';
import type { CarriedParts } from './row-texts.ts';
import { fundOf, itemOf, measureOf, yearOf } from '../terms/index.ts';

export interface Normalised {
  facts: Fact[];
  issues: Issue[];
}

export interface BodyRow {
  row: SourceRow;
  index: number;
  identity: RowIdentity;
  /** Set where the row names its year (年度 2025年). */
  fiscalYear: number | null;
  /** The row of a list by year that holds the difference (增减变化). */
  isChange: boolean;
}

/** The rows below the header with what each stands for; where rows go by year, the unit named once holds for the next rows. */
export function bodyRows(table: RecognisedTable, columns: readonly Column[]): BodyRow[] {
  const yearColumn = columns.find((column) => column.role === 'year');
  const rows = table.rows
    .map((row, index) => ({ row, index }))
    .slice(table.headerRowCount)
    .filter(({ row }) =>
      row.cells.some((cell) => columns[cell.column]?.role !== 'aside' && compactText(cell.text) !== ''),
    );
  const carried: CarriedParts = new Map();
  let above: RowIdentity | null = null;
  let classAbove: RowIdentity | null = null;
  return rows.map(({ row, index }) => {
    let identity = identifyRow(table, columns, row, carried, classAbove);
    if (yearColumn && above && identity.label === '') identity = above;
    else if (identity.label === '' && rows.length === 1) identity = soleTotal(identity);
    above = identity;
    if (identity.code !== null) classAbove = identity;
    else if (identity.axis !== 'item') classAbove = null;
    const year = yearColumn ? cellText(row, yearColumn.column) : '';
    return { row, index, identity, fiscalYear: yearOf(year, null), isChange: /增减|变化/.test(year) };
  });
}

/** A table of one row without a label holds the totals. */
function soleTotal(identity: RowIdentity): RowIdentity {
  return { ...identity, axis: 'total', label: '合计', level: 0, isTotal: true };
}

/** Tables with one line a row and one meaning a column. */
export function normaliseMatrix(
  table: RecognisedTable,
  context: ExtractContext,
  columns: readonly Column[],
  rows: readonly BodyRow[],
  keys = new RowKeys(),
): Normalised {
  const facts: Fact[] = [];
  const issues: Issue[] = [];
  const nameless = rows.length > 1 && rows.every((body) => isNameless(body.identity));
  for (const body of rows) {
    const rowKey = keys.next(body.identity);
    for (const cell of body.row.cells) {
      const column = columns[cell.column];
      if (column?.role === 'aside') continue;
      if (column?.role !== 'amount') {
        if (!column && isFigure(cell)) issues.push(unplacedIssue(table, cell, '在表头以外的列'));
        if (column && isMoneyLike(cell)) {
          issues.push(unplacedIssue(table, cell, `在“${column.label}”一列，那里不该有金额`));
        }
        continue;
      }
      if (column.path.length === 0) {
        if (isFigure(cell)) issues.push(unplacedIssue(table, cell, '所在的列没有表头'));
        continue;
      }
      if (nameless) {
        if (isFigure(cell)) issues.push(unplacedIssue(table, cell, '所在的表没有一行写有项目名称或科目编码'));
        continue;
      }
      placeCell(table, context, body, column, cell, rowKey, facts, issues);
    }
  }
  return { facts, issues };
}

/** A row that nothing names; where no row of a table has a name, the names stand on another page. */
function isNameless({ label, code, govCode, unitCode, project }: RowIdentity): boolean {
  return label === '' && code === null && govCode === null && unitCode === null && project === null;
}

function placeCell(
  table: RecognisedTable,
  context: ExtractContext,
  body: BodyRow,
  column: AmountColumn,
  cell: SourceCell,
  rowKey: string,
  facts: Fact[],
  issues: Issue[],
): void {
  const fact = factOf(cell, placementOf(table, context, body, column, rowKey));
  if (fact === 'none') return;
  if (fact === 'malformed') issues.push(malformedIssue(table, cell));
  else if (fact === 'error') issues.push(errorIssue(table, cell));
  else if (fact === 'unplaced') issues.push(unplacedIssue(table, cell, '含义不明'));
  else facts.push(fact);
}

export function placementOf(
  table: RecognisedTable,
  context: ExtractContext,
  body: BodyRow,
  column: AmountColumn,
  rowKey: string,
): Placement {
  const { identity } = body;
  const label = compactText(identity.label);
  return {
    tableId: table.tableId,
    statement: table.statement,
    row: body.index,
    column: column.column,
    identity,
    flow: flowOf(table, column),
    measure: body.isChange ? 'change' : rowMeasure(identity, label, column),
    fund:
      column.fund ??
      (identity.axis === 'item' && flowOf(table, column) === 'income' ? fundOf(label) : null) ??
      tableFund(table),
    item: rowItem(table, identity, label, column),
    fiscalYear: stockYear(table) ?? body.fiscalYear ?? column.fiscalYear ?? context.fiscalYear,
    unit: column.unit ?? table.unit,
    columnLabel: column.label,
    columnCode: column.columnCode,
    percent: column.percent,
    basis: column.basis,
    rowKey,
  };
}

/** 公用经费合计 says what it measures where its column doesn't. */
function rowMeasure(identity: RowIdentity, label: string, column: AmountColumn): Measure {
  return column.measure === 'total' && identity.isTotal && isPartTotal(label)
    ? (measureOf(label) ?? 'total')
    : column.measure;
}

/** What is held is of the day that the table is drawn up for. */
function stockYear(table: RecognisedTable): number | null {
  return table.statement === 'assets' ? (table.asOfYear ?? null) : null;
}

function rowItem(
  table: RecognisedTable,
  identity: RowIdentity,
  label: string,
  column: AmountColumn,
): Item | null {
  if (identity.axis !== 'item' || label === '') return column.item;
  if (table.statement === 'meeting-training') {
    return /培训/.test(label) ? 'training' : /会/.test(label) ? 'meeting' : null;
  }
  return table.statement === 'three-public' ? itemOf(label) : column.item;
}

function flowOf(table: RecognisedTable, column: AmountColumn): Flow {
  if (table.statement === 'income-summary') return 'income';
  const all = column.path.join('/');
  if (table.statement === 'government-fund' || table.statement === 'state-capital') {
    return /收入/.test(all) && !/支出/.test(all) ? 'income' : 'expenditure';
  }
  return 'expenditure';
}

export function isFigure(cell: SourceCell): boolean {
  const kind = parseCell(cell.text).kind;
  return kind === 'number' || kind === 'malformed';
}

export function isMoneyLike(cell: SourceCell): boolean {
  return isFigure(cell) && /[.,]\d/.test(compactText(cell.text));
}

export function malformedIssue(table: RecognisedTable, cell: SourceCell): Issue {
  return {
    code: 'unplaced-cell',
    severity: 'warning',
    locator: cell.locator,
    text: `表“${table.title}”里的“${cell.text.trim()}”由数字和分隔符组成，却不是一个写法正确的数，未作猜测。`,
  };
}
