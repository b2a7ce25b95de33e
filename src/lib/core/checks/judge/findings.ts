import type { Check } from '../../model/extract.ts';

/** What a check is due to, where its rule knows; `byGap` joins only checks that differ by the same amount. */
export type Cause = { key: string; byGap?: boolean };

/**
 * One cause, one finding: broken checks are joined where they share a figure and differ by the same amount, where
 * they share a figure that no sum confirms, and where their rules name the same cause. The finding's id is that of
 * its first check.
 */
export function groupFindings(checks: readonly Check[], causes: ReadonlyMap<string, Cause>): Check[] {
  const confirmed = new Set<string>();
  for (const check of checks) {
    if (check.status === 'exact' || check.status === 'rounding') {
      for (const key of figuresOf(check)) confirmed.add(key);
    }
  }
  const broken = checks.filter((check) => check.status === 'broken');
  const sets = new DisjointSets(broken.length);
  const seen = new Map<string, number>();
  broken.forEach((check, index) => {
    const gap = check.gap_yuan === null ? null : check.gap_yuan.replace('-', '');
    const links: string[] = [];
    for (const key of figuresOf(check)) {
      if (gap === null || !confirmed.has(key)) links.push(key);
      if (gap !== null) links.push(`${key}|${gap}`);
    }
    const cause = causes.get(check.check_id);
    if (cause) links.push(`cause:${cause.key}${cause.byGap ? `|${gap ?? ''}` : ''}`);
    for (const link of links) {
      const first = seen.get(link);
      if (first === undefined) seen.set(link, index);
      else sets.join(first, index);
    }
  });
  const names = new Map<number, string>();
  broken.forEach((check, index) => {
    const root = sets.root(index);
    const name = names.get(root);
    if (name === undefined || check.check_id < name) names.set(root, check.check_id);
  });
  const finding = new Map(broken.map((check, index) => [check, names.get(sets.root(index)) ?? null]));
  return checks.map((check) => ({ ...check, finding: finding.get(check) ?? null }));
}

function figuresOf(check: Check): string[] {
  return [...check.facts, ...check.claims.map((locator) => `claim:${locator}`)];
}

class DisjointSets {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, i) => i);
  }

  root(index: number): number {
    let at = index;
    for (let up = this.#parents[at]; up !== undefined && up !== at; up = this.#parents[at]) {
      this.#parents[at] = this.#parents[up] ?? up;
      at = up;
    }
    return at;
  }

  join(a: number, b: number): void {
    this.#parents[this.root(b)] = this.root(a);
  }
}
