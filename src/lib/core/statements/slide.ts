import type { Issue, RecognisedTable, SourceRow } from '../model/index.ts';
import type { AmountColumn, Column } from './column.ts';
import { exactRow, ties, type Exact } from './exact.ts';
import type { BodyRow } from './matrix.ts';
import { rowRelations, type RowRelation } from './relations.ts';
import { ancestors, descendants, rowTree, type RowTree } from './row-tree.ts';

/** What is known of the classes across the columns from other tables of the document: class code -> printed figures. */
export type ClassFigures = ReadonlyMap<string, readonly Exact[]>;

export interface Repaired {
  rows: BodyRow[];
  issues: Issue[];
  /** Locators of figures that two readings place differently and nothing decides between. */
  undecided: Set<string>;
}

type Values = (Exact | null)[];
interface Shift {
  from: number;
  by: number;
}
interface Score {
  /** Sums that fail minus sums that hold. */
  sums: number;
  /** Classes whose figure another table prints too. */
  known: number;
  moved: number;
  /** Moved rows that reach the table's last column: those can't have lost a cell. */
  anchored: number;
}

const DISTANCES = [1, -1, 2, -2];
/** Tables past this size are long lists in exact layouts, not damaged ones. */
const MOST_ROWS = 400;

/**
 * Rows whose figures slid by one or more columns, put right where arithmetic says so: of the readings of a row the one whose
 * sums hold (inside the row, and against the rows above and below) wins. Exact layouts are left alone.
 */
export function repairRows(
  table: RecognisedTable,
  columns: readonly Column[],
  rows: readonly BodyRow[],
  figures: ClassFigures,
): Repaired {
  const unchanged: Repaired = { rows: [...rows], issues: [], undecided: new Set() };
  if (table.geometry === 'exact' || rows.length === 0 || rows.length > MOST_ROWS) return unchanged;
  const solver = new Solver(table, columns, rows, figures);
  return solver.solve() ?? unchanged;
}

class Solver {
  readonly #table: RecognisedTable;
  readonly #columns: readonly Column[];
  readonly #rows: readonly BodyRow[];
  readonly #figures: ClassFigures;
  readonly #first: number;
  readonly #last: number;
  readonly #relations: RowRelation[];
  readonly #tree: RowTree;
  readonly #parents: Map<number, number>;

  constructor(
    table: RecognisedTable,
    columns: readonly Column[],
    rows: readonly BodyRow[],
    figures: ClassFigures,
  ) {
    this.#table = table;
    this.#columns = columns;
    this.#rows = rows;
    this.#figures = figures;
    const amounts = columns.filter((column) => column.role === 'amount' && column.path.length > 0);
    this.#first = amounts[0]?.column ?? 0;
    this.#last = amounts.at(-1)?.column ?? -1;
    const printed = rows.map((body) => exactRow(body.row, this.#width()));
    this.#relations = usable(rowRelations(columns, table.statement === 'three-public'), printed);
    this.#tree = usableTree(rowTree(rows), printed, this.#first, this.#last);
    this.#parents = new Map(
      [...this.#tree].flatMap(([parent, kids]) => kids.map((kid) => [kid, parent] as const)),
    );
  }

  #width(): number {
    return Math.max(
      this.#table.columnCount,
      ...this.#rows.map((body) => (body.row.cells.at(-1)?.column ?? 0) + 1),
    );
  }

  solve(): Repaired | null {
    if (this.#last <= this.#first) return null;
    const current = this.#rows.map((body) => exactRow(body.row, this.#width()));
    const shifts = new Map<number, Shift>();
    const undecided = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const best = this.#bestMove(current, shifts);
      if (!best) break;
      if (best.ambiguous) {
        for (const index of best.set) this.#markUndecided(index, best.shift, undecided);
        break;
      }
      for (const index of best.set) {
        const values = current[index];
        if (!values) continue;
        current[index] = shifted(values, best.shift) ?? values;
        shifts.set(index, best.shift);
      }
    }
    if (shifts.size === 0 && undecided.size === 0) return null;
    return {
      rows: this.#rows.map((body, index) => {
        const shift = shifts.get(index);
        return shift ? { ...body, row: movedRow(body.row, shift) } : body;
      }),
      issues: [...shifts].map(([index, shift]) => this.#movedIssue(index, shift)),
      undecided,
    };
  }

