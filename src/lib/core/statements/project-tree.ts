import type { RecognisedTable } from '../model/index.ts';
import type { Column } from './column.ts';
import { ties, totalAmounts, type Exact } from './exact.ts';
import type { BodyRow } from './matrix.ts';

/** More rows than this are a plain list; trying all nestings of them would take too long. */
const MOST_ROWS = 300;
const MOST_STEPS = 20_000;

interface Node {
  index: number;
  children: Node[];
}

/**
 * The nesting of a project list (department, unit, kind of project, group, project), from its amounts: a row that is the sum
 * of the rows under it is a heading of theirs. Headings are marked as totals, and every row gets its depth as level.
 */
export function nestProjects(
  table: RecognisedTable,
  columns: readonly Column[],
  rows: readonly BodyRow[],
): BodyRow[] {
  if (rows.length < 2 || rows.length > MOST_ROWS) return [...rows];
  const printed = totalAmounts(table, columns, rows);
  const amounts = printed.flatMap((amount) => amount ?? []);
  if (amounts.length < rows.length) return [...rows];
  const tree = new Nesting(amounts, rows).solve();
  if (!tree) return [...rows];
  const depth = new Map<number, { level: number; heading: boolean }>();
  const walk = (node: Node, level: number): void => {
    depth.set(node.index, { level, heading: node.children.length > 0 });
    for (const child of node.children) walk(child, level + 1);
  };
  walk(tree, 0);
  let unitCode: string | null = null;
  return rows.map((body, index) => {
    const { identity } = body;
    if (identity.axis === 'unit') unitCode = identity.unitCode;
    if (identity.axis !== 'project') return body;
    const place = depth.get(index);
    return {
      ...body,
      identity: {
        ...identity,
        unitCode: identity.unitCode ?? unitCode,
        level: place?.level ?? null,
        isTotal: place?.heading ?? false,
        project: place?.heading ? null : identity.project,
      },
    };
  });
}

/** One reading of a row: the rows under it that it is the sum of (none for a project), and the first row behind them. */
interface Reading {
  children: number[];
  next: number;
}

class Nesting {
  readonly #amounts: readonly Exact[];
  readonly #rows: readonly BodyRow[];
  /** Readings of every row, from the last upwards; readings that end at the same row count once. */
  readonly #readings: Reading[][];

  constructor(amounts: readonly Exact[], rows: readonly BodyRow[]) {
    this.#amounts = amounts;
    this.#rows = rows;
    this.#readings = rows.map(() => []);
    for (let start = rows.length - 1; start >= 0; start -= 1) {
      const readings = this.#headings(start);
      if (this.#rows[start]?.identity.axis === 'project') readings.push({ children: [], next: start + 1 });
      this.#readings[start] = readings;
    }
  }

  solve(): Node | null {
    return this.#node(0, this.#rows.length);
  }

  #node(start: number, next: number): Node | null {
    const reading = this.#readings[start]?.find((candidate) => candidate.next === next);
    if (!reading) return null;
    const children = reading.children.map((child, at) => this.#node(child, reading.children[at + 1] ?? next));
    return { index: start, children: children.flatMap((child) => child ?? []) };
  }

  /** Runs of rows below that add up to the row's amount; each (row, sum so far) is tried once. */
  #headings(start: number): Reading[] {
    const total = this.#amounts[start];
    if (!total) return [];
    const found = new Map<number, Reading>();
    const tried = new Set<string>();
    const walk = (at: number, sum: bigint, slack: bigint, children: number[]): void => {
      const key = `${at}|${sum}`;
      if (tried.has(key) || tried.size > MOST_STEPS) return;
      tried.add(key);
      if (children.length > 0 && ties(total, [{ exact: { value: sum, slack }, weight: 1 }])) {
        if (!found.has(at)) found.set(at, { children, next: at });
        return;
      }
      const amount = this.#amounts[at];
      if (!amount || sum > total.value + total.slack + slack) return;
      for (const reading of this.#readings[at] ?? []) {
        walk(reading.next, sum + amount.value, slack + amount.slack, [...children, at]);
      }
    };
    walk(start + 1, 0n, 0n, []);
    return [...found.values()];
  }
}
