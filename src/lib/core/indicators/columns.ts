import type { SourceRow } from '../model/index.ts';
import { cellWords, filledCells } from './cells.ts';
import { readLabel } from './taxonomy.ts';

export type Role =
  | 'caption'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'target'
  | 'prior-2'
  | 'prior-1'
  | 'symbol'
  | 'value'
  | 'unit'
  | 'description'
  | 'standard'
  | 'basis'
  | 'type'
  | 'weight'
  | 'actual'
  | 'other'
  | 'code'
  | 'project'
  | 'amount'
  | 'goal';

const ROLES: readonly [RegExp, Role][] = [
  [/^一级(绩效)?(指标)?$/, 'level1'],
  [/^二级(绩效)?(指标)?$/, 'level2'],
  [
    /^(三级(绩效)?指标(名称)?|明细指标.*|绩效指标名称|指标名称|指标内容|四级指标|三级指标\(指标内容\))$/,
    'level3',
  ],
  [/^(近两年指标值|近两年|历史指标值)$/, 'other'],
  [/^(前年|\d{4}年实际值?)$/, 'prior-2'],
  [/^(上年|去年)(指标值|实际值|完成值)?$/, 'prior-1'],
  [/^(预期|预计|预算)?(当年|本年|年度)(预期|预计)?(实现|完成)?(值)?$/, 'target'],
  [/^(实际完成|完成情况|全年完成|实际值|年度实际|全年实际|实际).*$/, 'actual'],
  [/^(符号|(绩效)?指标性质|计算符号|运算符号|指标方向|比较符号|运算符|方向|指标符号|性质)$/, 'symbol'],
  [/^(单位|(绩效)?度量单位|计量单位|指标单位|指标值单位)$/, 'unit'],
  [/^值$/, 'value'],
  [/指标值(确定|设定)?依据|确定依据|^依据$|数据来源|信息来源|备注|^说明$|指标来源/, 'basis'],
  [
    /(年度|绩效|全年|三级)?(指标|目标)(目标)?(指标)?值(内容)?$|^目标值$|^指标目标$|^绩效目标值$|^全年(指标)?值$|^年初(目标|指标)值$/,
    'target',
  ],
  [/(评|扣|得)分标准|评\(扣\)分|评\(扣分标准\)|评分/, 'standard'],
  [/(指标)?(描述|解释|说明|内涵|定义)$/, 'description'],
  [/(指标值)?类型$/, 'type'],
  [/分值|权重|得分|分数/, 'weight'],
  [/偏差|原因|措施/, 'other'],
];

/** What a header cell heads, or null where it is no header of an indicator table. */
export function roleOf(text: string): Role | null {
  const plain = cellWords(text);
  if (plain === '指标值内容') return 'other';
  return ROLES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** Whether a row is the header of indicator rows: it names the levels. */
export function isIndicatorHeader(row: SourceRow): boolean {
  const roles = row.cells.map((cell) => roleOf(cell.text));
  const levels = roles.filter((role) => role === 'level1' || role === 'level2' || role === 'level3').length;
  if (levels >= 2) return true;
  const valued = roles.includes('target') && (roles.includes('symbol') || roles.includes('unit'));
  const named = row.cells.some((cell) => /级指标|指标内容|指标名称/.test(cellWords(cell.text)));
  return (levels >= 1 && roles.includes('target') && named) || (valued && row.cells.some(isWholeName));
}

/** 绩效指标 over one column that holds all three levels in a row. */
function isWholeName(cell: { text: string }): boolean {
  return /^绩效指标$/.test(cellWords(cell.text));
}

/** Whether a row goes on with the header: nothing but 前年, 上年, 符号, 值, 单位 and the like. */
export function continuesHeader(row: SourceRow): boolean {
  const words = row.cells.map((cell) => cellWords(cell.text)).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => roleOf(word) !== null && !/^(一级|二级|三级)/.test(word));
}

/** One column of an indicator table, at its grid position. */
export interface Column {
  column: number;
  span: number;
  role: Role;
}

/**
 * The columns under one or more header rows. A head over several subheads gives way to them, in order, whether the
 * source gave spans or left the covered positions blank or out.
 */
