import type { BodyRow } from './matrix.ts';

/** Parent row -> the rows that add up to it, by position in the list of rows. */
export type RowTree = Map<number, number[]>;

/** How deep a row stands: totals, then departments, units, and their 类, 款, 项; null for rows that add up to nothing. */
function depthOf(body: BodyRow): number | null {
  const { identity } = body;
  if (identity.isTotal) return 0;
  if (identity.axis === 'unit') return identity.unitCode !== null && identity.unitCode.length > 3 ? 2 : 1;
  if (identity.level !== null) return 2 + identity.level;
  return null;
}

/** Rows nested by their order and depth; one grand total only. */
export function rowTree(rows: readonly BodyRow[]): RowTree {
  const tree: RowTree = new Map();
  const last = rows.length - 1;
  const depths = rows.map(depthOf);
  const totalLast = depths[last] === 0 && depths[0] !== 0;
  const stack: { index: number; depth: number }[] = totalLast ? [{ index: last, depth: 0 }] : [];
  depths.forEach((depth, index) => {
    if (depth === null || (totalLast && index === last)) return;
    while ((stack.at(-1)?.depth ?? -1) >= depth) stack.pop();
    const parent = stack.at(-1);
    if (parent) tree.set(parent.index, [...(tree.get(parent.index) ?? []), index]);
    stack.push({ index, depth });
  });
  return tree;
}

export function descendants(tree: RowTree, index: number): number[] {
  return (tree.get(index) ?? []).flatMap((child) => [child, ...descendants(tree, child)]);
}

export function ancestors(tree: RowTree, index: number): number[] {
  for (const [parent, children] of tree) {
    if (children.includes(index)) return [parent, ...ancestors(tree, parent)];
  }
  return [];
}
