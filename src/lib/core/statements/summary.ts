import type { ExtractContext, Fact, Flow, Fund, Issue, Measure, RecognisedTable } from '../model/index.ts';
import { findBelow, findByLabel, levelOf, type Scheme } from '../codes/index.ts';
import {
  compactText,
  isAmong,
  isEnumerated,
  isPartTotal,
  isTotalLabel,
  withoutMarks,
} from '../text/index.ts';
import { cellAt, cellText, coveringCell, printedLabel } from './cells.ts';
import type { AmountColumn, Column, TextColumn } from './column.ts';
import { errorIssue, factOf, RowKeys, tableFund, unplacedIssue } from './facts.ts';
import { isFigure, isMoneyLike, malformedIssue, type Normalised } from './matrix.ts';
import { itemIdentity, type RowIdentity } from './row-identity.ts';
import { fundOf, itemOf, measureOf } from '../terms/index.ts';

/** One of the lists side by side: a column of lines and the amount columns right of it. */
interface SideBlock {
  labelColumn: TextColumn;
  amounts: AmountColumn[];
  flow: Flow;
  scheme: Scheme | null;
}

/** Income and expenditure side by side, in two, three or four lists of lines. */
export function normaliseSummary(
  table: RecognisedTable,
  context: ExtractContext,
  columns: readonly Column[],
): Normalised | null {
  const blocks = sideBlocks(table, columns);
  if (blocks.length === 0) return null;
  const facts: Fact[] = [];
  const issues: Issue[] = [];
  const placed = new Set<string>();
  blocks.forEach((block, blockIndex) => {
    const keys = new RowKeys();
    let part: Measure | null = null;
    let fundAbove: Fund | null = null;
    let classAbove: string | null = null;
    const body = table.rows.map((row, index) => ({ row, index })).slice(table.headerRowCount);
    for (const { row, index } of body) {
      const label = printedLabel(coveringCell(row, block.labelColumn.column)?.text ?? '');
      if (label === '') continue;
      const opened = partOpened(label, block);
      if (opened !== null) part = opened;
      const identity = lineIdentity(label, block, classAbove);
      classAbove = identity.code ?? classAbove;
      const within: Fund | null = isAmong(label) ? fundAbove : null;
      fundAbove = ownFund(label) ?? within;
      const rowKey = `${blockIndex + 1}-${keys.next(identity)}`;
      for (const column of block.amounts) {
        const cell = cellAt(row, column.column);
        if (!cell) continue;
        placed.add(cell.locator);
        const fact = factOf(cell, {
          tableId: table.tableId,
          statement: table.statement,
          row: index,
          column: column.column,
          identity,
          flow: lineFlow(label, block.flow),
          measure:
            column.measure !== 'total'
              ? column.measure
              : (measureOf(compactText(label)) ?? lineMeasure(part, identity)),
          fund: lineFund(table, label, column, block.flow, identity, within),
          item: itemOf(compactText(label)),
          fiscalYear: column.fiscalYear ?? context.fiscalYear,
          unit: column.unit ?? table.unit,
          columnLabel: column.label,
          columnCode: null,
          percent: column.percent,
          basis: column.basis,
          rowKey,
        });
        if (fact === 'malformed') issues.push(malformedIssue(table, cell));
        else if (fact === 'error') issues.push(errorIssue(table, cell));
        else if (fact === 'unplaced') issues.push(unplacedIssue(table, cell, '含义不明'));
        else if (fact !== 'none') facts.push(fact);
      }
    }
  });
  issues.push(...leftOver(table, columns, placed));
  facts.sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { facts, issues };
}

function sideBlocks(table: RecognisedTable, columns: readonly Column[]): SideBlock[] {
  const blocks: SideBlock[] = [];
  for (const column of columns) {
    if (column.role === 'label' || column.role === 'project') {
      blocks.push({
        labelColumn: { ...column, role: 'label' },
        amounts: [],
        flow: /支/.test(compactText(column.label).split('/')[0] ?? '') ? 'expenditure' : 'income',
        scheme: column.scheme,
      });
    } else if (column.role === 'amount' && column.path.length > 0) blocks.at(-1)?.amounts.push(column);
  }
  const filled = blocks.filter((block) => block.amounts.length > 0);
  const named = filled.some((block) => /收/.test(compactText(block.labelColumn.label)));
  filled.forEach((block, index) => {
    if (!named && index > 0) block.flow = 'expenditure';
    if (block.scheme === null && block.flow === 'expenditure') block.scheme = guessScheme(table, block);
  });
  return filled;
}

