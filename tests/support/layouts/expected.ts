import type { Fact } from '../../../src/lib/core/model/index.ts';
import { compactText } from '../../../src/lib/core/text/index.ts';
import type { Head, InventedBudget } from './content.ts';

const FUNDED = new Set(['income-summary']);
const ITEMS = new Set(['three-public']);

const key = (kind: string, row: string, column: string, fen: number): string =>
  `${kind} ${row} ${column} ${(fen / 100).toFixed(2)}`;

const rowOf = (code: string, name: string): string => (code !== '' ? code : compactText(name));

const leavesOf = (heads: readonly Head[]): Head[] =>
  heads.flatMap((head) => (head.below ? leavesOf(head.below) : [head]));

/** What a reader must find in the budget, whatever its layout: every amount but zero, with the row and column it stands for. */
export function expectedFigures(budget: InventedBudget): string[] {
  return budget.statements
    .flatMap((statement) =>
      statement.lists.flatMap((list, at) => {
        const own = statement.lists.length === 1 ? statement.heads : statement.heads.slice(at, at + 1);
        const columns = leavesOf(own).filter((head) => head.holds === 'amount');
        return list.flatMap((line) =>
          columns.flatMap((column, i) => {
            const fen = line.amounts[i] ?? null;
            const row = ITEMS.has(statement.kind) ? '' : rowOf(line.code, line.name);
            return fen === null || fen === 0 ? [] : [key(statement.kind, row, column.means ?? '', fen)];
          }),
        );
      }),
    )
    .sort();
}

/** The same of what was extracted. */
export function foundFigures(facts: readonly Fact[]): string[] {
  return facts
    .filter((fact) => fact.table_id !== null && fact.yuan !== null && Number(fact.yuan) !== 0)
    .map((fact) => {
      const { statement } = fact;
      const column = FUNDED.has(statement) ? fact.fund : ITEMS.has(statement) ? fact.item : fact.measure;
      const coded =
        statement.includes('summary') && !/^(income|expenditure)/.test(statement) ? '' : fact.code;
      const row = ITEMS.has(statement) ? '' : rowOf(coded ?? '', fact.label);
      return key(statement, row, column ?? '', Math.round(Number(fact.yuan) * 100));
    })
    .sort();
}
