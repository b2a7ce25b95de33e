import { escapeXml } from '../small-office.ts';
import type { Amount, Head, InventedBudget, Line, Statement } from './content.ts';

/** How one invented budget is laid out; every choice is one that published budgets make. */
export interface Layout {
  unit: '元' | '万元' | '亿元';
  decimals: number;
  grouping: boolean;
  empty: '' | '－' | '—' | '0.00';
  /** One column of whole codes, 类 款 项 in three (only the own part, or all parts a row), or code and name in one cell. */
  codes: 'whole' | 'own-part' | 'all-parts' | 'with-name';
  indented: boolean;
  rulings: 'all' | 'none' | 'horizontal' | 'columns' | 'dashed' | 'no-sides' | 'bars';
  columnNumbers: boolean;
  lineNumbers: boolean;
  unitPlace: 'line' | 'with-agency' | 'row' | 'title';
  titlePlace: 'line' | 'row';
  repeatedHeads: boolean;
  pageEach: boolean;
  landscape: boolean;
  fontSize: number;
  /** Widths in em; text and amounts wider than their cell are wrapped. */
  nameWidth: number;
  amountWidth: number;
  codeWidth: number;
  amountAlign: 'right' | 'center';
  verticalAlign: 'middle' | 'top';
  padding: number;
  spreadWords: boolean;
  footer: boolean;
}

export const PLAIN: Layout = {
  unit: '万元',
  decimals: 2,
  grouping: false,
  empty: '',
  codes: 'whole',
  indented: false,
  rulings: 'all',
  columnNumbers: false,
  lineNumbers: false,
  unitPlace: 'line',
  titlePlace: 'line',
  repeatedHeads: true,
  pageEach: false,
  landscape: false,
  fontSize: 9,
  nameWidth: 18,
  amountWidth: 9,
  codeWidth: 7,
  amountAlign: 'right',
  verticalAlign: 'middle',
  padding: 2,
  spreadWords: false,
  footer: false,
};

const PER_UNIT = { 元: 2, 万元: 6, 亿元: 10 } as const;

/** An amount in fen as the layout prints it. */
export function printAmount(amount: Amount, layout: Layout): string {
  if (amount === null) return layout.empty;
  const digits = String(amount).padStart(PER_UNIT[layout.unit] + 1, '0');
  const point = digits.length - PER_UNIT[layout.unit];
  const whole = digits.slice(0, point);
  const decimals = digits.slice(point, point + layout.decimals).padEnd(layout.decimals, '0');
  return `${layout.grouping ? whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') : whole}.${decimals}`;
}

interface Cell {
  text: string;
  kind: 'head' | 'code' | 'name' | 'amount' | 'number';
  colSpan: number;
  rowSpan: number;
  level?: number;
}

const cell = (text: string, kind: Cell['kind'], more: Partial<Cell> = {}): Cell => ({
  text,
  kind,
  colSpan: 1,
  rowSpan: 1,
  ...more,
});

const leavesOf = (heads: readonly Head[]): Head[] =>
  heads.flatMap((head) => (head.below ? leavesOf(head.below) : [head]));

const depthOf = (heads: readonly Head[]): number =>
  1 + Math.max(0, ...heads.map((head) => (head.below ? depthOf(head.below) : 0)));

/** Heads as the layout has them: codes in parts, code and name in one column, columns of line numbers. */
function laidOut(heads: readonly Head[], layout: Layout): Head[] {
  const changed: Head[] = [];
  for (const head of heads) {
    if (head.below) changed.push({ ...head, below: laidOut(head.below, layout) });
    else if (head.holds === 'code') {
      if (layout.codes === 'whole') changed.push(head);
      else if (layout.codes !== 'with-name') {
        const parts = ['类', '款', '项'].map((text): Head => ({ text, holds: 'code' }));
        changed.push({ text: head.text, below: parts });
      }
    } else changed.push(head);
    if (head.holds === 'name' && layout.lineNumbers) changed.push({ text: '行次', holds: 'line' });
  }
  return changed;
}

function headRows(heads: readonly Head[], layout: Layout): Cell[][] {
  const depth = depthOf(heads);
  const rows: Cell[][] = Array.from({ length: depth }, () => []);
  const put = (list: readonly Head[], row: number): void => {
    for (const head of list) {
      const text = layout.spreadWords ? spread(head.text) : head.text;
      if (head.below) {
        rows[row]?.push(cell(text, 'head', { colSpan: leavesOf(head.below).length }));
        put(head.below, row + 1);
      } else rows[row]?.push(cell(text, 'head', { rowSpan: depth - row }));
    }
  };
  put(heads, 0);
  if (layout.columnNumbers) {
    let number = 0;
    rows.push(
      leavesOf(heads).map((head) => cell(head.holds === 'amount' ? String(++number) : '栏次', 'number')),
    );
  }
  return rows;
}

const spread = (text: string): string => (/^[\u4e00-\u9fff]{2}$/.test(text) ? [...text].join('　　') : text);

const levelOf = (code: string): number => Math.max(0, Math.floor((code.length - 1) / 2) - 1);

function bodyRows(statement: Statement, heads: readonly Head[], layout: Layout): Cell[][] {
  const length = Math.max(...statement.lists.map((list) => list.length));
  const side = statement.lists.length === 1 ? [heads] : heads.map((head) => [head]);
  let number = 0;
  return Array.from({ length }, (_, at) =>
    statement.lists.flatMap((list, l) =>
      lineCells(list[at], leavesOf(side[l] ?? []), layout, () => ++number),
    ),
  );
}

