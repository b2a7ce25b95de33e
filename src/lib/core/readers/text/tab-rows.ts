import type { SourceBlock, SourceCell, SourceRow, SourceTable } from '../../model/index.ts';
import { stripCell, stripLine } from './markup.ts';

interface Line {
  number: number;
  text: string;
}

/** The tab-separated layout: every line with a tab is a row; a line without one ends the table. Null lines are passed over. */
export function readTabRows(lines: readonly (string | null)[]): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let run: Line[] = [];
  const close = (): void => {
    if (run.length > 0) blocks.push(tableOf(run));
    run = [];
  };
  lines.forEach((text, index) => {
    if (text === null) return;
    if (text.includes('\t')) {
      run.push({ number: index + 1, text });
      return;
    }
    if (run.length > 0 && text.trim() !== '' && continuesRow(run, text, lines[index + 1] ?? undefined)) {
      run.push({ number: index + 1, text });
      return;
    }
    close();
    const { text: stripped, heading } = stripLine(text);
    if (stripped !== '') {
      blocks.push({
        kind: 'paragraph',
        text: stripped,
        locator: `L${index + 1}`,
        page: null,
        heading,
      });
    }
  });
  close();
  return blocks;
}

/**
 * A line without a tab inside a table is the middle of a wrapped cell where the row above is short, the row below begins
 * in the middle, and the three together are as wide as the table.
 */
function continuesRow(run: readonly Line[], text: string, next: string | undefined): boolean {
  const width = usualWidth(run);
  const above = cellsOf(run.at(-1)?.text ?? '');
  if (text.trim().length > 40 || above.length >= width || next === undefined) return false;
  return next.includes('\t') && above.length + cellsOf(next).length - 1 === width;
}

function usualWidth(run: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of run) {
    const width = cellsOf(line.text).length;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, count] of counts) {
    if (count > (counts.get(best) ?? 0) || (count === counts.get(best) && width > best)) best = width;
  }
  return best;
}

function cellsOf(line: string): string[] {
  return line.split('\t');
}

function tableOf(run: readonly Line[]): SourceTable {
  const width = usualWidth(run);
  const rows: SourceRow[] = [];
  let pending: SourceCell[] | null = null;
  for (const line of run) {
    const cells = cellsOf(line.text).map((text, index) => sourceCell(text, line.number, index));
    const joined: number = (pending?.length ?? 0) + cells.length - 1;
    if (pending && joined <= width && (joined === width || cells.length === 1)) {
      pending = joinCells(pending, cells);
      if (joined === width) {
        rows.push({ cells: pending, page: null });
        pending = null;
      }
      continue;
    }
    if (pending) rows.push({ cells: pending, page: null });
    pending = null;
    if (rows.length > 0 && cells.length < width && cells.length > 1) pending = cells;
    else rows.push({ cells, page: null });
  }
  if (pending) rows.push({ cells: pending, page: null });
  const columnCount = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  return { kind: 'table', rows, geometry: 'ragged', columnCount };
}

function sourceCell(text: string, line: number, index: number): SourceCell {
  return {
    text: stripCell(text),
    locator: `L${line}#${index}`,
    column: index,
    colSpan: 1,
    rowSpan: 1,
  };
}

function joinCells(left: readonly SourceCell[], right: readonly SourceCell[]): SourceCell[] {
  const last = left.at(-1);
  const first = right[0];
  if (!last || !first) return [...left, ...right];
  const glued: SourceCell = { ...last, text: `${last.text}${first.text}` };
  const rest = right.slice(1).map((cell, index) => ({ ...cell, column: left.length + index }));
  return [...left.slice(0, -1), glued, ...rest];
}
