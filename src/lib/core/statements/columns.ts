import type { ExtractContext, Fund, Item, Measure, RecognisedTable, Unit } from '../model/index.ts';
import { findByLabel, type Scheme } from '../codes/index.ts';
import { bracketedUnit, columnPath } from '../recognition/index.ts';
import { parseCell } from '../money/index.ts';
import { overrideColumns } from '../overrides/columns.ts';
import { compactText } from '../text/index.ts';
import { withPartSchemes } from './part-columns.ts';
import { fundOf, isAppropriation, isPlainAmount, itemOf, measureOf, yearOf } from '../terms/index.ts';

/** What a figure in the column is, as far as the heads say. */
export interface AmountColumn {
  role: 'amount';
  column: number;
  label: string;
  path: string[];
  measure: Measure;
  fund: Fund | null;
  item: Item | null;
  fiscalYear: number | null;
  columnCode: string | null;
  columnScheme: Scheme | null;
  unit: Unit | null;
  percent: boolean;
  basis: 'budget' | 'execution' | null;
}

export type TextRole =
  | 'serial'
  | 'code'
  | 'gov-code'
  | 'label'
  | 'gov-label'
  | 'unit-code'
  | 'unit-name'
  | 'project'
  | 'year'
  | 'purchase'
  | 'text'
  | 'aside';

export interface TextColumn {
  role: TextRole;
  column: number;
  label: string;
  /** The classification that the head names for a code or label column. */
  scheme: Scheme | null;
}

/** 类, 款 or 项 of a code that is printed in parts. */
export interface PartColumn {
  role: 'part';
  column: number;
  label: string;
  scheme: Scheme;
}

export type Column = AmountColumn | TextColumn | PartColumn;

/** The meaning of every grid column of a table, from its heads. */
export function readColumns(table: RecognisedTable, context: ExtractContext): Column[] {
  const header = table.rows.slice(0, table.headerRowCount);
  const paths = Array.from({ length: table.columnCount }, (_, column) => columnPath(header, column));
  const amountPaths = paths.filter((path) => path.length > 0 && textRole(path) === null);
  const shared = sharedHeads(amountPaths);
  const columns = paths.map((path, column): Column => {
    const text = textRole(path);
    if (text) return { ...text, column, label: path.join(' / ') };
    return amountColumn(table, context, column, path, shared, amountPaths);
  });
  const worded = wordColumns(table, linesNotProjects(table, columns));
  const read = withPartSchemes(table, withLabel(splitCodes(continuedLabels(table, worded))));
  return overrideColumns(read, table, context);
}

/** A column of words without a head, right of one that names rows: the head was meant for both (项目名称 over group and line). */
function continuedLabels(table: RecognisedTable, columns: Column[]): Column[] {
  const cells = table.rows.slice(table.headerRowCount).flatMap((row) => row.cells);
  return columns.map((column, index) => {
    const left = columns[index - 1];
    if (column.role !== 'amount' || column.path.length > 0 || left?.role !== 'label') return column;
    const own = cells.filter((cell) => cell.column === column.column && compactText(cell.text) !== '');
    if (own.length === 0 || own.some((cell) => !/[\u4e00-\u9fff]/.test(cell.text))) return column;
    return { ...left, column: column.column };
  });
}

const OF_LINES: readonly RecognisedTable['statement'][] = [
  'budget-summary',
  'income-summary',
  'appropriation-summary',
];

/** 项目名称 in a table of income and expenditure heads its lines, not projects. */
function linesNotProjects(table: RecognisedTable, columns: Column[]): Column[] {
  if (!OF_LINES.includes(table.statement)) return columns;
  return columns.map((column) => (column.role === 'project' ? { ...column, role: 'label' } : column));
}

/** Columns left of all figures that hold words alone are text, whatever their heads; where nothing names rows, one names them. */
function wordColumns(table: RecognisedTable, columns: Column[]): Column[] {
  const body = table.rows.slice(table.headerRowCount);
  const cells = body.flatMap((row) => row.cells);
  const firstFigure = Math.min(
    ...cells.filter((cell) => parseCell(cell.text).kind === 'number').map((cell) => cell.column),
  );
  return columns.map((column) => {
    if (column.role !== 'amount' || column.path.length === 0 || column.column >= firstFigure) return column;
    const words = cells.filter(
      (cell) => cell.column === column.column && /[\u4e00-\u9fff]{2}/.test(compactText(cell.text)),
    );
    if (words.length === 0 || firstFigure === Infinity) return column;
    return { role: 'text', column: column.column, label: column.label, scheme: null };
  });
}

/** One head 科目编码 over two or three columns: the code comes in parts. */
function splitCodes(columns: Column[]): Column[] {
  return columns.map((column, index) => {
    if (column.role !== 'code') return column;
    const twin = [columns[index - 1], columns[index + 1]].some(
      (c) => c?.role === 'code' && c.label === column.label,
    );
    return twin
      ? { role: 'part', column: column.column, label: column.label, scheme: column.scheme ?? 'function' }
      : column;
  });
}

const NAMING: readonly Column['role'][] = ['label', 'unit-name', 'project', 'purchase'];

