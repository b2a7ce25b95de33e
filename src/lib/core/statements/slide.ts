import type { Issue, RecognisedTable } from '../model/index.ts';
import type { AmountColumn, Column } from './column.ts';
import type { BodyRow } from './matrix.ts';
import { fingerprint, movedRow, shifted, shiftsOf, type Shift, type Values } from './slide-shift.ts';
import { compareGains, difference, TableSums, type ClassFigures, type Score } from './slide-sums.ts';

export interface Repaired {
  rows: BodyRow[];
  issues: Issue[];
  /** Locators of figures that two readings place differently and nothing decides between. */
  undecided: Set<string>;
}

/** Tables past this size are long lists in exact layouts, not damaged ones. */
const MOST_ROWS = 400;
/** Moves of one table after which it is given up. */
const MOST_MOVES = 12;

/** Rows that move together, and what that gains. */
interface Move {
  set: number[];
  shift: Shift;
  gain: Score;
  result: string;
}

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
  readonly #sums: TableSums;

  constructor(
    table: RecognisedTable,
    columns: readonly Column[],
    rows: readonly BodyRow[],
    figures: ClassFigures,
  ) {
    this.#table = table;
    this.#columns = columns;
    this.#rows = rows;
    this.#sums = new TableSums(table, columns, rows, figures);
  }

  solve(): Repaired | null {
    if (this.#sums.last <= this.#sums.first) return null;
    const current = [...this.#sums.printed];
    const shifts = new Map<number, Shift>();
    const undecided = new Set<string>();
    for (let round = 0; round < MOST_MOVES; round += 1) {
      const best = this.#bestMove(current, shifts);
      if (!best) break;
      if (best.rival) {
        for (const index of best.move.set) this.#markUndecided(index, best.move.shift, undecided);
        break;
      }
      for (const index of best.move.set) {
        const values = current[index];
        if (!values) continue;
        current[index] = shifted(values, best.move.shift) ?? values;
        shifts.set(index, best.move.shift);
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

  /** The move that gains most; `rival` where another of the same rows gains as much and reads them otherwise. */
  #bestMove(
    current: readonly Values[],
    done: ReadonlyMap<number, Shift>,
  ): { move: Move; rival: boolean } | null {
    let best: Move | null = null;
    let rival = false;
    for (const move of this.#moves(current, done)) {
      const order = best ? compareGains(move.gain, best.gain) : -1;
      if (best === null || order < 0) {
        best = move;
        rival = false;
      } else if (order === 0 && move.result !== best.result) {
        const against = best.set;
        rival ||= move.set.some((index) => against.includes(index));
      }
    }
    return best ? { move: best, rival } : null;
  }

  /** Every move of rows in a sum that fails after which more sums hold. */
  *#moves(current: readonly Values[], done: ReadonlyMap<number, Shift>): Generator<Move> {
    for (const start of this.#sums.suspects(current)) {
      for (const set of this.#sums.sets(start)) {
        if (set.some((index) => done.has(index))) continue;
        for (const shift of shiftsOf(current[start] ?? [], this.#sums.first)) {
          const move = this.#moveOf(current, set, shift);
          if (move !== null) yield move;
        }
      }
    }
  }

  /** Null where the rows have no room to move or nothing is gained. */
  #moveOf(current: readonly Values[], set: number[], shift: Shift): Move | null {
    const moved = new Map<number, Values>();
    for (const index of set) {
      const values = shifted(current[index] ?? [], shift);
      if (values === null || !this.#fits(values)) return null;
      moved.set(index, values);
    }
    const gain = difference(this.#sums.score(current, set, moved), this.#sums.score(current, set, new Map()));
    if (!isGain(gain)) return null;
    const result = [...moved].map(([index, values]) => `${index}:${fingerprint(values)}`).join(';');
    return { set, shift, gain, result };
  }

  #fits(values: Values): boolean {
    return values.every(
      (value, column) =>
        value === null || this.#columns[column]?.role !== 'amount' || column <= this.#sums.last,
    );
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

/** Enough more sums that hold, or figures that other tables print, to move rows for. */
function isGain({ sums, known }: Score): boolean {
  return sums <= -2 || (sums < 0 && known >= 0) || (sums === 0 && known >= 2);
}
