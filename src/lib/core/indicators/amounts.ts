import type { ExtractContext, Fact, Issue, RecognisedTable, SourceCell, SourceRow } from '../model/index.ts';
import {
  amountFact,
  countFact,
  isOwnName,
  repeated,
  unitCodeOf,
  unplaced,
  type Form,
} from './amount-facts.ts';
import { AMOUNT_HEAD, nextHeads, NO_AMOUNT, slide, type Head } from './amount-heads.ts';
import { placeOf } from './amount-place.ts';
import { cellWords, filledCells, isNumber } from './cells.ts';
import { isIndicatorHeader, readColumns } from './columns.ts';
import { columnOf } from './rows.ts';
import { formUnit } from './unit.ts';

const COUNTED = /^(\d+(?:\.\d+)?)(批|台|套|个|件|辆|本|份|张|次|项|组|只|块)?$/;

/**
 * The amounts that a performance form states (资金总额, 财政拨款, tasks with their budgets, projects, earlier years),
 * as facts. A number that stands in an amount's place and is not understood is an issue.
 */
export function readFormAmounts(
  table: RecognisedTable,
  context: ExtractContext,
  projectOfRow: ReadonlyMap<number, string | null>,
  used: ReadonlySet<number>,
): { facts: Fact[]; issues: Issue[] } {
  const reading = new FormAmounts(table, context, projectOfRow, used);
  table.rows.forEach((row, index) => reading.readRow(row, index));
  const { facts, issues } = reading;
  return { facts, issues };
}

/** A form read from top to bottom: the heads in force and the side that its sections stand for. */
class FormAmounts {
  readonly facts: Fact[] = [];
  readonly issues: Issue[] = [];
  readonly #form: Form;
  readonly #projectOfRow: ReadonlyMap<number, string | null>;
  readonly #used: ReadonlySet<number>;
  /** Where the heads of the indicators stand; -1 where there are none. */
  readonly #headerAt: number;
  readonly #projectColumn: number | null;
  /** The column in which the indicators begin. */
  readonly #levels: number | null;
  readonly #seen = new Set<string>();
  #heads: Head[] = [];
  #headsAt = -1;
  #side: Fact['flow'] = 'expenditure';

  constructor(
    table: RecognisedTable,
    context: ExtractContext,
    projectOfRow: ReadonlyMap<number, string | null>,
    used: ReadonlySet<number>,
  ) {
    this.#form = { table, context, unit: formUnit(table, this.issues) };
    this.#projectOfRow = projectOfRow;
    this.#used = used;
    const at = table.rows.findIndex(isIndicatorHeader);
    const columns = readColumns(table.rows.slice(at, at + 1), table.rows[at - 1] ?? null);
    this.#headerAt = at;
    this.#projectColumn = columnOf(columns, 'project');
    this.#levels = columnOf(columns, 'level1') ?? columnOf(columns, 'level3');
  }