export function readColumns(header: readonly SourceRow[], above: SourceRow | null = null): Column[] {
  const first = header.find(isIndicatorHeader);
  if (!first) return [];
  const columns: Column[] = [];
  for (const cell of first.cells) {
    const role = roleOf(cell.text) ?? (cellWords(cell.text) === '' ? 'other' : outerRole(cell.text));
    columns.push({ column: cell.column, span: cell.colSpan, role });
  }
  if (!columns.some((column) => column.role === 'level3')) {
    const whole = first.cells.find(isWholeName);
    for (const column of columns) if (column.column === whole?.column) column.role = 'level3';
  }
  let merged = withOuter(columns, above);
  for (const row of header.slice(header.indexOf(first) + 1)) merged = refine(merged, row);
  return merged;
}

function outerRole(text: string): Role {
  const plain = cellWords(text);
  if (/代码|编码/.test(plain)) return 'code';
  if (/资金总额|项目总额|预算金额|项目金额|年度预算|当年预算|^金额/.test(plain)) return 'amount';
  if (/(项目|专项).*名称|^项目$/.test(plain)) return 'project';
  if (/目标/.test(plain) && !/指标/.test(plain)) return 'goal';
  return /绩效指标|目标名称|绩效目标/.test(plain) ? 'caption' : 'other';
}

/** Heads of the row above that stand over no head of this one: 单位代码, 项目名称, 资金总额 beside 绩效指标. */
function withOuter(columns: readonly Column[], above: SourceRow | null): Column[] {
  const merged = columns.map((column) => ({ ...column }));
  for (const cell of above?.cells ?? []) {
    const words = cellWords(cell.text);
    if (words === '' || words.length > 20) continue;
    const role = roleOf(cell.text) ?? outerRole(cell.text);
    const own = merged.find((column) => column.column === cell.column);
    if (!own) merged.push({ column: cell.column, span: cell.colSpan, role });
    else if (own.role === 'other' || own.role === 'caption') own.role = role;
  }
  return merged.sort((a, b) => a.column - b.column);
}

function refine(columns: readonly Column[], row: SourceRow): Column[] {
  const subheads = row.cells.filter((cell) => cellWords(cell.text) !== '');
  const target = columns.findIndex((column) => column.role === 'target');
  if (target < 0) return [...columns];
  const exact = subheads.every((cell) => columns.some((column) => column.column === cell.column));
  if (exact) {
    return columns.map((column) => {
      const sub = subheads.find((cell) => cell.column === column.column);
      const role = sub ? roleOf(sub.text) : null;
      return role
        ? { ...column, role: role === 'target' && column.role === 'symbol' ? column.role : role }
        : column;
    });
  }
  const start = columns[target]?.column ?? 0;
  const parts = subheads.map((cell, index) => ({
    column: start + index,
    span: 1,
    role: roleOf(cell.text) ?? 'other',
  }));
  const added = parts.length - (columns[target]?.span ?? 1);
  return [
    ...columns.slice(0, target),
    ...parts,
    ...columns.slice(target + 1).map((column) => ({ ...column, column: column.column + Math.max(0, added) })),
  ];
}

/** Columns of a form that goes on without its head: the second level's names stand in one column, the indicators behind it. */
export function inferColumns(rows: readonly SourceRow[]): Column[] {
  const seconds = new Map<number, number>();
  const firsts = new Map<number, number>();
  const starts = new Map<number, number>();
  for (const row of rows) {
    const cells = filledCells(row);
    const at = cells.findIndex((cell) => readLabel(cell.text)?.kind === 'level2');
    for (const cell of cells) {
      const label = readLabel(cell.text);
      if (label?.kind === 'level1' || label?.kind === 'cost' || label?.kind === 'satisfaction')
        firsts.set(cell.column, (firsts.get(cell.column) ?? 0) + 1);
    }
    if (at < 0 || cells.length < at + 3) continue;
    const second = cells[at]?.column ?? 0;
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
    for (const cell of cells.slice(at + 1)) starts.set(cell.column, (starts.get(cell.column) ?? 0) + 1);
  }
  const level2 = mostFrequent(seconds);
  if (level2 === null) return [];
  const behind = [...starts.keys()].filter((column) => column > level2).sort((a, b) => a - b);
  const [level3, target, ...rest] = behind;
  if (level3 === undefined || target === undefined) return [];
  const level1 = mostFrequent(firsts);
  const column = (at: number, role: Role): Column => ({ column: at, span: 1, role });
  return [
    ...(level1 === null || level1 >= level2 ? [] : [column(level1, 'level1')]),
    column(level2, 'level2'),
    column(level3, 'level3'),
    column(target, 'target'),
    ...rest.map((at) => column(at, 'other')),
  ];
}

function mostFrequent(votes: ReadonlyMap<number, number>): number | null {
  return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}
