import type { ExtractContext, Fund, Item, Measure, RecognisedTable } from '../model/index.ts';
import { findByLabel, type Scheme } from '../codes/index.ts';
import { bracketedUnit } from '../recognition/index.ts';
import { fundOf, isAppropriation, isPlainAmount, itemOf, measureOf, yearOf } from '../terms/index.ts';
import { compactText } from '../text/index.ts';
import type { AmountColumn } from './column.ts';

/** Heads above all amount columns: they repeat the table's subject and set no column apart. */
export function sharedHeads(paths: readonly string[][]): Set<string> {
  const first = paths[0] ?? [];
  return new Set(paths.length > 1 ? first.filter((head) => paths.every((path) => path.includes(head))) : []);
}

/** What the heads of a column of amounts say of its figures. `shared` are the heads above all such columns. */
export function amountColumn(
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