  readRow(row: SourceRow, index: number): void {
    const levels = this.#headerAt >= 0 && index > this.#headerAt ? this.#levels : null;
    const begins =
      levels !== null &&
      row.cells.some((cell) => cell.column === this.#projectColumn && cellWords(cell.text) !== '');
    if (levels !== null && (begins || this.#form.table.geometry !== 'ragged'))
      this.#placeListRow(row, index, levels);
    if (begins || this.#used.has(index)) return;
    const cells = filledCells(row);
    const numbers = cells.filter(isNumber);
    this.#takeSide(cells);
    if (/^(总分|综合得分|自评得分)$/.test(cells[0] ? cellWords(cells[0].text) : '')) return;
    if (numbers.length === 0) {
      this.#takeHeads(cells, index);
      return;
    }
    if (levels !== null && numbers.every((cell) => cell.column < levels)) return;
    this.#placeRow(cells, numbers, index);
  }

  /** 收入构成 and 支出明细 say which side the rows below them are. */
  #takeSide(cells: readonly SourceCell[]): void {
    for (const cell of cells) {
      const words = cellWords(cell.text);
      if (/收入(构成|情况|来源)$/.test(words)) this.#side = 'income';
      else if (/支出(构成|情况|明细)/.test(words)) this.#side = 'expenditure';
    }
  }

  /** Heads over two rows: those of the lower row stand beside what the upper one leaves uncovered. */
  #takeHeads(cells: readonly SourceCell[], index: number): void {
    const next = nextHeads(this.#heads, cells);
    const lower = next !== this.#heads && this.#headsAt === index - 1;
    const kept = lower ? this.#heads.filter((head) => !next.some((own) => own.column === head.column)) : [];
    this.#heads = lower ? [...kept, ...next] : next;
    if (next.length > 0) this.#headsAt = index;
  }

  #placeRow(cells: readonly SourceCell[], numbers: readonly SourceCell[], index: number): void {
    const offset = slide(cells, this.#heads);
    const project = this.#projectOfRow.get(index) ?? null;
    for (const cell of cells) {
      const counted = COUNTED.exec(cellWords(cell.text));
      const head = this.#heads.find((candidate) => candidate.column === cell.column - offset);
      if (counted?.[1] === undefined || !head || !/数量/.test(head.text)) continue;
      const name = cells.find((other) => other.column < cell.column);
      this.facts.push(
        countFact(this.#form, cell, index, {
          printed: counted[1],
          unitName: counted[2] ?? null,
          label: name ? cellWords(name.text) : '',
          project,
        }),
      );
    }
    for (const cell of numbers) {
      const placed = placeOf(cell, cells, this.#heads, offset, project);
      if (placed === 'ignore') continue;
      if (placed === null) this.issues.push(unplaced(cell));
      else this.facts.push(amountFact(this.#form, cell, index, placed, this.#side));
    }
  }

  /** The amounts to the left of the indicators, in a table of many projects or of the whole agency: each once. */
  #placeListRow(row: SourceRow, index: number, levels: number): void {
    const project = this.#projectOfRow.get(index) ?? null;
    for (const cell of filledCells(row)) {
      if (!isNumber(cell) || cell.column >= levels) continue;
      const head = this.#headOf(cell.column);
      if (NO_AMOUNT.test(head) || (!AMOUNT_HEAD.test(head) && !/支出|收入|预算/.test(head))) {
        if (!/^\d{3,}$/.test(cellWords(cell.text))) this.issues.push(unplaced(cell));
        continue;
      }
      const key = `${project ?? ''}|${cell.column}|${cellWords(cell.text)}`;
      if (this.#seen.has(key)) this.issues.push(repeated(cell));
      else this.facts.push(this.#listFact(cell, row, index, project, head));
      this.#seen.add(key);
    }
  }

  #listFact(cell: SourceCell, row: SourceRow, index: number, project: string | null, head: string): Fact {
    const own = isOwnName(project, this.#form.context.agency);
    const whole = /(资金|项目)?总额|^(年度|当年)?预算(金额|数)?$|^金额/.test(head) && !/其中/.test(head);
    const name = own ? '合计' : (project ?? '');
    const code = unitCodeOf(filledCells(row)[0]);
    const placed = {
      label: whole ? name : head,
      unitCode: own ? code : null,
      head,
      project: own ? null : project,
    };
    const fact = amountFact(this.#form, cell, index, placed, 'expenditure');
    return { ...fact, is_total: whole, unit_code: code };
  }

  /** The lowest head over a column, around the row that heads the indicators. */
  #headOf(column: number): string {
    for (let at = this.#headerAt + 1; at >= Math.max(0, this.#headerAt - 2); at--) {
      const cell = this.#form.table.rows[at]?.cells.find((candidate) => candidate.column === column);
      const words = cell ? cellWords(cell.text) : '';
      if (words === '' || !cell || isNumber(cell)) continue;
      if (at <= this.#headerAt || /资金|拨款|预算|支出/.test(words)) return words;
    }
    return '';
  }
}
