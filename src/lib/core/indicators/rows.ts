import type { SourceCell, SourceRow } from '../model/index.ts';
import { plainText, cellWords, filledCells, printedText } from './cells.ts';
import type { Column, Role } from './columns.ts';
import { readLabel, splitJoined, type LabelKind } from './taxonomy.ts';
import { readOperator } from './target.ts';

/** What one body row says, before levels are carried down. */
export interface IndicatorRow {
  labels: { label: LabelKind; cell: SourceCell }[];
  /** Null where the row has labels only. */
  level3: string | null;
  locator: string;
  target: string;
  symbol: string | null;
  unit: string | null;
  prior: { back: 1 | 2; raw: string }[];
  /** The row slid so far that its target fell off the table. */
  lost: boolean;
}

const NUMBERING = /^(指标\s*\d*\s*[:：、.]?|\d{1,2}\s*[、.．](?!\d)|[①-⑳]|\(\d{1,2}\)|（\d{1,2}）)\s*/;
const PLACEHOLDER = /^[.…·\s/—-]*$|^(无|不适用|不涉及)/;
const NOTHING = /^[/—-]+$/;

/** Level-3 text without 指标1：; empty for placeholders (指标2：, …..). */
export function indicatorName(text: string): string {
  let name = printedText(text);
  for (let next = name.replace(NUMBERING, ''); next !== name; next = name.replace(NUMBERING, '')) name = next;
  return PLACEHOLDER.test(name) ? '' : name;
}

/** Reads a body row by its header; cells that slid to the left or right are put back by order. */
export function readIndicatorRow(
  row: SourceRow,
  columns: readonly Column[],
  exact: boolean,
  from: number,
): IndicatorRow {
  const cells = filledCells(row).filter((cell) => cell.column >= from);
  const labels: IndicatorRow['labels'] = [];
  const level3At = columnOf(columns, 'level3');
  let index = 0;
  for (; index < cells.length; index++) {
    const cell = cells[index];
    if (!cell || (exact && level3At !== null && cell.column >= level3At)) break;
    const label = readLabel(cell.text);
    const second = labels.some((entry) => entry.label.kind === 'level2');
    // A name like 满意度 behind a second level is the indicator itself.
    if (!label || (second && (cells.length - index <= 2 || label.kind === 'level1'))) break;
    labels.push({ label, cell });
  }
  const rest = exact
    ? cells.filter((cell) => level3At === null || cell.column >= level3At)
    : cells.slice(index);
  const first = rest[0];
  const empty: IndicatorRow = {
    labels,
    level3: null,
    locator: first?.locator ?? cells[0]?.locator ?? '',
    target: '',
    symbol: null,
    unit: null,
    prior: [],
    lost: false,
  };
  if (!first) return empty;
  const named = !exact || level3At === null || first.column === level3At;
  const joined = named ? splitJoined(first.text) : null;
  for (const label of joined?.labels ?? []) labels.push({ label, cell: first });
  const name = named ? (joined?.name ?? indicatorName(first.text)) : '';
  const others = named ? rest.slice(1) : rest;
  const moved = exact && level3At !== null && isMoved(row, columns, level3At);
  const values = moved ? byOrder(row, columns, level3At) : readValues(others, first, columns, exact);
  return { ...empty, level3: name, ...values };
}

/** After a page break a form's columns may stand elsewhere: then cells lie where no head does. */
function isMoved(row: SourceRow, columns: readonly Column[], level3At: number): boolean {
  return row.cells.some(
    (cell) =>
      cell.column > level3At &&
      !columns.some((column) => column.column === cell.column) &&
      columns.some((column) => column.column < cell.column && cell.column < column.column + column.span),
  );
}

