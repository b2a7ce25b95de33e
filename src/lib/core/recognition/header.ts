import type { SourceCell, SourceRow, SourceTable } from '../model/index.ts';
import { compactText, isBareSum, isTotalLabel } from '../text/index.ts';
import { cellTexts, filledCells, hasAmount, isBodyByLabel, isColumnNumberRow } from './rows.ts';

/** More header rows than any published table has; what stands further down is body. */
const MOST_HEADER_ROWS = 8;

/** How many of the rows are header: everything above the first row with figures, a total, a code or an enumerated label. */
export function countHeaderRows(rows: readonly SourceRow[]): number {
  let count = 0;
  for (let index = 0; index < rows.length && index < MOST_HEADER_ROWS; index += 1) {
    const row = rows[index];
    if (!row) break;
    if (isColumnNumberRow(row)) return index + 1;
    if (hasAmount(row) || isBodyByLabel(row) || isTotalRow(row, index)) break;
    if (filledCells(row).length === 0 && index > 0) {
      if (isStageRow(rows[index + 1])) continue;
      break;
    }
    count = index + 1;
  }
  return count;
}

/** 预算数 决算数 预算数 决算数: the lowest row of heads, which an empty row may set apart from the rest. */
function isStageRow(row: SourceRow | undefined): boolean {
  const texts = row ? cellTexts(row).filter((text) => text !== '') : [];
  return (
    texts.length >= 2 &&
    texts.every((text) => /^(?:年初|调整|本年|上年)?(?:预算|决算|执行)(?:数|额|金额)$/.test(text))
  );
}

/** A row that a total opens: 合计 in a label column, with nothing or figures behind it. */
function isTotalRow(row: SourceRow, index: number): boolean {
  if (index === 0) return false;
  const texts = cellTexts(row).filter((text) => text !== '');
  const first = texts[0];
  if (first === undefined || !isTotalLabel(first)) return false;
  return texts.slice(1).every((text) => !/[\u4e00-\u9fff]/.test(text));
}

/** The column count that most rows have; of equals the greater. */
export function usualWidth(rows: readonly SourceRow[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && width > best)) best = width;
  }
  return best;
}

/**
 * Header rows with each cell at its grid column and with its spans, blanks gone. Text layouts print a span either as blank
 * cells behind the first (positions hold) or not at all (the row is short; its spans follow from the row below).
 */
export function spanHeader(table: SourceTable, rows: readonly SourceRow[]): SourceRow[] {
  if (
    table.geometry === 'exact' ||
    rows.some((row) => row.cells.some((c) => c.colSpan > 1 || c.rowSpan > 1))
  ) {
    return rows.map((row) => ({ ...row, cells: filledCells(row) }));
  }
  const width = Math.max(table.columnCount, ...rows.map((row) => row.cells.length));
  return straightenGroups(mergeBlanks(widenShortRows(rows, width)));
}

/**
 * A head row that lost a blank leaves the next group one column too far left. Groups that open with their 合计 or 小计 say
 * where they begin (golden case `lost-head-cell`).
 */
function straightenGroups(rows: readonly SourceRow[]): SourceRow[] {
  return rows.map((row, index) => {
    const below = rows[index + 1];
    if (!below) return row;
    const sumAt = (column: number): boolean =>
      below.cells.some((cell) => cell.column === column && isBareSum(cell.text));
    const cells = row.cells.map((cell) => ({ ...cell }));
    cells.forEach((cell, at) => {
      const left = cells[at - 1];
      if (!left || left.colSpan < 2 || cell.colSpan < 2 || left.column + left.colSpan !== cell.column) return;
      if (!sumAt(left.column) || sumAt(cell.column)) return;
      const end = cell.column + cell.colSpan;
      let start = cell.column;
      while (start < end && !sumAt(start)) start += 1;
      if (start === end) return;
      left.colSpan += start - cell.column;
      cell.colSpan = end - start;
      cell.column = start;
    });
    return { ...row, cells };
  });
}

