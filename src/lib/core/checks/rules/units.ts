import type { Fact } from '../../model/extract.ts';
import type { Localised } from '../../model/localised.ts';
import { asciiKey, groupBy, intervalsOverlap, unitOf, type Context, type Figure } from '../judge/figures.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';

/** Units of one kind of amount, and the total above them. */
function unitSums(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const [tableId, facts] of context.factsOf) {
    const rows = facts.filter((fact) => fact.axis === 'unit' || (fact.is_total && unitOf(fact) === null));
    if (!rows.some((fact) => fact.axis === 'unit')) continue;
    const kinds = groupBy(rows, (fact) =>
      [fact.measure, fact.fund, fact.item ?? fact.column_code ?? '', fact.flow, fact.fiscal_year ?? '']
        .filter((part) => part !== '')
        .join('.'),
    );
    for (const [kind, list] of kinds) {
      for (const [column, own] of byColumn(list))
        drafts.push(...columnSums(context, `${tableId}.${kind}${column}`, own, rows));
    }
  }
  return drafts;
}

/** Columns that read alike are told apart; cells that slid to another column are not. */
function byColumn(facts: readonly Fact[]): [string, Fact[]][] {
  const rows = groupBy(facts, (fact) => `${fact.row}`);
  const alike = [...rows.values()].some((row) => row.length > 1);
  if (!alike) return [['', [...facts]]];
  return [...groupBy(facts, (fact) => `.c${fact.column}`)];
}

function columnSums(context: Context, key: string, facts: readonly Fact[], rows: readonly Fact[]): Draft[] {
  const units = new Map<string, Figure>();
  let repeated = false;
  let total: Figure | null = null;
  for (const fact of facts) {
    const figure = context.figure(fact);
    if (!figure) continue;
    if (fact.axis !== 'unit') total ??= figure;
    else {
      const unit = unitOf(fact) ?? fact.label;
      if (units.has(unit)) repeated = true;
      units.set(unit, figure);
    }
  }
  if (repeated || units.size === 0) return [];
  const children = groupBy(units.keys(), (code) => parentUnit(code, units) ?? '');
  const drafts: Draft[] = [];
  for (const [parent, codes] of children) {
    const compared = parent === '' ? total : (units.get(parent) ?? null);
    if (!compared) continue;
    const parts = codes.flatMap((code) => units.get(code) ?? []);
    const ties = intervalsOverlap([compared], parts);
    const blank = ties
      ? []
      : [...blankUnits(facts, rows, units, parent), ...continued(context, facts[0], units, parent)];
    drafts.push({
      subject: parent === '' ? key : `${key}.${asciiKey(parent)}`,
      compared,
      terms: parts.map(plus),
      ...(blank.length > 0 ? { missing: missingUnits(blank) } : {}),
      wording: { kind: 'sum', parts: { zh: `所列 ${parts.length} 个单位`, en: `its ${parts.length} units` } },
    });
  }
  return drafts;
}

/** Units below `parent` that print other amounts of the same kind and year, but not this one. */
function blankUnits(
  facts: readonly Fact[],
  rows: readonly Fact[],
  units: ReadonlyMap<string, unknown>,
  parent: string,
): string[] {
  const sample = facts[0];
  const names = new Map<string, string>();
  for (const fact of rows) {
    const unit = unitOf(fact);
    if (unit === null || units.has(unit)) continue;
    if (fact.measure !== sample?.measure || fact.fiscal_year !== sample.fiscal_year) continue;
    if ((parentUnit(unit, units) ?? '') === parent) names.set(unit, nameOf(fact));
  }
  return [...names.values()];
}

function nameOf(fact: Fact): string {
  return [fact.unit_code, fact.unit_name ?? fact.label].filter((part) => part !== null).join(' ');
}

/** Units below `parent` that stand in another table of the same kind: the list goes on there. */
function continued(
  context: Context,
  sample: Fact | undefined,
  units: ReadonlyMap<string, unknown>,
  parent: string,
): string[] {
  const names = new Map<string, string>();
  for (const fact of context.input.facts) {
    if (fact.statement !== sample?.statement || fact.table_id === sample.table_id) continue;
    if (fact.axis !== 'unit' || fact.unit_code === null || units.has(fact.unit_code)) continue;
    if ((parentUnit(fact.unit_code, units) ?? '') === parent)
      names.set(fact.unit_code, fact.unit_name ?? fact.label);
  }
  return [...names].map(([code, name]) => `${code} ${name}`);
}

function missingUnits(names: readonly string[]): Localised {
  return {
    zh: `${names.join('、')}这一栏没有印出数字`,
    en: `nothing is printed in this column for ${names.join(', ')}`,
  };
}

/** The unit whose code is the longest beginning of this one's; names have no parents. */
function parentUnit(code: string, units: ReadonlyMap<string, unknown>): string | null {
  if (!/^[\da-z]/i.test(code)) return null;
  for (let length = code.length - 1; length > 0; length--) {
    const prefix = code.slice(0, length);
    if (units.has(prefix)) return prefix;
  }
  return null;
}

export const UNIT_RULES: readonly CheckRule[] = [
  {
    id: 'unit-total',
    family: 'sums',
    name: { zh: '各单位之和等于部门', en: 'Units add up to the department' },
    meaning: {
      zh: '按单位列的表中，下级单位之和等于上级单位，各部门之和等于合计。',
      en: 'In tables by unit, subordinate units add up to their parent and all of them to the total.',
    },
    find: unitSums,
  },
];
