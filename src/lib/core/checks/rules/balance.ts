import type { Fact } from '../../model/extract.ts';
import { compactText, enumeration, type Mark } from '../../text/index.ts';
import { groupBy, intervalsOverlap, type Context, type Figure } from '../judge/figures.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';

const SUMMARIES: readonly Fact['statement'][] = [
  'budget-summary',
  'appropriation-summary',
  'government-fund',
  'state-capital',
  'fiscal-account',
];

/** One list of a summary: the lines of one amount column, top to bottom. */
interface Column {
  tableId: string;
  column: number;
  flow: Fact['flow'];
  lines: Line[];
}

interface Line {
  figure: Figure;
  label: string;
  rank: number | null;
  kind: 'grand' | 'current' | 'carry' | 'line';
}

const MARKS: readonly Mark[] = ['chinese', 'chinese-bracket', 'arabic', 'arabic-bracket'];

function columns(context: Context): Column[] {
  const all: Column[] = [];
  for (const [tableId, facts] of context.factsOf) {
    if (!SUMMARIES.includes(facts[0]?.statement ?? 'other')) continue;
    const plain = facts.filter((fact) => fact.column !== null && !fact.column_code && context.figure(fact));
    const lists = groupBy(plain, (fact) => `${fact.column}|${fact.fiscal_year}`);
    for (const list of lists.values()) {
      const lines: Line[] = [];
      for (const fact of list) {
        const figure = context.figure(fact);
        if (figure) lines.push(readLine(fact, figure));
      }
      const flows = groupBy(list, (fact) => fact.flow);
      const flow =
        (flows.get('expenditure')?.length ?? 0) > (flows.get('income')?.length ?? 0)
          ? 'expenditure'
          : 'income';
      all.push({ tableId, column: list[0]?.column ?? 0, flow, lines });
    }
  }
  return all;
}

function readLine(fact: Fact, figure: Figure): Line {
  const label = compactText(fact.label);
  const mark = enumeration(label)?.mark;
  const rank = mark === undefined ? -1 : MARKS.indexOf(mark);
  const kind = /总计/.test(label)
    ? 'grand'
    : /本年(收入|支出)?合计|^合计$/.test(label)
      ? 'current'
      : /结转|结余|实户资金|用事业基金|弥补收支差额|动用/.test(label)
        ? 'carry'
        : 'line';
  return { figure, label, rank: rank < 0 ? null : rank, kind };
}

/** 总计 = 本年合计 + what is carried over or taken from reserves. */
function grandTotals(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const { tableId, column, lines } of columns(context)) {
    const grand = lines.findLast((line) => line.kind === 'grand');
    const current = lines.findLast((line) => line.kind === 'current') ?? firstTotal(lines);
    if (!grand || !current || grand === current) continue;
    const reserves = outermost(lines.filter((line) => line.kind === 'carry'));
    const between = lines.filter((line) => line.kind === 'carry' || isBetween(lines, line, current, grand));
    const options = [reserves, outermost(between)];
    const carried = options.find((option) => makesUp(grand, [current, ...option])) ?? reserves;
    drafts.push({
      subject: `${tableId}.c${column}`,
      compared: grand.figure,
      terms: [current, ...carried].map((line) => plus(line.figure)),
      wording: {
        kind: 'sum',
        parts: { zh: '本年合计与结转、结余', en: 'this year’s total and the amounts carried over' },
      },
    });
  }
  return drafts;
}

function makesUp(whole: Line, parts: readonly Line[]): boolean {
  return intervalsOverlap(
    [whole.figure],
    parts.map((part) => part.figure),
  );
}

/** Lines that stand between 本年合计 and 总计 are counted in the latter only. */
function isBetween(lines: readonly Line[], line: Line, current: Line, grand: Line): boolean {
  if (line.kind !== 'line' || current.kind !== 'current') return false;
  const at = lines.indexOf(line);
  return at > lines.indexOf(current) && at < lines.indexOf(grand);
}

/** 一、本年支出 where the summary has no line 本年支出合计. */
function firstTotal(lines: readonly Line[]): Line | undefined {
  const first = lines.find(
    (line) => /本年(收入|支出)|部门预算|^[一1]?、?财政拨款/.test(line.label) && line.kind === 'line',
  );
  // 一、财政拨款 with 二、事业收入 beside it is one source of several.
  const second = lines.find((line) => line.kind === 'line' && line !== first && line.rank === first?.rank);
  return first && second && !second.figure.yuan.isZero() && !/本年/.test(first.label) ? undefined : first;
}

/** Lines of a breakdown (其中：, (一) below 二、) are counted in their head already. */
function outermost(lines: readonly Line[]): Line[] {
  const plain = lines.filter((line) => !/^其中|^非?财政拨款/.test(line.label));
  const ranks = plain.map((line) => line.rank ?? 0);
  const top = Math.min(...ranks);
  const marked = plain.some((line) => line.rank !== null);
  return marked ? plain.filter((line) => line.rank === null || line.rank === top) : plain;
}

