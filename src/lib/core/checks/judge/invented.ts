import type { Check, Claim, Fact, Headcount, Indicator, TableRecord } from '../../model/extract.ts';
import { isUnit, parseNumber, toYuanString } from '../../money/index.ts';
import type { CheckInput } from './figures.ts';

/** Invented documents for tests: facts by the few fields that matter to a rule. */

export const YEAR = 2031;

export function fact(raw: string, fields: Partial<Fact> & { row: number; column?: number }): Fact {
  const number = parseNumber(raw);
  const unit = fields.unit === undefined ? '元' : fields.unit;
  const column = fields.column ?? 1;
  const tableId = fields.table_id === undefined ? 't1' : fields.table_id;
  return {
    fact_id: `${tableId}.r${fields.row}.${column}`,
    table_id: tableId,
    locator: `L${fields.row}#${column}`,
    statement: 'general-by-function',
    axis: 'function',
    code: null,
    gov_code: null,
    label: '',
    unit_code: null,
    unit_name: null,
    project: null,
    flow: 'expenditure',
    measure: 'total',
    fund: 'general-public-budget',
    item: null,
    fiscal_year: YEAR,
    raw,
    unit,
    yuan: number && isUnit(unit) ? toYuanString(number.value, unit) : null,
    quantity: null,
    decimals: number?.decimals ?? null,
    status: number ? (number.value.isZero() ? 'zero' : 'reported') : 'blank',
    level: null,
    is_total: false,
    column_label: '',
    ...fields,
    column,
  };
}

export function total(raw: string, fields: Partial<Fact> & { row: number; column?: number }): Fact {
  return fact(raw, { axis: 'total', label: '合计', is_total: true, level: 0, ...fields });
}

export function claim(raw: string, subject: string, fields: Partial<Claim> & { locator: string }): Claim {
  const match = /^(-?[\d.,]+)\s*(亿元|万元|元|%)$/.exec(raw);
  const number = parseNumber(match?.[1] ?? '');
  const unit = match?.[2] ?? null;
  return {
    subject,
    measure: 'amount',
    raw,
    value: number?.value.toFixed() ?? null,
    unit,
    yuan: number && isUnit(unit) ? toYuanString(number.value, unit) : null,
    fiscal_year: YEAR,
    direction: null,
    reason: null,
    decimals: number?.decimals ?? null,
    of: null,
    ...fields,
  };
}

export function table(fields: Partial<TableRecord> & { table_id: string }): TableRecord {
  return {
    number: null,
    title: '某表',
    statement: 'general-by-function',
    unit: '元',
    status: 'published',
    reason: null,
    locator: 'L1',
    rows: 1,
    columns: 1,
    ...fields,
  };
}

export function input(parts: {
  facts?: Fact[];
  claims?: Claim[];
  tables?: TableRecord[];
  headcounts?: Headcount[];
  indicators?: Indicator[];
  stage?: 'budget' | 'final-account';
}): CheckInput {
  const ids = new Set((parts.facts ?? []).flatMap((each) => each.table_id ?? []));
  const tables = parts.tables ?? [...ids].map((id) => table({ table_id: id, number: `表${id.slice(1)}` }));
  return {
    document: {
      id: 'invented',
      title: '某局预算',
      agency: '某局',
      region_code: null,
      fiscal_year: YEAR,
      stage: parts.stage ?? 'budget',
      scope: 'department',
      format: 'text',
      source_name: 'invented.txt',
      sha256: '',
      bytes: 0,
    },
    tables,
    facts: parts.facts ?? [],
    claims: parts.claims ?? [],
    headcounts: parts.headcounts ?? [],
    indicators: parts.indicators ?? [],
  };
}

/** The checks that one rule found. */
export function of(checks: readonly Check[], rule: string): Check[] {
  return checks.filter((check) => check.rule === rule);
}
export function statuses(checks: readonly Check[], rule: string): string[] {
  return of(checks, rule).map((check) => check.status);
}
/** The one check that a rule found; fails where it found none or several. */
export function only(checks: readonly Check[], rule: string): Check {
  const [found, ...others] = of(checks, rule);
  if (!found || others.length > 0)
    throw new Error(`${rule}: one check expected, not ${found ? 1 + others.length : 0}`);
  return found;
}
