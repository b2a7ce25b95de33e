import { Decimal } from '../../money/index.ts';
import type { Localised } from '../../model/localised.ts';
import { intervalsOverlap, sumOf, type Figure } from './figures.ts';
import type { Draft } from './rule.ts';

export interface Nested {
  figure: Figure;
  children: Nested[];
}

/** Lists longer than this are read as flat: nobody nests more rows by hand, and the search stays small. */
const LONGEST = 120;

/**
 * A list whose heads and parts are printed alike, nested so that heads equal the sums of what follows them and the
 * outermost rows add up to `head`: flat where all rows do; where no nesting does, heads are still taken where a sum holds.
 */
export function nestList(head: Figure, rows: readonly Figure[]): Nested[] {
  if (rows.length > LONGEST || intervalsOverlap([head], rows))
    return rows.map((figure) => ({ figure, children: [] }));
  const subtrees: Nested[][] = rows.map(() => []);
  const sizes: number[][] = rows.map(() => []);
  for (let i = rows.length - 1; i >= 0; i--) {
    const figure = rows[i];
    if (!figure) continue;
    const headed = chains(figure.yuan, i + 1, rows, subtrees, sizes, (end) => end <= rows.length);
    for (const { end, nodes } of headed) {
      subtrees[i]?.push({ figure, children: nodes });
      sizes[i]?.push(end - i);
    }
    subtrees[i]?.push({ figure, children: [] });
    sizes[i]?.push(1);
  }
  const whole = chains(head.yuan, 0, rows, subtrees, sizes, (end) => end === rows.length);
  return whole[0]?.nodes ?? greedy(rows.length, subtrees, sizes);
}

interface Chain {
  end: number;
  nodes: Nested[];
}

/** Runs of consecutive subtrees from `start` that add up to `target`; at most one for each end. */
function chains(
  target: Decimal,
  start: number,
  rows: readonly Figure[],
  subtrees: readonly Nested[][],
  sizes: readonly number[][],
  accept: (end: number) => boolean,
): Chain[] {
  const found = new Map<number, Nested[]>();
  const seen = new Set<string>();
  const walk = (at: number, sum: Decimal, nodes: Nested[]) => {
    if (nodes.length > 0 && sum.eq(target) && accept(at) && !found.has(at)) found.set(at, nodes);
    if (at >= rows.length || sum.gt(target)) return;
    const state = `${at}|${sum.toFixed()}`;
    if (seen.has(state)) return;
    seen.add(state);
    subtrees[at]?.forEach((subtree, option) => {
      walk(at + (sizes[at]?.[option] ?? 1), sum.plus(subtree.figure.yuan), [...nodes, subtree]);
    });
  };
  walk(start, new Decimal(0), []);
  return [...found].map(([end, nodes]) => ({ end, nodes })).sort((a, b) => b.end - a.end);
}

function greedy(length: number, subtrees: readonly Nested[][], sizes: readonly number[][]): Nested[] {
  const nodes: Nested[] = [];
  for (let at = 0; at < length;) {
    const node = subtrees[at]?.[0];
    if (!node) break;
    nodes.push(node);
    at += sizes[at]?.[0] ?? 1;
  }
  return nodes;
}

const NOT_NESTED: Localised = {
  zh: '所列之和大于合计，其中有小计而表中没有印出层次',
  en: 'the lines add up to more than the total: some are subtotals, and the list doesn’t print its levels',
};

/**
 * The sums of a nested list, as `draft` words them: its outermost rows against `head`, and the rows below each head within it.
 * Outermost rows that come to more than `head` are no sum of it.
 */
export function nestedSums(
  head: Figure,
  roots: readonly Nested[],
  draft: (compared: Figure, nodes: readonly Nested[]) => Draft,
): Draft[] {
  const listed = roots.map((node) => node.figure);
  const excess = sumOf(listed).yuan.gt(head.yuan) && !intervalsOverlap(listed, [head]);
  const below = (nodes: readonly Nested[]): Draft[] =>
    nodes.flatMap(({ figure, children }) =>
      children.length === 0 ? [] : [draft(figure, children), ...below(children)],
    );
  return [{ ...draft(head, roots), ...(excess ? { missing: NOT_NESTED } : {}) }, ...below(roots)];
}