function lineCells(
  line: Line | undefined,
  leaves: readonly Head[],
  layout: Layout,
  next: () => number,
): Cell[] {
  const { code = '', name = '', amounts = [] } = line ?? {};
  const parts = [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
  const own = Math.max(0, parts.filter((part) => part !== '').length - 1);
  let part = 0;
  let amount = 0;
  return leaves.map((head): Cell => {
    if (head.holds === 'line') return cell(String(next()), 'number');
    if (head.holds === 'amount') return cell(printAmount(amounts[amount++] ?? null, layout), 'amount');
    if (head.holds === 'name') {
      const shown = layout.spreadWords ? spread(name) : name;
      const text = layout.codes === 'with-name' && code !== '' ? `${code} ${shown}` : shown;
      return cell(text, 'name', { level: levelOf(code) });
    }
    if (layout.codes === 'whole') return cell(code, 'code');
    const at = part++;
    return cell(layout.codes === 'all-parts' || at === own ? (parts[at] ?? '') : '', 'code');
  });
}

const STYLES: Record<Layout['rulings'], string> = {
  all: 'td{border:0.5pt solid #000}',
  none: '',
  horizontal: 'td{border-top:0.5pt solid #000;border-bottom:0.5pt solid #000}',
  columns:
    'td{border-left:0.5pt solid #000;border-right:0.5pt solid #000}td.head,td.number{border:0.5pt solid #000}table{border:0.5pt solid #000}',
  dashed: 'td{border:0.5pt dashed #000}',
  'no-sides': 'td{border:0.5pt solid #000}td:first-child{border-left:none}td:last-child{border-right:none}',
  bars: 'td{position:relative}td::before{content:"";position:absolute;left:0;top:0;width:0.7pt;height:100%;background:#000}td::after{content:"";position:absolute;left:0;top:0;height:0.7pt;width:100%;background:#000}table{border-right:0.7pt solid #000;border-bottom:0.7pt solid #000}',
};

/** The budget as a web page that Chromium prints as an agency would have published it. */
export function renderLayout(budget: InventedBudget, layout: Layout): string {
  const { fontSize } = layout;
  const style = [
    `@page{size:A4 ${layout.landscape ? 'landscape' : 'portrait'};margin:14mm 12mm}`,
    `body{font:${fontSize}pt serif;margin:0}`,
    'table{border-collapse:collapse;table-layout:fixed;margin:0 auto}',
    `td{padding:${layout.padding}pt;vertical-align:${layout.verticalAlign};overflow-wrap:anywhere;line-height:1.25}`,
    `.head,.number{text-align:center}.amount{text-align:${layout.amountAlign}}.title{text-align:center;font-size:${fontSize + 5}pt}.unit{text-align:right}`,
    `.each{page-break-before:always}tr{break-inside:avoid}thead{display:${layout.repeatedHeads ? 'table-header-group' : 'table-row-group'}}`,
    STYLES[layout.rulings],
  ].join('\n');
  const title = `${budget.agency}${budget.year}年部门预算`;
  const body = [
    `<p class="title">${title}</p>`,
    ...budget.prose.map((line) => `<p>${escapeXml(line)}</p>`),
    ...budget.statements.map((statement) => tableOf(statement, budget, layout)),
  ];
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head><body>${body.join('\n')}</body></html>`;
}

function tableOf(statement: Statement, budget: InventedBudget, layout: Layout): string {
  const heads = laidOut(statement.heads, layout);
  const leaves = leavesOf(heads);
  const width = leaves.length;
  const unit = `单位：${layout.unit}`;
  const title = `${budget.year}年${statement.title}${layout.unitPlace === 'title' ? `（${unit}）` : ''}`;
  const lines: string[] = [];
  const rows: string[] = [];
  const wide = (text: string, kind: string): string =>
    `<tr><td colspan="${width}" class="${kind}">${escapeXml(text)}</td></tr>`;
  lines.push(`<p>表${statement.number}</p>`);
  if (layout.titlePlace === 'row') rows.push(wide(title, 'title'));
  else lines.push(`<p class="title">${escapeXml(title)}</p>`);
  if (layout.unitPlace === 'row') rows.push(wide(unit, 'unit'));
  if (layout.unitPlace === 'line') lines.push(`<p class="unit">${unit}</p>`);
  if (layout.unitPlace === 'with-agency')
    lines.push(
      `<p style="display:flex;justify-content:space-between"><span>编制部门：${budget.agency}</span><span>${unit}</span></p>`,
    );
  const columns = leaves.map((head) => `<col style="width:${widthOf(head, statement, layout)}em">`).join('');
  const show = (list: readonly Cell[][]): string =>
    list.map((row) => `<tr>${row.map(showCell(layout)).join('')}</tr>`).join('\n');
  const head = [...rows, show(headRows(heads, layout))].join('\n');
  const table = `<table><colgroup>${columns}</colgroup><thead>${head}</thead><tbody>${show(bodyRows(statement, heads, layout))}</tbody></table>`;
  return `<div${layout.pageEach ? ' class="each"' : ''}>${lines.join('\n')}${table}</div>`;
}

function widthOf(head: Head, statement: Statement, layout: Layout): number {
  if (head.holds === 'name') return statement.lists.length > 1 ? layout.nameWidth - 4 : layout.nameWidth;
  if (head.holds === 'code') return layout.codes === 'whole' ? layout.codeWidth : 3;
  return head.holds === 'line' ? 3 : layout.amountWidth;
}

const showCell =
  (layout: Layout) =>
  ({ text, kind, colSpan, rowSpan, level }: Cell): string => {
    const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
    const lead = layout.indented && level !== undefined && level > 0 ? '　'.repeat(level) : '';
    return `<td class="${kind}"${spans}>${lead}${escapeXml(text)}</td>`;
  };