/** A list without a classification in its head follows the one that most of its lines have a name in. */
function guessScheme(table: RecognisedTable, block: SideBlock): Scheme | null {
  const labels = table.rows
    .slice(table.headerRowCount)
    .map((row) => cellText(row, block.labelColumn.column))
    .filter((label) => label !== '' && !isTotalLabel(label));
  const schemes: Scheme[] = ['function', 'dept-economic', 'gov-economic'];
  let best: { scheme: Scheme; share: number } | null = null;
  for (const scheme of schemes) {
    let above: string | null = null;
    let named = 0;
    for (const label of labels) {
      const code = lineCode(label, scheme, above);
      if (code !== null) named += 1;
      above = code ?? above;
    }
    const share = named / Math.max(1, labels.length);
    if (share > 0.4 && (!best || share > best.share)) best = { scheme, share };
  }
  return best?.scheme ?? null;
}

/** What a line stands for; `above` is the class of the line before, for 款 and 项 listed below their 类 without codes. */
function lineIdentity(label: string, block: SideBlock, above: string | null): RowIdentity {
  const base = itemIdentity(label);
  if (isTotalLabel(label) || isPartTotal(label) || /^[一二]?、?本年(?:收入|支出)$/.test(compactText(label))) {
    return { ...base, axis: 'total', level: 0, isTotal: true };
  }
  const scheme = block.flow === 'expenditure' ? block.scheme : null;
  if (scheme === null) return base;
  const code = lineCode(label, scheme, above);
  if (code === null) return base;
  return {
    ...base,
    axis: scheme,
    code,
    govCode: scheme === 'gov-economic' ? code : null,
    level: levelOf(code),
  };
}

/** The 类 that a line names, or the 款 or 项 under the class above it or under one of those that this belongs to. */
function lineCode(label: string, scheme: Scheme, above: string | null): string | null {
  const name = className(label);
  const top = findByLabel(scheme, name, { level: 1 });
  const isTop = top && top.match !== 'cut';
  if (isEnumerated(label)) return isTop ? top.code : null;
  if (above !== null) {
    const below = findBelow(scheme, name, above);
    if (below?.startsWith(above.slice(0, 3))) return below;
  }
  return isTop ? top.code : null;
}

/** 按项目管理的商品和服务支出 and 一般商品和服务支出 are 商品和服务支出. */
function className(label: string): string {
  return compactText(label)
    .replace(/^[廿卅][一二三四五六七八九]?、/, '')
    .replace(/按项目管理的|^一般(?=商品和服务)/, '');
}

/** Lines under 人员经费和公用经费支出 (基本支出) and under 专项业务经费支出 (项目支出) carry the same names. */
function partOpened(label: string, block: SideBlock): Measure | null {
  if (block.scheme !== 'dept-economic') return null;
  const compact = compactText(label);
  if (/人员经费和公用经费|基本支出/.test(compact)) return 'basic';
  if (/专项业务经费|项目支出/.test(compact)) return 'project';
  if (isTotalLabel(compact) || /上缴上级|经营|附属单位/.test(compact)) return 'total';
  return null;
}

function lineMeasure(part: Measure | null, identity: RowIdentity): Measure {
  return part !== null && identity.axis !== 'total' ? part : 'total';
}

function lineFlow(label: string, flow: Flow): Flow {
  return flow === 'income' && /支出(?:合计|总计)$/.test(compactText(label)) ? 'expenditure' : flow;
}

function ownFund(label: string): Fund | null {
  return fundOf(withoutMarks(label));
}

/** `within` is the fund of the line that an 其中 line is part of. */
function lineFund(
  table: RecognisedTable,
  label: string,
  column: AmountColumn,
  flow: Flow,
  identity: RowIdentity,
  within: Fund | null,
): Fund {
  if (column.fund !== null) return column.fund;
  const named = ownFund(label) ?? (flow === 'income' ? within : null);
  if (named !== null && identity.axis === 'item' && (flow === 'income' || named === 'carry-over'))
    return named;
  return tableFund(table);
}

function leftOver(table: RecognisedTable, columns: readonly Column[], placed: ReadonlySet<string>): Issue[] {
  const issues: Issue[] = [];
  for (const row of table.rows.slice(table.headerRowCount)) {
    for (const cell of row.cells) {
      if (placed.has(cell.locator) || !isFigure(cell)) continue;
      const role = columns[cell.column]?.role;
      if (role === 'amount' || role === undefined || isMoneyLike(cell)) {
        issues.push(unplacedIssue(table, cell, '所在行没有项目名称'));
      }
    }
  }
  return issues;
}
