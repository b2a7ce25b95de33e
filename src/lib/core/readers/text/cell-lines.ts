import type { SourceBlock, SourceCell, SourceRow, SourceTable } from '../../model/index.ts';
import { opensWithBookmark, stripCell, stripLine } from './markup.ts';

/** Blank lines in a row that still stand between two rows of one table; more of them end it. */
const MAX_GAP = 2;

interface Group {
  cells: SourceCell[];
  /** Blank lines between this group and the one before. */
  gap: number;
}

/** The layout with one cell a line: `\t<cell>`, blank lines between rows, a cell's later lines without the tab. */
export function readCellLines(lines: readonly string[]): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let groups: Group[] = [];
  let cells: SourceCell[] = [];
  let gap = 0;
  const closeGroup = (): void => {
    if (cells.length > 0) groups.push({ cells, gap });
    if (cells.length > 0) gap = 0;
    cells = [];
  };
  const closeTable = (): void => {
    closeGroup();
    if (groups.length > 0) blocks.push(tableOf(groups));
    groups = [];
    gap = 0;
  };
  lines.forEach((line, index) => {
    if (line.trim() === '' && !line.includes('\t')) {
      closeGroup();
      gap += 1;
      if (gap > MAX_GAP) closeTable();
      return;
    }
    if (line.startsWith('\t')) {
      const parts = line.slice(1).replace(/\t+$/, '').split('\t');
      if (cells.length === 0 && groups.length === 0) gap = 0;
      for (const part of parts) cells.push(cellAt(part, index + 1, cells.length));
      return;
    }
    const last = cells.at(-1);
    if (last && !opensWithBookmark(line)) {
      last.text = stripCell(`${last.text}${line.trim()}`);
      return;
    }
    closeTable();
    const { text, heading } = stripLine(line);
    if (text !== '') {
      blocks.push({ kind: 'paragraph', text, locator: `L${index + 1}`, page: null, heading });
    }
  });
  closeTable();
  return blocks;
}

function cellAt(text: string, line: number, column: number): SourceCell {
  return { text: stripCell(text), locator: `L${line}#0`, column, colSpan: 1, rowSpan: 1 };
}

/** Rows of groups: a row whose cell holds a blank line comes in pieces, which are joined where they fill the width exactly. */
function tableOf(groups: readonly Group[]): SourceTable {
  const width = groups.reduce((most, group) => Math.max(most, group.cells.length), 0);
  const rows: SourceRow[] = [];
  let seenFull = false;
  for (let index = 0; index < groups.length; index += 1) {
    const group = groups[index];
    if (!group) continue;
    const pieces = seenFull ? piecesOfRow(groups, index, width) : 1;
    let cells = group.cells;
    for (const piece of groups.slice(index + 1, index + pieces)) {
      cells = [...cells, ...piece.cells.map((cell, at) => ({ ...cell, column: cells.length + at }))];
    }
    index += pieces - 1;
    if (cells.length === width) seenFull = true;
    rows.push({ cells, page: null });
  }
  return { kind: 'table', rows, geometry: 'ragged', columnCount: width };
}

function piecesOfRow(groups: readonly Group[], start: number, width: number): number {
  let total = 0;
  for (let index = start; index < groups.length && index < start + 4; index += 1) {
    total += groups[index]?.cells.length ?? 0;
    if (total === width) return index - start + 1;
    if (total > width) break;
  }
  return 1;
}