  #bestMove(
    current: readonly Values[],
    done: ReadonlyMap<number, Shift>,
  ): { set: number[]; shift: Shift; ambiguous: boolean } | null {
    let best: { set: number[]; shift: Shift; gain: Score; result: string } | null = null;
    let rival = false;
    for (const start of this.#suspects(current)) {
      for (const set of this.#sets(start)) {
        if (set.some((index) => done.has(index))) continue;
        for (const shift of this.#shifts(current[start] ?? [])) {
          const moved = new Map<number, Values>();
          for (const index of set) {
            const values = shifted(current[index] ?? [], shift);
            if (values && this.#fits(values)) moved.set(index, values);
          }
          if (moved.size !== set.length) continue;
          const gain = difference(this.#score(current, set, moved), this.#score(current, set, new Map()));
          if (!(
            gain.sums <= -2 ||
            (gain.sums < 0 && gain.known >= 0) ||
            (gain.sums === 0 && gain.known >= 2)
          ))
            continue;
          const result = [...moved].map(([index, values]) => `${index}:${fingerprint(values)}`).join(';');
          const order = best ? compare(gain, best.gain) : -1;
          if (order < 0) {
            best = { set, shift, gain, result };
            rival = false;
          } else if (
            order === 0 &&
            best &&
            result !== best.result &&
            set.some((i) => best?.set.includes(i))
          ) {
            rival = true;
          }
        }
      }
    }
    return best ? { set: best.set, shift: best.shift, ambiguous: rival } : null;
  }

  /** Rows in a sum that fails, and total rows with classes that other tables know. */
  #suspects(current: readonly Values[]): number[] {
    const suspects = new Set<number>();
    current.forEach((values, index) => {
      if (this.#relations.some((relation) => holds(relation, values) === false)) suspects.add(index);
      if (this.#rows[index]?.identity.isTotal && this.#classMisses(values) > 0) suspects.add(index);
    });
    for (const [parent, kids] of this.#tree) {
      for (let column = this.#first; column <= this.#last; column += 1) {
        if (this.#columnHolds(current, parent, kids, column) !== false) continue;
        for (const index of [parent, ...kids]) suspects.add(index);
        break;
      }
    }
    return [...suspects];
  }

  #sets(start: number): number[][] {
    const down = descendants(this.#tree, start);
    const up = ancestors(this.#tree, start);
    const sets = [[start]];
    if (down.length > 0) sets.push([start, ...down]);
    if (up.length > 0) sets.push([start, ...up]);
    return sets;
  }

  #shifts(values: Values): Shift[] {
    const shifts: Shift[] = [];
    for (let from = this.#first; from < values.length; from += 1) {
      if (!values[from]) continue;
      for (const by of DISTANCES) shifts.push({ from, by });
    }
    return shifts;
  }

  #fits(values: Values): boolean {
    return values.every(
      (value, column) => value === null || this.#columns[column]?.role !== 'amount' || column <= this.#last,
    );
  }

  #score(current: readonly Values[], set: readonly number[], moved: ReadonlyMap<number, Values>): Score {
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
      if (moved.has(index) && current[index]?.[this.#last]) score.anchored += 1;
    }
    const view = current.map((_, index) => at(index));
    for (const parent of parents) {
      const kids = this.#tree.get(parent) ?? [];
      for (let column = this.#first; column <= this.#last; column += 1) {
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

  #markUndecided(index: number, shift: Shift, undecided: Set<string>): void {
    for (const cell of this.#rows[index]?.row.cells ?? []) {
      if (cell.column >= shift.from && cell.text.trim() !== '') undecided.add(cell.locator);
    }
  }

  #movedIssue(index: number, shift: Shift): Issue {
    const body = this.#rows[index];
    const cell = body?.row.cells.find((c) => c.column === shift.from);
    const column = this.#columns[shift.from + shift.by] as AmountColumn | undefined;
    const direction = shift.by > 0 ? '右' : '左';
    return {
      code: 'row-moved',
      severity: 'warning',
      locator: cell?.locator ?? null,
      text: `表“${this.#table.title}”中“${body?.identity.label ?? ''}”一行从“${cell?.text.trim() ?? ''}”起向${direction}移 ${Math.abs(shift.by)} 列（归入“${column?.label ?? ''}”）：按原位置合计不成立，移后行内、上下级或与其他表的数字相符。`,
    };
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

function difference(after: Score, before: Score): Score {
  return {
    sums: after.sums - before.sums,
    known: after.known - before.known,
    moved: after.moved,
    anchored: after.anchored,
  };
}

function compare(a: Score, b: Score): number {
  return a.sums - b.sums || b.known - a.known || a.moved - b.moved || a.anchored - b.anchored;
}

function fingerprint(values: Values): string {
  return values.map((value) => (value ? value.value.toString() : '')).join(',');
}

/** The figures from a column on, moved; null where they would run over figures or out of the row. */
function shifted(values: Values, shift: Shift): Values | null {
  const result = [...values];
  if (shift.by < 0) {
    for (let column = shift.from + shift.by; column < shift.from; column += 1) {
      if (column < 0 || values[column]) return null;
    }
    for (let column = shift.from; column < values.length; column += 1) {
      result[column + shift.by] = values[column] ?? null;
      if (column + shift.by >= values.length + shift.by) break;
    }
    for (let column = values.length + shift.by; column < values.length; column += 1) result[column] = null;
    return result;
  }
  for (let column = values.length - shift.by; column < values.length; column += 1)
    if (values[column]) return null;
  for (let column = values.length - 1; column >= shift.from + shift.by; column -= 1) {
    result[column] = values[column - shift.by] ?? null;
  }
  for (let column = shift.from; column < shift.from + shift.by; column += 1) result[column] = null;
  return result;
}

function movedRow(row: SourceRow, shift: Shift): SourceRow {
  return {
    ...row,
    cells: row.cells
      .filter((cell) => cell.column >= shift.from || cell.column < shift.from + Math.min(0, shift.by))
      .map((cell) => (cell.column >= shift.from ? { ...cell, column: cell.column + shift.by } : cell)),
  };
}
