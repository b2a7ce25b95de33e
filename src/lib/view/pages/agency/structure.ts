import type { RowOf } from '../../../data/arrow/tables.ts';

type Fact = RowOf<'facts'>;

/** A line of a classification with the lines printed below it. */
export interface StructureNode {
  factId: string;
  code: string;
  label: string;
  yuan: string;
  children: StructureNode[];
}

/**
 * What stands below a class in its own table and column, as a tree: the rows that follow it as long as their codes
 * begin with its code. Rows without a code (units, spare lines) are passed over; where another class or the same one
 * again begins, the class ends.
 */
export function linesBelow(facts: readonly Fact[], classFactId: string): StructureNode[] {
  const top = facts.find((fact) => fact.fact_id === classFactId);
  const code = top?.code;
  if (!top || !code) return [];
  const column = facts
    .filter((fact) => fact.table_id === top.table_id && fact.column === top.column)
    .filter((fact) => Number(fact.row) > Number(top.row))
    .sort((a, b) => Number(a.row) - Number(b.row));
  const root: StructureNode = node(top, code);
  const path: StructureNode[] = [root];
  for (const fact of column) {
    const own = fact.code;
    if (!own || fact.axis !== top.axis) continue;
    if (!own.startsWith(code) || own === code) break;
    if (fact.yuan_text === null) continue;
    while (path.length > 1 && !isBelow(own, path.at(-1)?.code ?? '')) path.pop();
    const line = node(fact, own);
    path.at(-1)?.children.push(line);
    path.push(line);
  }
  return root.children;
}

function isBelow(code: string, above: string): boolean {
  return code.length > above.length && code.startsWith(above);
}

function node(fact: Fact, code: string): StructureNode {
  return {
    factId: fact.fact_id,
    code,
    label: fact.label,
    yuan: fact.yuan_text ?? '',
    children: [],
  };
}