/** Where no head names a column of labels, the first column of words is one. */
function withLabel(columns: Column[]): Column[] {
  if (columns.some((column) => NAMING.includes(column.role))) return columns;
  const at = columns.findIndex((column) => column.role === 'text');
  const firstAmount = columns.findIndex((column) => column.role === 'amount' && column.path.length > 0);
  if (at < 0 || (firstAmount >= 0 && at > firstAmount)) return columns;
  return columns.map((column, index) => (index === at ? { ...column, role: 'label', scheme: null } : column));
}

/** Heads above all amount columns: they repeat the table's subject and set no column apart. */
function sharedHeads(paths: readonly string[][]): Set<string> {
  const first = paths[0] ?? [];
  return new Set(paths.length > 1 ? first.filter((head) => paths.every((path) => path.includes(head))) : []);
}

type TextHead = { role: TextRole; scheme: Scheme | null } | { role: 'part'; scheme: Scheme };

function textRole(path: readonly string[]): TextHead | null {
  const leaf = path.at(-1) ?? '';
  const all = path.join('/');
  if (/^(?:序号|行次|栏次|编号|序)$/.test(leaf)) return { role: 'serial', scheme: null };
  if (
    /^(?:采购目录|政府采购品目|采购品目|采购物品名称|品名|购买服务内容|政府购买服务内容|[一二三]级(?:目录)?)$/.test(
      leaf,
    )
  ) {
    return { role: 'purchase', scheme: null };
  }
  if (/^(?:年度|年份)$/.test(leaf)) return { role: 'year', scheme: null };
  if (/^[类款项]$/.test(leaf)) return { role: 'part', scheme: schemeOf(all) ?? 'function' };
  if (/(?:编码|代码|编号)$/.test(leaf)) {
    if (/^(?:单位|部门|预算单位|部门\(单位\))(?:编码|代码|编号)$/.test(leaf))
      return { role: 'unit-code', scheme: null };
    if (/项目/.test(leaf)) return { role: 'text', scheme: null };
    const scheme = schemeOf(all);
    return { role: scheme === 'gov-economic' && /部门.*政府|政府/.test(leaf) ? 'gov-code' : 'code', scheme };
  }
  if (
    /^(?:备注|说明|项目简介|简介|实施采购时间|时间|规格型号|规格|型号|采购目录|采购目录序号|政府采购目录序号|政府采购品目|采购品目|购买服务内容|政府购买服务内容|资金来源|计量单位|是否.*|项目主要.*|拟变动情况|.*依据|.*内容|单位性质|单位规格|经费保障形式|支出项目类别|项目类别|采购方式|采购组织形式|资金性质|绩效目标|.*理由|.*原因|单位类型)$/.test(
      leaf,
    )
  ) {
    return { role: 'text', scheme: null };
  }
  if (/名称|科目$|^项目$|按大类|分类科目|^科目/.test(leaf) && !/金额|预算数/.test(leaf))
    return labelRole(leaf, all);
  if (
    /^(?:项目|采购项目|支出项目|收入项目|支出功能分科目|支出功能科目|部门预算支出经济科目|政府预算支出经济科目)(?:\(.*\))?$/.test(
      leaf,
    )
  ) {
    return labelRole(leaf, all);
  }
  if (/^(?:功能科目|部门支出经济分类|部门经济分类|支出功能分类|政府支出经济分类|政府经济分类)$/.test(leaf)) {
    return { role: schemeOf(leaf) === 'gov-economic' ? 'gov-label' : 'label', scheme: schemeOf(leaf) };
  }
  if (/^(?:单位|部门|预算单位)$/.test(leaf)) return { role: 'unit-name', scheme: null };
  return null;
}

function labelRole(leaf: string, all: string): TextHead {
  if (
    /^(?:单位|部门|预算单位|部门\(单位\))(?:\(.*\))?名称$/.test(leaf) &&
    !/项目|专项|功能|科目/.test(leaf)
  ) {
    return { role: 'unit-name', scheme: null };
  }
  if (/^政府(?:预算)?(?:支出)?经济(?:分类)?科目名称$/.test(leaf))
    return { role: 'gov-label', scheme: 'gov-economic' };
  if (/^(?:采购项目|项目名称|专项名称|采购物品名称)$/.test(leaf)) return { role: 'project', scheme: null };
  return { role: 'label', scheme: schemeOf(leaf) ?? schemeOf(all) };
}

/** The classification that words name. */
export function schemeOf(text: string): Scheme | null {
  if (/功能/.test(text)) return 'function';
  if (/府(?:预算)?(?:支出)?经济|政府(?:预算)?.*经济/.test(text)) return 'gov-economic';
  if (/经济/.test(text)) return 'dept-economic';
  return null;
}

