import type { RecognisedTable } from '../model/index.ts';
import type { Column } from './column.ts';
import { exactRow, ties, type Exact } from './exact.ts';
import type { BodyRow } from './matrix.ts';
import { rowRelations, type RowRelation } from './relations.ts';
import { ancestors, descendants, rowTree, type RowTree } from './row-tree.ts';
import type { Values } from './slide-shift.ts';

/** What is known of the classes across the columns from other tables of the document: class code -> printed figures. */
export type ClassFigures = ReadonlyMap<string, readonly Exact[]>;

/** How well a reading of some rows adds up. */
export interface Score {
  /** Sums that fail minus sums that hold. */
  sums: number;
  /** Classes whose figure another table prints too. */
  known: number;
  moved: number;
  /** Moved rows that reach the table's last column: those can't have lost a cell. */
  anchored: number;
}

/** The sums that hold in a table: inside its rows, against the rows above and below, and with other tables' classes. */
export class TableSums {
  /** The columns of amounts, from the first to the last. */
  readonly first: number;
  readonly last: number;
  /** The rows as printed. */
  readonly printed: readonly Values[];
  readonly #columns: readonly Column[];
  readonly #rows: readonly BodyRow[];
  readonly #figures: ClassFigures;
  readonly #relations: RowRelation[];
  readonly #tree: RowTree;
  readonly #parents: Map<number, number>;

  constructor(
    table: RecognisedTable,
    columns: readonly Column[],
    rows: readonly BodyRow[],
    figures: ClassFigures,
  ) {
    this.#columns = columns;
    this.#rows = rows;
    this.#figures = figures;
    const amounts = columns.filter((column) => column.role === 'amount' && column.path.length > 0);
    this.first = amounts[0]?.column ?? 0;
    this.last = amounts.at(-1)?.column ?? -1;
    const width = Math.max(
      table.columnCount,
      ...rows.map((body) => (body.row.cells.at(-1)?.column ?? 0) + 1),
    );
    this.printed = rows.map((body) => exactRow(body.row, width));
    this.#relations = usable(rowRelations(columns, table.statement === 'three-public'), this.printed);
    this.#tree = usableTree(rowTree(rows), this.printed, this.first, this.last);
    this.#parents = new Map(
      [...this.#tree].flatMap(([parent, kids]) => kids.map((kid) => [kid, parent] as const)),
    );
  }

