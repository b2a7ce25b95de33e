import type { SourceBlock, SourceTable } from '../../model/index.ts';

const FEWEST = 3;
const MOST_ROWS = 2;

/** Tables of a row or two each, of one width and with nothing between them, as some editors write them -> one table. */
export function joinRowTables(blocks: readonly SourceBlock[]): SourceBlock[] {
  const joined: SourceBlock[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block) break;
    const run = block.kind === 'table' ? runFrom(blocks, at) : [];
    if (run.length < FEWEST) {
      joined.push(block);
      continue;
    }
    const columnCount = Math.max(...run.map((table) => table.columnCount));
    joined.push({ kind: 'table', rows: run.flatMap((table) => table.rows), geometry: 'exact', columnCount });
    at += run.length - 1;
  }
  return joined;
}

function runFrom(blocks: readonly SourceBlock[], start: number): SourceTable[] {
  const run: SourceTable[] = [];
  for (const block of blocks.slice(start)) {
    if (block.kind !== 'table' || block.rows.length > MOST_ROWS || block.geometry !== 'exact') break;
    if (run[0] && block.columnCount !== run[0].columnCount) break;
    run.push(block);
  }
  return run;
}
