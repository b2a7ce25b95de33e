import type { Fact, Fund, Measure } from '../../model/extract.ts';
import {
  groupBy,
  isPartOfNeighbour,
  measureOf,
  stageOf,
  sumOf,
  type Context,
  type Figure,
} from '../judge/figures.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';

/** Wholes and the columns that they are made of, in order of preference. */
const MEASURE_PARTS: readonly { whole: Measure; parts: readonly Measure[]; needs: Measure }[] = [
  {
    whole: 'total',
    parts: ['basic', 'project', 'operating', 'remitted-up', 'subsidy-down'],
    needs: 'basic',
  },
  {
    whole: 'total',
    parts: ['personnel', 'public', 'project', 'operating', 'remitted-up', 'subsidy-down'],
    needs: 'personnel',
  },
  { whole: 'basic', parts: ['personnel', 'public'], needs: 'personnel' },
];

const FUND_PARTS: readonly Fund[] = [
  'general-public-budget',
  'government-fund',
  'state-capital',
  'fiscal-account',
  'institution-income',
  'operating-income',
  'superior-subsidy',
  'subsidiary-remittance',
  'other-income',
  'carry-over',
];

interface Row {
  tableId: string;
  key: string;
  facts: Fact[];
}

/** Rows of tables whose columns break an amount down; lines of summaries stand side by side and are left out. */
function rows(context: Context): Row[] {
  const all: Row[] = [];
  for (const [tableId, facts] of context.factsOf) {
    const used = facts.filter(
      (fact) => fact.row !== null && !fact.column_code && fact.axis !== 'procurement',
    );
    const groups = groupBy(used, (fact) =>
      [
        fact.row,
        fact.axis,
        fact.code ?? '',
        fact.item ?? '',
        fact.label,
        fact.fiscal_year,
        stageOf(context, fact),
      ].join('|'),
    );
    for (const group of groups.values()) {
      const first = group[0];
      if (group.length > 1 && first) all.push({ tableId, key: rowKey(first), facts: group });
    }
  }
  return all;
}

function rowKey(fact: Fact): string {
  const id = fact.fact_id;
  const year = fact.fiscal_year === null ? '' : `.${fact.fiscal_year}`;
  const end = id.lastIndexOf('.');
  return `${end > 0 ? id.slice(0, end) : id}${fact.item === null ? '' : `.${fact.item}`}${year}`;
}

/** Which measures a table has columns for at all: a blank cell there is a blank, elsewhere there is no such column. */
function columnsOf(context: Context): Map<string, Set<Measure>> {
  const measures = new Map<string, Set<Measure>>();
  for (const [tableId, facts] of context.factsOf) {
    measures.set(tableId, new Set(facts.map((fact) => measureOf(fact))));
  }
  return measures;
}

function measureSums(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const printed = columnsOf(context);
  for (const row of rows(context)) {
    for (const [fund, facts] of groupBy(row.facts, (fact) => fact.fund)) {
      drafts.push(...breakdowns(context, row, fund, facts, printed.get(row.tableId) ?? new Set()));
    }
  }
  return drafts;
}

function breakdowns(
  context: Context,
  row: Row,
  fund: string,
  facts: readonly Fact[],
  printed: ReadonlySet<Measure>,
): Draft[] {
  const drafts: Draft[] = [];
  const figures = new Map<Measure, Figure[]>();
  for (const fact of facts) {
    if (isPartOfNeighbour(fact)) continue;
    const figure = context.figure(fact);
    if (figure) figures.set(measureOf(fact), [...(figures.get(measureOf(fact)) ?? []), figure]);
  }
  const done = new Set<Measure>();
  for (const { whole, parts, needs } of MEASURE_PARTS) {
    if (done.has(whole) || !printed.has(needs)) continue;
    if (whole === 'total' && needs === 'personnel' && printed.has('basic')) continue;
    const compared = figures.get(whole)?.[0];
    const named = parts.flatMap((measure) => figures.get(measure)?.slice(0, 1) ?? []);
    if (!compared || named.length === 0) continue;
    const others = whole === 'total' ? otherColumns(figures.get(whole) ?? []) : [];
    const terms = sumOf(named).yuan.lt(compared.yuan) ? [...named, ...others] : named;
    done.add(whole);
    drafts.push({
      cause: { key: `columns:${row.tableId}.${fund}.${whole}` },
      subject: `${row.key}.${fund}.${whole}`,
      compared,
      terms: terms.map(plus),
      wording: {
        kind: 'sum',
        parts: { zh: `同行 ${terms.length} 栏`, en: `the ${terms.length} columns beside it` },
      },
    });
  }
  return drafts;
}