/** The totals of all lists of one table agree: income and expenditure, and the same expenditure by each classification. */
function totalsAgree(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const byTable = groupBy(columns(context), (column) => column.tableId);
  for (const [tableId, lists] of byTable) {
    for (const kind of ['grand', 'current'] as const) {
      const totals = lists.flatMap((list) => {
        if (
          list.lines[0]?.figure.fact?.measure !== 'total' &&
          list.lines.at(-1)?.figure.fact?.measure !== 'total'
        )
          return [];
        const line = list.lines.findLast((entry) => entry.kind === kind);
        const fund = line?.figure.fact?.fund;
        return line && (fund === 'all' || lists.length <= 4) ? [{ list, line }] : [];
      });
      const income = totals.find(({ list }) => list.flow === 'income');
      const first = income ?? totals[0];
      if (!first) continue;
      for (const { list, line } of totals) {
        if (line === first.line || line.figure.fact?.fund !== first.line.figure.fact?.fund) continue;
        if (kind === 'current' && income && carries(lists)) continue;
        drafts.push({
          subject: `${tableId}.${kind}.c${list.column}`,
          compared: line.figure,
          terms: [plus(first.line.figure)],
          wording: { kind: 'same' },
        });
      }
    }
  }
  return drafts;
}

function carries(lists: readonly Column[]): boolean {
  return lists.some(({ lines }) => {
    const current = lines.findLast((line) => line.kind === 'current');
    const grand = lines.findLast((line) => line.kind === 'grand');
    return lines.some(
      (line) =>
        !line.figure.yuan.isZero() &&
        (line.kind === 'carry' || (current && grand && isBetween(lines, line, current, grand))),
    );
  });
}

/** Numbered lines add up to the line that heads them: 1、财政拨款 = (1) + (2) + (3), and the outermost to 本年合计. */
function outlines(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const { tableId, column, lines } of columns(context)) {
    const end = lines.findIndex((line) => line.kind === 'current');
    const body = lines
      .slice(0, end < 0 ? undefined : end)
      .filter((line) => (line.kind === 'line' || line.kind === 'carry') && !/^其中/.test(line.label));
    const stack: { line: Line; children: Line[] }[] = [];
    const heads: { line: Line; children: Line[] }[] = [];
    const outer: Line[] = [];
    const styles: number[] = [];
    for (const line of body) {
      if (line.rank === null) {
        const head = stack.at(-1);
        if (head) head.children.push(line);
        continue;
      }
      const depth = styles.includes(line.rank) ? styles.indexOf(line.rank) : styles.push(line.rank) - 1;
      stack.length = Math.min(stack.length, depth);
      styles.length = depth + 1;
      const node = { line, children: [] };
      const parent = stack.at(-1);
      if (parent) parent.children.push(line);
      else if (line.kind === 'line') outer.push(line);
      stack.push(node);
      heads.push(node);
    }
    for (const { line, children } of heads) {
      const ranked = children.filter((child) => child.rank !== null);
      const parts = ranked.length > 0 ? ranked : children;
      if (parts.length === 0 || (ranked.length === 0 && !isFlatList(parts))) continue;
      drafts.push(outlineDraft(tableId, column, line, parts));
    }
    const current = lines.findLast((line) => line.kind === 'current');
    if (current && outer.length > 0) drafts.push(outlineDraft(tableId, column, current, outer));
  }
  return drafts;
}

/** Unnumbered lines below a head may be a breakdown of several depths; only economic classes are known to be one deep. */
function isFlatList(lines: readonly Line[]): boolean {
  return lines.every(
    (line) => line.figure.fact?.axis === 'dept-economic' || line.figure.fact?.axis === 'gov-economic',
  );
}

function outlineDraft(tableId: string, column: number, head: Line, parts: readonly Line[]): Draft {
  const id = head.figure.fact?.fact_id ?? '';
  return {
    subject: `${tableId}.c${column}.${id.slice(id.indexOf('.') + 1)}`,
    compared: head.figure,
    terms: parts.map((line) => plus(line.figure)),
    wording: {
      kind: 'sum',
      parts: { zh: `所列 ${parts.length} 项`, en: `the ${parts.length} lines below it` },
    },
  };
}

export const BALANCE_RULES: readonly CheckRule[] = [
  {
    id: 'outline',
    family: 'sums',
    name: { zh: '分项与小计', en: 'Numbered lines and their heads' },
    meaning: {
      zh: '收支总表等表中，编号的分项之和等于上一级的小计，最上一级之和等于本年合计。“其中”只列一部分，不参加。',
      en: 'In summaries, numbered lines add up to the line that heads them and the outermost ones to this year’s total. Lines that begin with 其中 (of which) take no part.',
    },
    find: outlines,
  },
  {
    id: 'grand-total',
    family: 'balance',
    name: { zh: '本年合计加结转等于总计', en: 'This year plus carried-over money is the grand total' },
    meaning: {
      zh: '总计等于本年合计加上年结转（或结转下年）、结余及动用的资金。',
      en: 'The grand total equals this year’s total plus what is carried over or taken from reserves.',
    },
    find: grandTotals,
  },
  {
    id: 'income-expenditure',
    family: 'balance',
    name: { zh: '收入等于支出', en: 'Income equals expenditure' },
    meaning: {
      zh: '同一张总表中收入总计等于支出总计；没有结转时本年收入也等于本年支出；按不同科目列的支出合计相等。',
      en: 'In a summary total income equals total expenditure, this year’s too where nothing is carried over, and the expenditure totals by each classification agree.',
    },
    find: totalsAgree,
  },
];
