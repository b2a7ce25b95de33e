import type { Fact } from '../../model/extract.ts';
import { asciiKey, groupBy, isPartOfNeighbour, unitOf, type Context, type Figure } from '../judge/figures.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';

/** One column of coded lines: a table's figures that share everything but their code. */
interface CodeList {
  tableId: string;
  key: string;
  sample: Fact;
  lines: Line[];
}

/** A code in its place in the list; several figures where a class is split over government classes. */
interface Line {
  code: string;
  figures: Figure[];
  children: Line[];
  parent: Line | null;
}

const CODE_AXES: readonly Fact['axis'][] = ['function', 'dept-economic', 'gov-economic'];

const cache = new WeakMap<Context, CodeList[]>();

function lists(context: Context): CodeList[] {
  const known = cache.get(context);
  if (known) return known;
  const all: CodeList[] = [];
  cache.set(context, all);
  for (const [tableId, facts] of context.factsOf) {
    const coded = facts.filter(
      (fact) =>
        fact.code !== null && CODE_AXES.includes(fact.axis) && !fact.column_code && !isPartOfNeighbour(fact),
    );
    for (const [dimensions, group] of groupBy(coded, dimensionsOf)) {
      for (const [column, sub] of splitByColumn(group)) {
        const sample = sub[0];
        if (!sample) continue;
        all.push({
          tableId,
          key: [tableId, dimensions, column].filter((part) => part !== '').join('.'),
          sample,
          lines: tree(context, sub),
        });
      }
    }
  }
  return all;
}

function dimensionsOf(fact: Fact): string {
  return [
    fact.axis,
    fact.flow,
    fact.measure,
    fact.fund,
    fact.item ?? '',
    fact.fiscal_year ?? '',
    unitOf(fact) === null ? '' : asciiKey(unitOf(fact) ?? ''),
    fact.project === null ? '' : asciiKey(fact.project),
  ]
    .filter((part) => part !== '')
    .join('.');
}

/** Columns that read alike (小计 beside 合计) are told apart, unless the list merely goes on in the next column. */
function splitByColumn(facts: readonly Fact[]): [string, Fact[]][] {
  const columns = groupBy(facts, (fact) => String(fact.column));
  if (columns.size === 1) return [['', [...facts]]];
  const seen = new Set<string>();
  let repeated = false;
  for (const group of columns.values()) {
    const own = new Set(group.map((fact) => `${fact.code}|${fact.gov_code}`));
    for (const code of own) {
      if (seen.has(code)) repeated = true;
      seen.add(code);
    }
  }
  return repeated ? [...columns].map(([column, group]) => [`c${column}`, group]) : [['', [...facts]]];
}

/** Each line below the nearest line above it whose code its own begins with; else below one that follows. */
function tree(context: Context, facts: readonly Fact[]): Line[] {
  const ordered = [...facts].sort((a, b) => (a.column ?? 0) - (b.column ?? 0) || (a.row ?? 0) - (b.row ?? 0));
  const lines: Line[] = [];
  const latest = new Map<string, Line>();
  for (const fact of ordered) {
    const code = fact.code ?? '';
    const figure = context.figure(fact);
    let line = latest.get(code);
    const continues = line !== undefined && line === lines.at(-1);
    if (!line || !continues) {
      line = { code, figures: [], children: [], parent: null };
      lines.push(line);
      latest.set(code, line);
      line.parent = above(code, latest);
    }
    if (figure) line.figures.push(figure);
  }
  for (const line of lines) {
    if (!line.parent) line.parent = above(line.code, latest);
    line.parent?.children.push(line);
  }
  return lines;
}

function above(code: string, latest: ReadonlyMap<string, Line>): Line | null {
  for (let length = code.length - 1; length >= 3; length--) {
    const line = latest.get(code.slice(0, length));
    if (line) return line;
  }
  return null;
}

const LEVEL_NAMES: Record<number, { zh: string; en: string }> = {
  3: { zh: '类', en: 'classes' },
  5: { zh: '款', en: 'groups' },
  7: { zh: '项', en: 'items' },
};

function partsName(lines: readonly Line[]): { zh: string; en: string } {
  const lengths = new Set(lines.map((line) => line.code.length));
  const only = lengths.size === 1 ? LEVEL_NAMES[[...lengths][0] ?? 0] : undefined;
  const count = lines.length;
  return {
    zh: `所列 ${count} 个${only?.zh ?? ''}级科目`.replace('个级', '个下级'),
    en: `its ${count} ${only?.en ?? 'lines'}`,
  };
}

