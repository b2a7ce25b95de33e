import type { SourceParagraph, SourceRow } from '../model/index.ts';
import { compactText, isTotalLabel } from '../text/index.ts';
import type { Draft } from './draft.ts';
import { titleLikeness } from './phrases.ts';
import { cellTexts, hasAmount, isColumnNumberRow, rowText } from './rows.ts';

/** Where a form begins: two of these are two forms, whatever their titles say. */
const FORM_START = /^(?:项目名称|部门\(单位\)名称|单位名称|部门名称|专项名称|项目单位|绩效目标)$/;
const SUBTITLE =
  /^(?:长期|年度|中期|实施期|总体|项目)?(?:绩效)?(?:总)?目标(?:申报)?表?$|资产配置|采购计划|绩效指标(?:表)?$|支出明细|测算/;

/**
 * Joins a table to the one above where it goes on behind a page break: the same heads again, or no heads and the same columns.
 * `between` is what stands between the two beside the head. Answers whether it was joined.
 */
export function joinPage(above: Draft, below: Draft, between: readonly SourceParagraph[]): boolean {
  if (between.length > 0) return false;
  const goesOn = below.head.continues;
  if (above.notes.length > 0 && !goesOn && !(above.performance && below.performance && !below.head.formal))
    return false;
  const sameTitle =
    below.head.title === null ||
    (goesOn && !below.head.formal) ||
    (above.head.title !== null && titleLikeness(above.head.title, below.head.title) > 0.95);
  if (above.performance || below.performance) return joinForm(above, below, sameTitle);
  if (!sameTitle) return false;
  const repeatedHeads = countRepeatedHeads(above, below.rows);
  if (repeatedHeads > 0) {
    appendRows(above, below, repeatedHeads);
    return true;
  }
  if ((below.head.title !== null || below.head.number !== null) && !goesOn) return false;
  const totals = isNextPage(above, below) ? widenTotals(above, below) : null;
  if (totals) {
    above.rows.push(...totals);
    return true;
  }
  if (below.columnCount !== above.columnCount) return false;
  if (below.headerRowCount > 0 && !goesOn && !isNextPage(above, below)) return false;
  appendRows(above, below, 0);
  return true;
}

/** A total alone on the next page, its label over all label columns: the figures belong to the last columns. */
function widenTotals(above: Draft, below: Draft): SourceRow[] | null {
  const missing = above.columnCount - below.columnCount;
  if (missing <= 0 || below.rows.length > 2) return null;
  const rows = below.rows.map((row) => {
    const [label, ...figures] = row.cells;
    if (!label || !isTotalLabel(label.text)) return null;
    return {
      ...row,
      cells: [
        { ...label, colSpan: label.colSpan + missing },
        ...figures.map((cell) => ({ ...cell, column: cell.column + missing })),
      ],
    };
  });
  return rows.every((row) => row !== null) ? rows.flatMap((row) => row ?? []) : null;
}

function isNextPage(above: Draft, below: Draft): boolean {
  const last = above.rows.at(-1)?.page ?? null;
  const first = below.rows[0]?.page ?? null;
  return last !== null && first === last + 1 && below.head.units.length === 0;
}

function joinForm(above: Draft, below: Draft, sameTitle: boolean): boolean {
  if (!above.performance) return false;
  const heads = countRepeatedHeads(above, below.rows);
  const starts = startsForm(below.rows);
  if (heads >= 1 && !starts && sameTitle) {
    appendRows(above, below, heads);
    return true;
  }
  const subtitle = below.head.title !== null && SUBTITLE.test(compactText(below.head.title));
  if (starts || !(below.head.title === null || subtitle)) return false;
  if (below.head.title !== null && below.head.locator !== null) {
    above.rows.push(subtitleRow(below.head.title, below.head.locator));
  }
  appendRows(above, below, 0);
  return true;
}

function subtitleRow(text: string, locator: string): SourceRow {
  return { cells: [{ text, locator, column: 0, colSpan: 1, rowSpan: 1 }], page: null };
}

function startsForm(rows: readonly SourceRow[]): boolean {
  return rows.slice(0, 2).some((row) => FORM_START.test(compactText(row.cells[0]?.text ?? '')));
}

/** How many rows on top of the lower table are header rows of the upper one again. */
function countRepeatedHeads(above: Draft, rows: readonly SourceRow[]): number {
  const heads = above.rows.slice(0, Math.max(above.headerRowCount, above.performance ? 3 : 0)).map(rowText);
  let count = 0;
  for (const row of rows.slice(0, heads.length)) {
    const text = rowText(row);
    if (text === '' || !heads.includes(text)) break;
    if (above.performance && hasAmount(row)) break;
    count += 1;
  }
  if (count === 0) return 0;
  return heads.slice(0, count).join('\n') === rows.slice(0, count).map(rowText).join('\n') ||
    isTail(heads, rows, count)
    ? count
    : 0;
}

function isTail(heads: readonly string[], rows: readonly SourceRow[], count: number): boolean {
  return heads.slice(-count).join('\n') === rows.slice(0, count).map(rowText).join('\n');
}

function appendRows(above: Draft, below: Draft, heads: number): void {
  above.repeated.push(...below.rows.slice(0, heads));
  let skip = heads;
  const known = new Set(above.rows.slice(above.headerRowCount).filter(isTotalRow).map(rowText));
  while (skip < below.rows.length) {
    const row = below.rows[skip];
    if (!row || !(isTotalRow(row) && known.has(rowText(row))) || isColumnNumberRow(row)) break;
    above.repeated.push(row);
    skip += 1;
  }
  above.rows.push(...below.rows.slice(skip));
  above.incomplete ||= below.incomplete;
  above.columnCount = Math.max(above.columnCount, below.columnCount);
  above.notes.push(...below.notes);
  above.head.units.push(
    ...below.head.units.filter((unit) => !above.head.units.some((u) => u.unit === unit.unit)),
  );
}

function isTotalRow(row: SourceRow): boolean {
  return (
    cellTexts(row)
      .slice(0, 4)
      .some((text) => isTotalLabel(text)) && hasAmount(row)
  );
}
