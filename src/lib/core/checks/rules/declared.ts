import type { Fact, TableRecord } from '../../model/extract.ts';
import { Decimal } from '../../money/index.ts';
import { classesOf, FUNDS, fundSides, leavesOf, STATEMENTS } from '../../terms/index.ts';
import { compactText } from '../../text/normalise.ts';
import type { Context, Figure } from '../judge/figures.ts';
import type { CheckRule, Draft } from '../judge/rule.ts';
import { quantitiesOf } from '../judge/quantities.ts';
import { tableWord } from '../judge/words.ts';

/** A table that is declared empty against what the rest of the document says about the same money. */
function declaredEmpty(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const table of context.input.tables) {
    if (table.status !== 'declared-empty') continue;
    const own = (context.factsOf.get(table.table_id) ?? []).flatMap((fact) => context.figure(fact) ?? []);
    // A note of emptiness may be of another part; a table that prints money isn’t empty.
    if (own.some((figure) => !figure.yuan.isZero())) continue;
    const elsewhere = [...own, ...sameMoney(context, table)];
    const against = elsewhere.filter((figure) => !figure.yuan.isZero());
    const shown = against.length > 0 ? against : elsewhere.slice(0, 1);
    shown.forEach((figure) => drafts.push(emptyDraft(table, figure)));
  }
  return drafts;
}

function emptyDraft(table: TableRecord, figure: Figure): Draft {
  const name = tableWord(table);
  const place = figure.fact?.fact_id ?? `${figure.claim?.subject ?? ''}.${figure.claim?.locator ?? ''}`;
  return {
    subject: `${table.table_id}.${place.replaceAll(/[^\w.~-]/g, '_')}`,
    compared: figure,
    terms: [],
    expected: { yuan: new Decimal(0), slack: new Decimal(0) },
    wording: {
      kind: 'computed',
      expected: { zh: `而${name.zh}列为空表，即`, en: `${name.en} is declared empty, that is` },
    },
    cause: { key: `empty:${table.table_id}` },
  };
}

/** Funds that have a table of their own. */
const FUND_TABLES = FUNDS.filter((fund) => STATEMENTS.some((kind) => kind === fund));

function sameMoney(context: Context, table: TableRecord): Figure[] {
  const fund = FUND_TABLES.find((one) => one === table.statement);
  if (fund) {
    const subjects = fundSides(fund).map((side) => side.subject);
    return [...totalsOfFund(context, fund), ...stated(context, subjects)];
  }
  if (table.statement === 'three-public') return threePublic(context, table);
  if (table.statement === 'procurement') return stated(context, ['procurement']);
  if (table.statement === 'purchased-services') return stated(context, ['purchased-services']);
  if (table.statement === 'project-expenditure') {
    // 专项资金 tables list money that the department hands on; only its own project table must agree with project spending.
    return /专项资金/.test(table.title) ? [] : [...projectTotals(context), ...stated(context, ['project'])];
  }
  return [];
}

function stated(context: Context, subjects: readonly string[]): Figure[] {
  return context.claims.filter(
    ({ claim }) =>
      claim.measure === 'amount' && claim.fiscal_year === context.year && subjects.includes(claim.subject),
  );
}

function totalsOfFund(context: Context, fund: Fact['fund']): Figure[] {
  const { entries } = quantitiesOf(context);
  const keys = ['total|expenditure|total', 'grand|expenditure|total', `income|${fund}`];
  return keys
    .flatMap((key) => entries.get(key) ?? [])
    .filter((entry) => entry.scope === fund && context.tables.get(entry.tableId)?.status !== 'declared-empty')
    .flatMap((entry) => entry.figures.slice(0, 1));
}

function projectTotals(context: Context): Figure[] {
  const entries = quantitiesOf(context).entries.get('total|expenditure|project') ?? [];
  return entries.flatMap((entry) => entry.figures.slice(0, 1)).slice(0, 1);
}

/** The items that the title of the table covers, in prose and in the economic classes they are booked under. */
function threePublic(context: Context, table: TableRecord): Figure[] {
  const title = compactText(table.title);
  const items = [...leavesOf('three-public')];
  if (title.includes('会议')) items.push('meeting');
  if (title.includes('培训')) items.push('training');
  const { entries } = quantitiesOf(context);
  const booked = items
    .flatMap(classesOf)
    .flatMap((code) => entries.get(`dept-economic|${code}|total`)?.[0]?.figures ?? []);
  return [...stated(context, ['three-public', ...items]), ...booked];
}

/** Numbers of staff: 编制 and 实有 are the sums of their kinds. */
function headcounts(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const { headcounts: counts } = context.input;
  for (const kind of ['establishment', 'on-board'] as const) {
    const own = counts.filter((count) => count.kind === kind);
    const total = own.find((count) => count.category === 'total');
    const parts = own.filter((count) => count.category !== 'total' && count.locator === total?.locator);
    if (!total || parts.length === 0) continue;
    const sum = parts.reduce((all, count) => all + count.count, 0);
    const name =
      kind === 'establishment'
        ? { zh: '编制', en: 'establishment' }
        : { zh: '实有人员', en: 'staff on board' };
    const status = sum === total.count ? 'exact' : sum > total.count ? 'broken' : 'unchecked';
    const listed = parts.map((count) => count.count).join(' + ');
    drafts.push({
      subject: kind,
      compared: null,
      terms: [],
      verdict: { status, facts: [], claims: [total.locator] },
      wording: {
        kind: 'said',
        sentence: {
          zh: `文中${name.zh}共 ${total.count} 人，分项 ${listed} = ${sum} 人，${status === 'exact' ? '相符' : status === 'broken' ? `多出 ${sum - total.count} 人` : '分项可能没有列全'}。`,
          en: `The text gives ${total.count} ${name.en}; its parts ${listed} make ${sum}: ${status === 'exact' ? 'they tie' : status === 'broken' ? `${sum - total.count} too many` : 'the parts may not be all'}.`,
        },
      },
    });
  }
  return drafts;
}

export const DECLARED_RULES: readonly CheckRule[] = [
  {
    id: 'declared-empty',
    family: 'statements',
    name: { zh: '空表与别处的数', en: 'Tables declared empty' },
    meaning: {
      zh: '列为空表的，别处（文字说明、其他表）不应有同一项目的金额。',
      en: 'Where a table is declared empty, neither the text nor another table states money of that kind.',
    },
    find: declaredEmpty,
  },
  {
    id: 'headcount-parts',
    family: 'sums',
    name: { zh: '人数分项之和', en: 'Staff by kind' },
    meaning: {
      zh: '编制数、实有人数等于行政、参公、事业等各项之和。',
      en: 'Establishment and staff on board equal the sum of their kinds.',
    },
    find: headcounts,
  },
];