/** The cells behind the name under the heads behind 三级指标, one by one. */
function byOrder(row: SourceRow, columns: readonly Column[], level3At: number): Values {
  const after = columns.filter((column) => column.column > level3At);
  const cells = row.cells.filter((cell) => cell.column > level3At);
  const placed = cells.flatMap((cell, index) => {
    const head = after[index];
    return head ? [{ ...cell, column: head.column }] : [];
  });
  return withUnit(
    byColumn(
      placed.filter((cell) => cellWords(cell.text) !== ''),
      after,
    ),
    cells,
  );
}

type Values = Pick<IndicatorRow, 'target' | 'symbol' | 'unit' | 'prior' | 'lost'>;

function readValues(
  cells: readonly SourceCell[],
  name: SourceCell,
  columns: readonly Column[],
  exact: boolean,
): Values {
  const level3At = columnOf(columns, 'level3');
  const after = columns.filter((column) => level3At !== null && column.column > level3At);
  const aligned = exact || name.column === level3At;
  if (aligned) {
    const direct = byColumn(cells, after);
    if (direct.target !== '' || direct.symbol !== null) return withUnit(direct, cells);
  }
  return withUnit(bySequence(cells, after), cells);
}

/** Each cell under the head that stands above it. */
function byColumn(cells: readonly SourceCell[], after: readonly Column[]): Values {
  const at = (role: Role) =>
    cells
      .filter((cell) => after.some((column) => column.role === role && covers(column, cell)))
      .map((cell) => cell.text);
  const value = at('value')[0] ?? null;
  // 指标值类型 holds the comparison in some forms, 定量 or 定性 in others.
  const typed = at('type').find((text) => readOperator(text) !== null && !/^定量$/.test(cellWords(text)));
  const symbol = at('symbol')[0] ?? typed ?? null;
  const unit = at('unit')[0] ?? null;
  const target = at('target')[0] ?? value ?? (symbol ? (unit ?? '') : '');
  const prior: Values['prior'] = [];
  for (const raw of at('prior-2')) prior.push({ back: 2, raw });
  for (const raw of at('prior-1')) prior.push({ back: 1, raw });
  return {
    target,
    symbol,
    unit: value === null && symbol !== null && target === unit ? null : unit,
    prior,
    lost: false,
  };
}

function covers(column: Column, cell: SourceCell): boolean {
  return cell.column >= column.column && cell.column < column.column + Math.max(1, column.span);
}

/** The filled cells in order: earlier years first where the form has them, then the target. */
function bySequence(cells: readonly SourceCell[], after: readonly Column[]): Values {
  const texts = cells.map((cell) => cell.text);
  const priors = after.filter((column) => column.role === 'prior-1' || column.role === 'prior-2').length;
  const none = { symbol: null, unit: null, prior: [], lost: false };
  if (after.some((column) => column.role === 'symbol')) {
    const at = texts.findIndex((text) => readOperator(text) !== null);
    if (at >= 0)
      return { ...none, symbol: texts[at] ?? null, target: texts[at + 1] ?? '', unit: texts[at + 2] ?? null };
  }
  if (priors === 0 || texts.length <= 1) {
    const described = after.some((column) => column.role === 'description') && texts.length > 2;
    return { ...none, target: texts[described ? 1 : 0] ?? '' };
  }
  const prior = texts
    .slice(0, priors)
    .map((raw, index): { back: 1 | 2; raw: string } => ({ back: priors - index === 2 ? 2 : 1, raw }));
  const target = texts[priors] ?? '';
  return { ...none, target, prior, lost: target === '' };
}

/** 定量 or 定性 stands behind the unit wherever the row slid to. */
function withUnit(values: Values, cells: readonly SourceCell[]): Values {
  const at = cells.findIndex((cell) => /^定(量|性)$/.test(cellWords(cell.text)));
  const before = at > 0 ? cells[at - 1]?.text : undefined;
  const unit = at > 0 && before !== undefined && before !== values.target ? before : values.unit;
  const prior = values.prior.filter((entry) => !NOTHING.test(plainText(entry.raw)));
  return { ...values, unit, prior };
}

export function columnOf(columns: readonly Column[], role: Role): number | null {
  return columns.find((column) => column.role === role)?.column ?? null;
}
