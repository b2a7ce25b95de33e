import type {
  ExtractContext,
  Fact,
  Issue,
  Measure,
  RecognisedTable,
  SourceCell,
  Unit,
} from '../model/index.ts';
import { parseCell, parseNumber, toYuanString } from '../money/index.ts';
import type { Placed } from './amount-place.ts';
import { cellWords } from './cells.ts';

const TOTAL_LABEL = /(合计|总计|资金总额|总金额|总额|项目当年预算|预算合计|年度预算)/;

/** The form that amounts are read from. */
export interface Form {
  table: RecognisedTable;
  context: ExtractContext;
  unit: Unit | null;
}

/** Self-evaluations print 年初预算数, 全年预算数 and 执行数 side by side. */
function basisOf(head: string): Fact['basis'] {
  if (/执行数|决算数|实际(?:支出|到位)/.test(head)) return 'execution';
  return /(?:年初|全年|调整)?预算数/.test(head) ? 'budget' : null;
}

/** The fact that a number in a form's row is. */
export function amountFact(
  form: Form,
  cell: SourceCell,
  row: number,
  placed: Placed,
  flow: Fact['flow'],
): Fact {
  const { table, context, unit } = form;
  const parsed = parseCell(cell.text);
  const number = parsed.kind === 'number' ? parsed.number : null;
  const percent = number?.percent ?? false;
  const year = /^((?:19|20)\d{2})年/.exec(placed.head)?.[1];
  const money = number !== null && !percent && unit !== null;
  const overall = table.statement === 'performance-overall';
  const total = TOTAL_LABEL.test(placed.label) && !/其中|财政拨款|其他/.test(placed.label);
  return {
    fact_id: `${table.tableId}.f${row}.${cell.column}`,
    table_id: table.tableId,
    row,
    column: cell.column,
    locator: cell.locator,
    statement: table.statement,
    axis: axisOf(placed, total, overall),
    code: null,
    gov_code: null,
    label: placed.label,
    unit_code: null,
    unit_name: null,
    project: placed.project,
    flow,
    measure: overall && placed.project === null ? measureOf(placed.label) : 'total',
    fund: 'all',
    item: null,
    fiscal_year: year ? Number(year) : context.fiscalYear,
    raw: cell.text.trim(),
    unit: percent ? '%' : unit,
    yuan: money ? toYuanString(number.value, unit) : null,
    quantity: number !== null && !money ? number.value.toFixed() : null,
    decimals: number?.decimals ?? null,
    status: parsed.kind === 'number' ? parsed.status : 'reported',
    level: null,
    is_total: total && !percent && (placed.head === '' || /总额|金额|预算|\d{4}年/.test(placed.head)),
    column_label: placed.head,
    basis: basisOf(placed.head),
  };
}

function axisOf(placed: Placed, total: boolean, overall: boolean): Fact['axis'] {
  if (placed.project !== null) return 'project';
  if (!total) return 'item';
  if (placed.unitCode) return 'unit';
  return overall ? 'total' : 'item';
}

/** A quantity in a list of purchases: 1批. */
export function countFact(
  form: Form,
  cell: SourceCell,
  row: number,
  {
    printed,
    unitName,
    label,
    project,
  }: { printed: string; unitName: string | null; label: string; project: string | null },
): Fact {
  const fact = amountFact(form, cell, row, { label, head: '数量', project }, 'expenditure');
  const number = parseNumber(printed);
  return {
    ...fact,
    measure: 'quantity',
    unit: unitName,
    yuan: null,
    quantity: number?.value.toFixed() ?? null,
    decimals: number?.decimals ?? null,
    status: number?.value.isZero() ? 'zero' : 'reported',
    is_total: false,
  };
}

function measureOf(label: string): Measure {
  if (/基本支出/.test(label)) return 'basic';
  if (/人员/.test(label)) return 'personnel';
  if (/公用|运转/.test(label)) return 'public';
  return /项目|专项|特定目标/.test(label) ? 'project' : 'total';
}

export function unplaced(cell: SourceCell): Issue {
  return {
    code: 'unplaced-cell',
    severity: 'warning',
    locator: cell.locator,
    text: `绩效表中的数字“${cell.text.trim()}”没有可以对应的项目，未计入。`,
  };
}

export function repeated(cell: SourceCell): Issue {
  return {
    code: 'repeated-cell',
    severity: 'note',
    locator: cell.locator,
    text: '换页后重复列出的金额，不再计入。',
  };
}

/** The agency itself, named in full or in part, or nobody. */
export function isOwnName(name: string | null, agency: string): boolean {
  return name === null || (agency !== '' && (agency.endsWith(name) || name.endsWith(agency)));
}

/** The code of a unit that a row opens with. */
export function unitCodeOf(first: SourceCell | undefined): string | null {
  const words = first ? cellWords(first.text) : '';
  return /^\d{3,9}$/.test(words) ? words : null;
}