function childSums(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const list of lists(context)) {
    for (const line of list.lines) {
      if (line.children.length === 0) continue;
      const parts = line.children.filter((child) => child.figures.length > 0);
      const own = line.figures[0];
      if (!own || line.figures.length > 1 || parts.length === 0) continue;
      drafts.push({
        cause: { key: `children:${line.code}` },
        subject: `${list.key}.${line.code}`,
        compared: own,
        terms: parts.flatMap((part) => part.figures).map(plus),
        wording: { kind: 'sum', parts: partsName(parts) },
      });
    }
  }
  return drafts;
}

/** The total that the top classes of a list add up to. */
function totalOf(context: Context, list: CodeList): Figure | null {
  const { sample } = list;
  const candidates = (context.factsOf.get(list.tableId) ?? []).filter(
    (fact) =>
      (fact.code === null || fact.axis === 'unit') &&
      !fact.column_code &&
      fact.flow === sample.flow &&
      fact.measure === sample.measure &&
      fact.fund === sample.fund &&
      fact.item === sample.item &&
      fact.fiscal_year === sample.fiscal_year &&
      fact.project === sample.project &&
      (fact.is_total || fact.axis === 'total' || fact.axis === 'unit' || isSection(fact)) &&
      !isPartOfNeighbour(fact) &&
      context.figure(fact) !== null,
  );
  const columns = new Set(list.lines.flatMap((line) => line.figures.map((figure) => figure.fact?.column)));
  const inColumn = candidates.filter((fact) => columns.has(fact.column));
  const ofUnit = (facts: Fact[]) =>
    unitOf(sample) === null
      ? facts.filter((fact) => fact.axis !== 'unit')
      : facts.filter((fact) => fact.axis === 'unit' && unitOf(fact) === unitOf(sample));
  const pool = ofUnit(inColumn).length > 0 ? ofUnit(inColumn) : ofUnit(candidates);
  const best = pool.sort((a, b) => totalRank(a) - totalRank(b) || (a.row ?? 0) - (b.row ?? 0))[0];
  return best ? context.figure(best) : null;
}

/** A line of a summary that heads a section: 1、人员经费和公用经费支出, 一、基本支出. */
function isSection(fact: Fact): boolean {
  if (fact.axis !== 'item' || (fact.measure !== 'basic' && fact.measure !== 'project')) return false;
  return /人员|公用|基本支出|项目支出|专项/.test(fact.label.replaceAll(/\s/g, ''));
}

/** The total of this year's lines comes before one that includes what is carried over. */
function totalRank(fact: Fact): number {
  const label = fact.label.replaceAll(/\s/g, '');
  if (/本年.*合计/.test(label)) return 0;
  if (/^[一1]/.test(label)) return 1;
  if (/总计/.test(label)) return 3;
  return 2;
}

function listTotals(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const list of lists(context)) {
    const roots = list.lines.filter((line) => !line.parent && line.figures.length > 0);
    if (roots.length === 0) continue;
    const total = totalOf(context, list);
    if (!total) continue;
    if (/总计/.test(total.fact?.label.replaceAll(/\s/g, '') ?? '') && hasCarryOver(context, list)) continue;
    drafts.push({
      cause: { key: `classes:${list.tableId}` },
      subject: list.key,
      compared: total,
      terms: roots.flatMap((root) => root.figures).map(plus),
      wording: { kind: 'sum', parts: partsName(roots) },
    });
  }
  return drafts;
}

function hasCarryOver(context: Context, list: CodeList): boolean {
  return (context.factsOf.get(list.tableId) ?? []).some(
    (fact) =>
      fact.flow === list.sample.flow && /结转|结余/.test(fact.label) && !context.figure(fact)?.yuan.isZero(),
  );
}

export const CODE_RULES: readonly CheckRule[] = [
  {
    id: 'code-children',
    family: 'sums',
    name: { zh: '科目逐级相加', en: 'Classes add up' },
    meaning: {
      zh: '同一张表、同一栏中，每一级科目等于其下级科目之和：项加成款，款加成类。没有印出数字的下级科目不参加相加。',
      en: 'Within one column of a table each class equals the sum of the classes below it. Lines without a printed figure take no part.',
    },
    find: childSums,
  },
  {
    id: 'code-total',
    family: 'sums',
    name: { zh: '各类之和等于合计', en: 'Top classes add up to the total' },
    meaning: {
      zh: '同一张表、同一栏中，最上一级科目之和等于合计（收支总表中为本年支出合计，或基本支出、项目支出各自的小计）。',
      en: 'Within one column of a table the top classes add up to the total (in summaries to this year’s total, or to the subtotal of basic or project expenditure).',
    },
    find: listTotals,
  },
];
