import { STATEMENTS, type RecognisedTable } from '../model/index.ts';

/**
 * Gives each table an id that another kind of table appearing, leaving or changing its number doesn't touch: the kind's place
 * in the contract's list, and from the second table of a kind on its place among them (t13, t13-2).
 */
export function nameTables(tables: readonly RecognisedTable[], letter: string): void {
  const counts = new Map<RecognisedTable['statement'], number>();
  for (const table of tables) {
    const count = (counts.get(table.statement) ?? 0) + 1;
    counts.set(table.statement, count);
    const kind = String(STATEMENTS.indexOf(table.statement) + 1).padStart(2, '0');
    table.tableId = `${letter}${kind}${count === 1 ? '' : `-${count}`}`;
  }
}
