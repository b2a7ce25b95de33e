import type { RecognisedTable } from '../model/index.ts';
import { bodyStem, isUnitName } from '../terms/index.ts';
import { compactText } from '../text/index.ts';
import type { Column } from './column.ts';
import { ties, totalAmounts, type Exact } from './exact.ts';
import type { BodyRow } from './matrix.ts';

/** Tables whose lines are fixed by their form: what looks like an organ's name there is a line. */
const FIXED_LINES: readonly RecognisedTable['statement'][] = [
  'meeting-training',
  'three-public',
  'assets',
  'other',
];
/** How the budget carries a unit (全额拨款, 差额补助, 自收自支), which some lists of projects have as heads over its units. */
const FUNDING = /^(?:全额|差额|自收自支|财政补助|经费自理)(?:拨款|补助|补贴|管理)?(?:单位)?$/;

/**
 * Rows that head a unit's rows without a code (the unit's name and its sum above its classes or projects) become rows of that
 * unit, and the rows below carry its name. A name is taken for a unit's where the rows below add up to it, where the list of
 * projects nests under it, where it is the agency's own, or where most of the table's names of organs are so proven. Rows below
 * a unit with a code carry its name too, where the table has more than one unit.
 */
export function carryUnits(
  table: RecognisedTable,
  columns: readonly Column[],
  rows: readonly BodyRow[],
  agency: string,
): BodyRow[] {
  if (FIXED_LINES.includes(table.statement)) return [...rows];
  const plain = rows.map(withoutFundingHead);
  const heads = headsOf(table, columns, plain, compactText(agency));
  const marked = plain.map((body, index) => (heads.has(index) ? asUnit(body) : body));
  return heads.size === 0 && leafUnits(marked) < 2 ? marked : carried(marked);
}

/** How many units the rows name, without those that others belong to by their code (201 over 201001). */
function leafUnits(rows: readonly BodyRow[]): number {
  const units = rows
    .filter((body) => body.identity.axis === 'unit')
    .map(({ identity }) => identity.unitCode ?? identity.label);
  return new Set(units.filter((unit) => !units.some((other) => other !== unit && other.startsWith(unit))))
    .size;
}

/** 全额 over a list of units is a line, whatever serial number stands beside it. */
function withoutFundingHead(body: BodyRow): BodyRow {
  const { identity } = body;
  if (!isFundingHead(body)) return body;
  return {
    ...body,
    identity: {
      ...identity,
      axis: 'item',
      code: null,
      govCode: null,
      economicCode: null,
      unitCode: null,
      unitName: null,
      project: null,
      isTotal: true,
    },
  };
}

function asUnit(body: BodyRow): BodyRow {
  const { identity } = body;
  return {
    ...body,
    identity: {
      ...identity,
      axis: 'unit',
      unitName: identity.label,
      project: null,
      level: null,
      isTotal: false,
    },
  };
}

/** Rows with the unit, and the function class of the section of one funding, that stand over them. */
function carried(rows: readonly BodyRow[]): BodyRow[] {
  let unit: { code: string | null; name: string | null } | null = null;
  let functionCode: string | null = null;
  return rows.map((body) => {
    const { identity } = body;
    if (isFundingHead(body)) {
      unit = null;
      functionCode = identity.functionCode;
      return body;
    }
    const own = {
      ...identity,
      functionCode: identity.functionCode ?? (identity.axis === 'total' ? null : functionCode),
    };
    if (identity.axis === 'unit') unit = { code: identity.unitCode, name: identity.unitName };
    else if (identity.axis === 'total') unit = /小计$/.test(compactText(identity.label)) ? unit : null;
    else if (unit !== null && !identity.unitName && !differs(identity.unitCode, unit.code)) {
      return { ...body, identity: { ...own, unitCode: identity.unitCode ?? unit.code, unitName: unit.name } };
    }
    return { ...body, identity: own };
  });
}

function differs(own: string | null, above: string | null): boolean {
  return own !== null && above !== null && own !== above;
}

function headsOf(
  table: RecognisedTable,
  columns: readonly Column[],
  rows: readonly BodyRow[],
  agency: string,
): ReadonlySet<number> {
  const named = new Set(rows.flatMap((body, index) => (isCandidate(body) ? [index] : [])));
  if (named.size === 0) return named;
  const amounts = totalAmounts(table, columns, rows);
  const own = bodyStem(agency);
  const proven = [...named].filter((index) => {
    const identity = rows[index]?.identity;
    return (
      (identity?.isTotal === true && identity.axis === 'project') ||
      bodyStem(compactText(identity?.label ?? '')) === own ||
      addsUp(amounts, rows, index, named)
    );
  });
  const projects = rows.some((body) => body.identity.axis === 'project');
  return !projects && proven.length * 2 >= named.size ? named : new Set(proven);
}

/** A row that is known by an organ's name alone. */
function isCandidate(body: BodyRow): boolean {
  const { identity } = body;
  return (
    (identity.axis === 'item' || identity.axis === 'project') &&
    identity.code === null &&
    (identity.unitCode === null || identity.unitName === null) &&
    !isFundingHead(body) &&
    isUnitName(compactText(identity.label))
  );
}

/**
 * Whether the row is the sum of those below it, up to a row that can head others, a unit, a total or the end: of the highest of
 * them, or of all where they have no levels.
 */
function addsUp(
  amounts: readonly (Exact | null)[],
  rows: readonly BodyRow[],
  head: number,
  named: ReadonlySet<number>,
): boolean {
  const total = amounts[head];
  if (!total) return false;
  const parts: { level: number; exact: Exact }[] = [];
  for (let index = head + 1; index <= rows.length; index += 1) {
    const axis = rows[index]?.identity.axis ?? 'total';
    const ends = axis === 'unit' || axis === 'total';
    if ((ends || named.has(index)) && tiesWithHighest(total, parts)) return true;
    if (ends) return false;
    const exact = amounts[index];
    if (exact) parts.push({ level: rows[index]?.identity.level ?? Infinity, exact });
  }
  return false;
}

function tiesWithHighest(total: Exact, parts: readonly { level: number; exact: Exact }[]): boolean {
  const highest = Math.min(...parts.map((part) => part.level));
  const summed = parts
    .filter((part) => part.level === highest)
    .map(({ exact }) => ({ exact, weight: 1 as const }));
  return summed.length > 0 && ties(total, summed);
}

function isFundingHead(body: BodyRow): boolean {
  return FUNDING.test(compactText(body.identity.label));
}
