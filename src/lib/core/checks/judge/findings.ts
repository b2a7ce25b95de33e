import type { Check } from '../../model/extract.ts';
import type { Cause } from './rule.ts';

/**
 * One cause, one finding: broken checks are joined where they share a figure and differ by the same amount, where
 * they share a figure that no sum confirms, where they differ by the same amount of many digits, where their rules name the
 * same cause, and where one table disagrees with others in several amounts. The finding's id is that of its first check.
 */
export function groupFindings(checks: readonly Check[], causes: ReadonlyMap<string, Cause>): Check[] {
  const confirmed = new Set<string>();
  for (const check of checks) {
    if (check.status === 'exact' || check.status === 'rounding') {
      for (const key of figuresOf(check)) confirmed.add(key);
    }
  }
  const broken = checks.filter((check) => check.status === 'broken');
  const tables = oddTables(broken, causes);
  const sets = new DisjointSets(broken.length);
  const seen = new Map<string, number>();
  broken.forEach((check, index) => {
    const gap = check.gap_yuan === null ? null : check.gap_yuan.replace('-', '');
    const links: string[] = [];
    for (const key of figuresOf(check)) {
      if (gap === null || !confirmed.has(key)) links.push(key);
      if (gap !== null) links.push(`${key}|${gap}`);
    }
    if (gap !== null && isTelling(gap)) links.push(`gap|${gap}`);
    const odd = oddTable(check, tables);
    if (odd !== null) links.push(`odd:${odd}`);
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

/** Two checks differ by such an amount for one reason: it has at least three digits before the zeros at its end. */
function isTelling(gap: string): boolean {
  return gap.replace('.', '').replace(/^0+|0+$/g, '').length >= 3;
}

/** From so many disagreements on the table itself is the reason. */
const MANY = 2;

/** The tables that disagree with others in several amounts, with the checks of each. */
function oddTables(broken: readonly Check[], causes: ReadonlyMap<string, Cause>): Map<string, Set<Check>> {
  const all = new Map<string, Set<Check>>();
  for (const check of broken) {
    const odd = causes.get(check.check_id)?.odd;
    if (odd !== undefined) all.set(odd, (all.get(odd) ?? new Set()).add(check));
  }
  return new Map([...all].filter(([, checks]) => checks.size >= MANY));
}

/** The odd table that a check is about: it disagrees with another, or it is a sum within it. */
function oddTable(check: Check, tables: ReadonlyMap<string, Set<Check>>): string | null {
  for (const [table, checks] of tables) {
    if (checks.has(check)) return table;
    if (check.facts.length > 0 && check.facts.every((id) => id.startsWith(`${table}.`))) return table;
  }
  return null;
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
