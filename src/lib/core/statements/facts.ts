import type {
  Fact,
  Flow,
  Fund,
  Issue,
  Item,
  Measure,
  RecognisedTable,
  SourceCell,
  Unit,
} from '../model/index.ts';
import { parseCell, toYuanString, type PrintedNumber } from '../money/index.ts';
import { compactText, normaliseText } from '../text/index.ts';
import type { RowIdentity } from './row-identity.ts';

/** Everything about a figure that is not in its cell. */
export interface Placement {
  tableId: string;
  statement: RecognisedTable['statement'];
  row: number;
  column: number;
  identity: RowIdentity;
  flow: Flow;
  measure: Measure;
  fund: Fund;
  item: Item | null;
  fiscalYear: number | null;
  unit: Unit | null;
  columnLabel: string;
  columnCode: string | null;
  percent: boolean;
  basis: 'budget' | 'execution' | null;
  rowKey: string;
}

const COUNTS: readonly Measure[] = ['quantity', 'people'];
/** A count with its word: 40 人, 3台, 2批. */
const COUNTED = /^([\d,.]+)\s*([\u4e00-\u9fff㎡]{1,4}|m2)$/;

/** The fact that a cell is, null for a cell that holds none (blank, text), or why its figure can't be one. */
export function factOf(
  cell: SourceCell,
  place: Placement,
): Fact | 'none' | 'malformed' | 'unplaced' | 'error' {
  const parsed = parseCell(cell.text);
  if (parsed.kind === 'blank') return 'none';
  if (parsed.kind === 'malformed') return 'malformed';
  if (parsed.kind === 'error') return 'error';
  if (parsed.kind === 'dash') return { ...skeleton(cell, place), status: 'dash', unit: null, decimals: null };
  if (parsed.kind === 'text') return countedFact(cell, place);
  const { number } = parsed;
  if (number.percent || place.percent) {
    return { ...skeleton(cell, place), ...count(number, '%'), status: parsed.status };
  }
  if (COUNTS.includes(place.measure)) {
    return { ...skeleton(cell, place), ...count(number, null), status: parsed.status };
  }
  const unit = number.unit ?? place.unit;
  return {
    ...skeleton(cell, place),
    unit,
    yuan: unit === null ? null : toYuanString(number.value, unit),
    quantity: unit === null ? plainString(number) : null,
    decimals: number.decimals,
    status: parsed.status,
  };
}

function countedFact(cell: SourceCell, place: Placement): Fact | 'none' {
  if (!COUNTS.includes(place.measure)) return 'none';
  const match = COUNTED.exec(normaliseText(cell.text));
  const parsed = match?.[1] === undefined ? null : parseCell(match[1]);
  if (parsed?.kind !== 'number') return 'none';
  return { ...skeleton(cell, place), ...count(parsed.number, match?.[2] ?? null), status: parsed.status };
}

function count(
  number: PrintedNumber,
  unit: string | null,
): Pick<Fact, 'unit' | 'yuan' | 'quantity' | 'decimals'> {
  return { unit, yuan: null, quantity: plainString(number), decimals: number.decimals };
}

function plainString(number: PrintedNumber): string {
  return number.value.toFixed();
}

function skeleton(cell: SourceCell, place: Placement): Fact {
  const { identity } = place;
  return {
    fact_id: `${place.tableId}.${place.rowKey}.${place.column}`,
    table_id: place.tableId,
    row: place.row,
    column: place.column,
    locator: cell.locator,
    statement: place.statement,
    axis: identity.axis,
    code: identity.code,
    gov_code: identity.govCode,
    label: identity.label,
    unit_code: identity.unitCode,
    unit_name: identity.unitName,
    project: identity.project,
    flow: place.flow,
    measure: place.measure,
    fund: place.fund,
    item: place.item,
    fiscal_year: place.fiscalYear,
    raw: cell.text.trim(),
    unit: place.unit,
    yuan: null,
    quantity: null,
    decimals: null,
    status: 'reported',
    level: identity.level,
    is_total: identity.isTotal,
    column_label: place.columnLabel,
    column_code: place.columnCode,
    function_code: identity.functionCode,
    economic_code: identity.economicCode,
    basis: place.basis,
  };
}

/** Hands out row keys that stay the same as long as the row's code or label does. */
export class RowKeys {
  readonly #used = new Map<string, number>();

  next(identity: RowIdentity): string {
    const base = keyOf(identity);
    const count = (this.#used.get(base) ?? 0) + 1;
    this.#used.set(base, count);
    return count === 1 ? base : `${base}~${count}`;
  }
}

function keyOf(identity: RowIdentity): string {
  if (identity.isTotal) return identity.label === '合计' ? 'total' : `total-${labelHash(identity.label)}`;
  const codes = [
    identity.code,
    identity.govCode === identity.code ? null : identity.govCode,
    identity.economicCode,
  ].filter((code) => code !== null);
  if (identity.axis === 'procurement' || identity.axis === 'project') {
    return [identity.unitCode, ...codes, labelHash(identity.label)].filter((part) => part !== null).join('-');
  }
  if (codes.length > 0) return [...codes, identity.unitCode].filter((part) => part !== null).join('-');
  return identity.unitCode ?? labelHash(identity.label);
}

/** FNV-1a over the label's characters, base 36: short and ASCII. */
function labelHash(label: string): string {
  let hash = 0x811c9dc5;
  for (const character of compactText(label)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

/** A cell of an amount column in which the spreadsheet failed. */
export function errorIssue(table: RecognisedTable, cell: SourceCell): Issue {
  return {
    code: 'cell-error',
    severity: 'warning',
    locator: cell.locator,
    text: `表“${table.title}”的一个金额单元格显示“${cell.text.trim()}”（公式出错或列宽不够），没有数可读。`,
  };
}

export function unplacedIssue(table: RecognisedTable, cell: SourceCell, why: string): Issue {
  return {
    code: 'unplaced-cell',
    severity: 'warning',
    locator: cell.locator,
    text: `表“${table.title}”的数字“${cell.text.trim()}”${why}，没有归入任何项目。`,
  };
}

/** The fund of a table's figures where neither column nor line names one. */
export function tableFund(table: RecognisedTable): Fund {
  const title = compactText(table.title);
  switch (table.statement) {
    case 'government-fund':
      return 'government-fund';
    case 'state-capital':
      return 'state-capital';
    case 'fiscal-account':
      return 'fiscal-account';
    case 'general-by-function':
    case 'general-by-economic':
    case 'general-by-unit':
      return /一般公共预算/.test(title) || !/财政拨款/.test(title) ? 'general-public-budget' : 'all';
    default:
      return /一般公共预算/.test(title) ? 'general-public-budget' : 'all';
  }
}