function amountColumn(
  table: RecognisedTable,
  context: ExtractContext,
  column: number,
  path: string[],
  shared: ReadonlySet<string>,
  amountPaths: readonly string[][],
): AmountColumn {
  const own = path.filter((head) => !shared.has(head) || path.length === 1);
  const inner = [...own].reverse();
  const leaf = inner[0] ?? '';
  const title = compactText(table.title);
  const classed = columnClass(title, isPlainAmount(leaf) ? (inner[1] ?? '') : leaf, table);
  let measure: Measure | null = null;
  let fund: Fund | null = null;
  let item: Item | null = null;
  let year: number | null = null;
  for (const head of inner) {
    measure ??= measureOf(head);
    fund ??= fundOf(head);
    item ??= itemOf(head);
  }
  for (const head of [...path].reverse()) year ??= yearOf(head, context.fiscalYear);
  if (fund === null && inner.some(isAppropriation) && !amountPaths.some(namesSingleFund))
    fund = 'general-public-budget';
  return {
    role: 'amount',
    column,
    label: path.join(' / '),
    path: own,
    measure: measure ?? titleMeasure(title, table) ?? 'total',
    fund,
    item: table.statement === 'three-public' ? itemInThreePublic(inner, item, amountPaths) : null,
    fiscalYear: year ?? context.fiscalYear,
    columnCode: classed?.code ?? null,
    columnScheme: classed?.scheme ?? null,
    unit: [...inner].map(bracketedUnit).find((unit) => unit !== null) ?? null,
    percent: /%|百分比|占比|比例|增长率/.test(leaf),
    basis: basisOf(path),
  };
}

function basisOf(path: readonly string[]): AmountColumn['basis'] {
  for (const head of [...path].reverse()) {
    if (/决算数|执行数|执行情况|预计执行|实际支出/.test(head)) return 'execution';
    if (/预算数|预算安排|年初预算|调整预算/.test(head)) return 'budget';
  }
  return null;
}

function namesSingleFund(path: readonly string[]): boolean {
  return path.some((head) => fundOf(head) === 'general-public-budget' || fundOf(head) === 'government-fund');
}

/** A table of 公用经费 or 人员经费 alone says so in its title. */
function titleMeasure(title: string, table: RecognisedTable): Measure | null {
  if (!table.statement.startsWith('basic')) return null;
  const personnel = /人员经费/.test(title);
  const running = /公用经费|运行经费/.test(title);
  if (personnel === running) return null;
  return personnel ? 'personnel' : 'public';
}

/** In tables with classes across the columns, the class that a head names. */
function columnClass(
  title: string,
  leaf: string,
  table: RecognisedTable,
): { code: string; scheme: Scheme } | null {
  if (leaf === '' || isPlainAmount(leaf)) return null;
  if (table.statement === 'three-public' || /功能分类科目|按功能/.test(title)) return null;
  const scheme: Scheme = /政府(?:预算)?(?:支出)?经济/.test(title) ? 'gov-economic' : 'dept-economic';
  if (
    !/经济分类/.test(title) &&
    !/^(?:工资福利支出|对个人和家庭的?补助|商品和服务支出|资本性支出)$/.test(leaf)
  )
    return null;
  const found = findByLabel(scheme, leaf);
  return found && found.match !== 'cut' ? { code: found.code, scheme } : null;
}

function itemInThreePublic(
  inner: readonly string[],
  item: Item | null,
  amountPaths: readonly string[][],
): Item | null {
  if (item !== null) return item;
  if (inner.some((head) => /机关运行/.test(head))) return null;
  const widerTotal = amountPaths.some((path) => path.some((head) => /^(?:会议费|培训费)/.test(head)));
  const leaf = inner.find((head) => fundOf(head) === null) ?? '';
  return isPlainAmount(withoutYear(leaf)) && !widerTotal ? 'three-public' : null;
}

/** 上年预算数 and 2030年预算数 are amounts as plain as 预算数; so is their difference. */
function withoutYear(head: string): string {
  return head
    .replace(/20\d{2}年?度?|上年度?|去年|本年度?|当年/g, '')
    .replace(/^(?:比|较)?(?:增减|增长|增加)(?:变化)?(?:额|数|金额|率|情况)?(?:\(?%\)?)?$/, '金额');
}

const BY_CLASS = /^(?:general|basic)-|^expenditure-summary$|^other$/;

/**
 * Lists of classes side by side in one table (科目编码 名称 金额, twice or three times over), each as the columns of its own with
 * the others set aside; one list where there is only one.
 */
export function sideLists(table: RecognisedTable, columns: readonly Column[]): Column[][] {
  if (!BY_CLASS.test(table.statement)) return [[...columns]];
  const starts: number[] = [];
  let seenAmount = true;
  for (const column of columns) {
    const opens = column.role === 'code' || column.role === 'part' || column.role === 'label';
    if (opens && seenAmount) starts.push(column.column);
    if (opens) seenAmount = false;
    if (column.role === 'amount' && column.path.length > 0) seenAmount = true;
  }
  const lists = starts.map((start, index) => {
    const from = index === 0 ? 0 : start;
    const to = starts[index + 1] ?? columns.length;
    return columns.map((column): Column =>
      column.column >= from && column.column < to
        ? column
        : { role: 'aside', column: column.column, label: column.label, scheme: null },
    );
  });
  const whole = lists.every(
    (list) => list.some((c) => c.role === 'amount') && list.some((c) => c.role === 'label'),
  );
  return lists.length > 1 && whole ? lists : [[...columns]];
}