/** Columns beside the total that are none of the known kinds of expenditure (单位预留机动经费). */
function otherColumns(totals: readonly Figure[]): Figure[] {
  return totals
    .slice(1)
    .filter(
      (figure) => !/合计|总计|小计|本年|预算数|决算数|金额/.test(lastHead(figure)) && lastHead(figure) !== '',
    );
}

function fundSums(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const row of rows(context)) {
    for (const [measure, facts] of groupBy(row.facts, (fact) => fact.measure)) {
      if (measure === 'change' || measure === 'quantity' || measure === 'people') continue;
      drafts.push(...fundBreakdown(context, row, measure, facts));
    }
  }
  return drafts;
}

function fundBreakdown(context: Context, row: Row, measure: string, facts: readonly Fact[]): Draft[] {
  const wholes: Figure[] = [];
  const parts = new Map<Fund, Figure[]>();
  for (const fact of facts) {
    const figure = context.figure(fact);
    if (!figure || isPartOfNeighbour(fact)) continue;
    if (fact.fund === 'all') wholes.push(figure);
    else parts.set(fact.fund, [...(parts.get(fact.fund) ?? []), figure]);
  }
  const drafts: Draft[] = [];
  const chosen = new Map<Fund, Figure>();
  for (const [fund, figures] of parts) {
    const [subtotal, ...others] = bySubtotal(figures);
    if (!subtotal) continue;
    chosen.set(fund, subtotal);
    if (others.length > 0 && isSubtotal(subtotal)) {
      drafts.push(sumDraft(`${row.key}.${measure}.${fund}`, subtotal, others));
    }
  }
  const [whole, ...subtotals] = wholes;
  if (!whole) return drafts;
  const named = FUND_PARTS.flatMap((fund) => chosen.get(fund) ?? []);
  const current = subtotals.find((figure) => /小计|本年|合计/.test(lastHead(figure)));
  if (named.length === 0) return drafts;
  if (!current) return [...drafts, sumDraft(`${row.key}.${measure}.all`, whole, named)];
  const inner = named.filter((figure) => isBelow(figure, current));
  const outer = named.filter((figure) => !inner.includes(figure));
  if (inner.length > 0) drafts.push(sumDraft(`${row.key}.${measure}.current`, current, inner));
  return [...drafts, sumDraft(`${row.key}.${measure}.all`, whole, [current, ...outer])];
}

/** Whether a column is part of a subtotal: under the same head (财政拨款收入 / 小计), or, where it has none, this year's money. */
function isBelow(figure: Figure, subtotal: Figure): boolean {
  const head = headOf(subtotal);
  return head === '' || head === '本年收入' ? figure.fact?.fund !== 'carry-over' : headOf(figure) === head;
}

function headOf(figure: Figure): string {
  return figure.fact?.column_label.split(' / ').slice(0, -1).join(' / ').replaceAll(/\s/g, '') ?? '';
}

function sumDraft(subject: string, compared: Figure, parts: readonly Figure[]): Draft {
  return {
    subject,
    compared,
    terms: parts.map(plus),
    wording: { kind: 'sum', parts: { zh: '同行各资金来源', en: 'the sources of money beside it' } },
  };
}

function lastHead(figure: Figure): string {
  return figure.fact?.column_label.split(' / ').at(-1)?.replaceAll(/\s/g, '') ?? '';
}

function isSubtotal(figure: Figure): boolean {
  return /小计|合计/.test(lastHead(figure));
}

function bySubtotal(figures: readonly Figure[]): Figure[] {
  const subtotal = figures.find(isSubtotal);
  return subtotal ? [subtotal, ...figures.filter((figure) => figure !== subtotal)] : [...figures];
}

export const COLUMN_RULES: readonly CheckRule[] = [
  {
    id: 'measure-columns',
    family: 'sums',
    name: { zh: '同一行的支出构成', en: 'Kinds of expenditure across a row' },
    meaning: {
      zh: '同一行中，合计等于基本支出、项目支出等各栏之和，基本支出等于人员经费与公用经费之和。空格不参加相加。',
      en: 'Across a row the total equals basic plus project (and other) expenditure, and basic equals personnel plus running costs. Blank cells take no part.',
    },
    find: measureSums,
  },
  {
    id: 'fund-columns',
    family: 'sums',
    name: { zh: '同一行的资金来源', en: 'Sources of money across a row' },
    meaning: {
      zh: '同一行中，合计等于一般公共预算、政府性基金、国有资本经营预算、财政专户及其他各项来源之和；有“小计”的先加成小计，再加上年结转。',
      en: 'Across a row the total equals the sum of its sources of money, carried-over money included.',
    },
    find: fundSums,
  },
];
