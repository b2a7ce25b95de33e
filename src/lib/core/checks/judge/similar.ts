import { projectKey } from './targets.ts';

/** How alike two project names are, from 0 to 1: shared pairs of neighbouring characters (Dice). */
export function likeness(a: string, b: string): number {
  const [x, y] = [projectKey(a), projectKey(b)];
  if (x === y) return 1;
  const [left, right] = [pairsOf(x), pairsOf(y)];
  if (left.length === 0 || right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const count = counts.get(pair) ?? 0;
    if (count > 0) {
      shared += 1;
      counts.set(pair, count - 1);
    }
  }
  return (2 * shared) / (left.length + right.length);
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}

/** Half of the pairs shared: below that two names have no more than common words (工作经费) in common. */
const ALIKE = 0.5;

/** For each name of the first list the one of the second that is most like it, each used once, best pairs first. */
export function matchNames(first: readonly string[], second: readonly string[]): Map<string, string> {
  const scored = first
    .flatMap((a) => second.map((b) => ({ a, b, score: likeness(a, b) })))
    .filter(({ score }) => score >= ALIKE)
    .sort((x, y) => y.score - x.score);
  const matched = new Map<string, string>();
  const used = new Set<string>();
  for (const { a, b } of scored) {
    if (matched.has(a) || used.has(b)) continue;
    matched.set(a, b);
    used.add(b);
  }
  return matched;
}