/** Rows that lost their spans, widened over the row below (bottom up); the others as they are. */
function widenShortRows(rows: readonly SourceRow[], width: number): SourceRow[] {
  const wide: SourceRow[] = [...rows];
  for (let index = rows.length - 2; index >= 0; index -= 1) {
    const row = rows[index];
    const below = wide[index + 1];
    if (!row || !below || row.cells.length >= width || below.cells.length <= row.cells.length) continue;
    if (isColumnNumberRow(below)) continue;
    const spans = spansOver(cellTexts(row), cellTexts(below));
    if (!spans) continue;
    let column = 0;
    const cells: SourceCell[] = [];
    row.cells.forEach((cell, at) => {
      const span = spans[at] ?? 1;
      cells.push({ ...cell, column });
      for (let blank = 1; blank < span; blank += 1) {
        cells.push({ ...cell, text: '', column: column + blank });
      }
      column += span;
    });
    wide[index] = { ...row, cells };
  }
  return wide;
}

/**
 * How many of the cells below each upper cell covers, or null where that can't be. A lower blank stands below a cell
 * without a span; a run of filled lower cells belongs to the spanning cells above it, split where the run begins anew
 * (项目 预算数 项目 预算数).
 */
function spansOver(upper: readonly string[], lower: readonly string[]): number[] | null {
  const runStart = lower.map((_, index) => {
    let start = index;
    while (start > 0 && lower[start - 1] !== '') start -= 1;
    return start;
  });
  const known = new Map<number, { cost: number; spans: number[] } | null>();
  const solve = (i: number, j: number): { cost: number; spans: number[] } | null => {
    if (i === upper.length) return j === lower.length ? { cost: 0, spans: [] } : null;
    const key = i * (lower.length + 1) + j;
    const before = known.get(key);
    if (before !== undefined) return before;
    let best: { cost: number; spans: number[] } | null = null;
    for (let span = 1; j + span <= lower.length; span += 1) {
      const last = lower[j + span - 1];
      if (span > 1 && (last === '' || lower[j] === '' || upper[i] === '')) break;
      const rest = solve(i + 1, j + span);
      if (!rest) continue;
      const cost = rest.cost + spanCost(lower, runStart, j, span);
      if (!best || cost < best.cost) best = { cost, spans: [span, ...rest.spans] };
    }
    known.set(key, best);
    return best;
  };
  return solve(0, 0)?.spans ?? null;
}

function spanCost(lower: readonly string[], runStart: readonly number[], at: number, span: number): number {
  if (lower[at] === '') return 0;
  const start = runStart[at] ?? at;
  const begins = at === start || lower[at] === lower[start] ? 0 : 4;
  return begins + (span === 1 ? 2 : 0) + span * span * 0.01;
}

/** A blank right of a cell under one parent widens that cell; any other blank lengthens the cell above it. */
function mergeBlanks(rows: readonly SourceRow[]): SourceRow[] {
  const merged: SourceRow[] = [];
  let above: (SourceCell | null)[] = [];
  rows.forEach((row, rowIndex) => {
    const cells: SourceCell[] = [];
    const owners: (SourceCell | null)[] = [];
    const numbers = isColumnNumberRow(row);
    for (const cell of row.cells) {
      const column = cell.column;
      if (compactText(cell.text) !== '') {
        const own = { ...cell, colSpan: 1, rowSpan: 1 };
        cells.push(own);
        owners[column] = own;
        continue;
      }
      const left = owners[column - 1] ?? null;
      const parent = above[column] ?? null;
      const leftIsNew = left !== null && cells.includes(left);
      if (!numbers && leftIsNew && (rowIndex === 0 || (parent !== null && parent === above[column - 1]))) {
        left.colSpan += 1;
        owners[column] = left;
      } else {
        if (parent && !numbers && parent.column === column) parent.rowSpan += 1;
        owners[column] = parent;
      }
    }
    for (let column = row.cells.length; column < above.length; column += 1)
      owners[column] = above[column] ?? null;
    above = owners;
    merged.push({ ...row, cells });
  });
  return merged;
}

/** The header texts above a grid column, from the top; column-number rows are no header text. */
export function columnPath(headerRows: readonly SourceRow[], column: number): string[] {
  const path: string[] = [];
  for (const row of headerRows) {
    if (isColumnNumberRow(row)) continue;
    const cell = row.cells.find((c) => c.column <= column && column < c.column + c.colSpan);
    const text = cell ? compactText(cell.text) : '';
    if (text !== '' && path.at(-1) !== text) path.push(text);
  }
  return path;
}