  /** Rows in a sum that fails, and total rows with classes that other tables know. */
  suspects(current: readonly Values[]): number[] {
    const suspects = new Set<number>();
    current.forEach((values, index) => {
      if (this.#relations.some((relation) => holds(relation, values) === false)) suspects.add(index);
      if (this.#rows[index]?.identity.isTotal && this.#classMisses(values) > 0) suspects.add(index);
    });
    for (const [parent, kids] of this.#tree) {
      for (let column = this.first; column <= this.last; column += 1) {
        if (this.#columnHolds(current, parent, kids, column) !== false) continue;
        for (const index of [parent, ...kids]) suspects.add(index);
        break;
      }
    }
    return [...suspects];
  }

  /** A row alone, with the rows below it, and with those above it: they can have slid together. */
  sets(start: number): number[][] {
    const down = descendants(this.#tree, start);
    const up = ancestors(this.#tree, start);
    const sets = [[start]];
    if (down.length > 0) sets.push([start, ...down]);
    if (up.length > 0) sets.push([start, ...up]);
    return sets;
  }

  /** How the rows of a set and the sums that they take part in come out, some of them moved. */
  score(current: readonly Values[], set: readonly number[], moved: ReadonlyMap<number, Values>): Score {
    const at = (index: number): Values => moved.get(index) ?? current[index] ?? [];
    const score: Score = { sums: 0, known: 0, moved: moved.size, anchored: 0 };
    const parents = new Set<number>();
    for (const index of set) {
      const values = at(index);
      for (const relation of this.#relations) score.sums += weigh(holds(relation, values));
      if (this.#tree.has(index)) parents.add(index);
      const parent = this.#parents.get(index);
      if (parent !== undefined) parents.add(parent);
      if (this.#rows[index]?.identity.isTotal)
        score.known -= this.#classMisses(values) - this.#classHits(values);
      if (moved.has(index) && current[index]?.[this.last]) score.anchored += 1;
    }
    const view = current.map((_, index) => at(index));
    for (const parent of parents) {
      const kids = this.#tree.get(parent) ?? [];
      for (let column = this.first; column <= this.last; column += 1) {
        score.sums += weigh(this.#columnHolds(view, parent, kids, column));
      }
    }
    return score;
  }

  #columnHolds(
    view: readonly Values[],
    parent: number,
    kids: readonly number[],
    column: number,
  ): boolean | null {
    const total = view[parent]?.[column] ?? null;
    const parts = kids.flatMap((kid) => {
      const exact = view[kid]?.[column];
      return exact ? [{ exact, weight: 1 as const }] : [];
    });
    if (!total) return parts.some((part) => part.exact.value !== 0n) ? false : null;
    if (parts.length === 0) return total.value === 0n ? null : false;
    return ties(total, parts);
  }

  #classHits(values: Values): number {
    return this.#countClasses(values, true);
  }

  #classMisses(values: Values): number {
    return this.#countClasses(values, false);
  }

  #countClasses(values: Values, hit: boolean): number {
    let count = 0;
    for (const column of this.#columns) {
      if (column.role !== 'amount' || column.columnCode === null) continue;
      const value = values[column.column];
      if (!value || this.#figures.size === 0) continue;
      const known = this.#figures.get(column.columnCode) ?? [];
      if (known.some((figure) => figure.value === value.value) === hit) count += 1;
    }
    return count;
  }
}

/** Relations that most rows bear out; a table whose heads only seem to add up has none. */
function usable(relations: readonly RowRelation[], rows: readonly Values[]): RowRelation[] {
  return relations.filter((relation) => {
    const answers = rows.map((values) => holds(relation, values)).filter((answer) => answer !== null);
    const good = answers.filter((answer) => answer).length;
    return good >= 1 && good * 2 >= answers.length;
  });
}

/** Nestings in which at least half of the columns add up. */
function usableTree(tree: RowTree, rows: readonly Values[], first: number, last: number): RowTree {
  const kept: RowTree = new Map();
  for (const [parent, kids] of tree) {
    let good = 0;
    let all = 0;
    for (let column = first; column <= last; column += 1) {
      const total = rows[parent]?.[column];
      if (!total) continue;
      const parts = kids.flatMap((kid) => {
        const exact = rows[kid]?.[column];
        return exact ? [{ exact, weight: 1 as const }] : [];
      });
      all += 1;
      if (ties(total, parts)) good += 1;
    }
    if (good >= 1 && good * 2 >= all) kept.set(parent, kids);
  }
  return kept;
}

function holds(relation: RowRelation, values: Values): boolean | null {
  const total = values[relation.total];
  if (!total) return null;
  const parts = relation.parts.flatMap(({ column, weight }) => {
    const exact = values[column];
    return exact ? [{ exact, weight }] : [];
  });
  if (parts.length === 0)
    return total.value === 0n ? null : relation.parts.some((p) => p.weight === -1) ? false : null;
  return ties(total, parts);
}

function weigh(answer: boolean | null): number {
  return answer === null ? 0 : answer ? -1 : 1;
}

/** What a move gains. */
export function difference(after: Score, before: Score): Score {
  return {
    sums: after.sums - before.sums,
    known: after.known - before.known,
    moved: after.moved,
    anchored: after.anchored,
  };
}

/** Below zero where the first gain is the better. */
export function compareGains(a: Score, b: Score): number {
  return a.sums - b.sums || b.known - a.known || a.moved - b.moved || a.anchored - b.anchored;
}
