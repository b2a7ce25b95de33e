import { codeName } from '../../codes/index.ts';
import type { Localised } from '../../model/localised.ts';
import { Decimal } from '../../money/index.ts';
import { intervalsOverlap, sumOf, type Context, type Figure } from '../judge/figures.ts';
import { quantitiesOf, type Entry } from '../judge/quantities.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';
import { tableWord } from '../judge/words.ts';

/** Tables in the order in which a reader would trust them for detail. */
const RANK: readonly Entry['statement'][] = [
  'general-by-function',
  'general-by-economic',
  'expenditure-summary',
  'basic-by-function',
  'basic-by-economic',
  'general-by-unit',
  'project-expenditure',
  'budget-summary',
  'appropriation-summary',
  'income-summary',
  'performance-overall',
];

/** The same quantity wherever tables state it: each against the one that most of them agree with. */
function sameQuantity(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const { entries, sameMoney } = quantitiesOf(context);
  for (const [key, all] of entries) {
    const list = all.filter((entry) => entry.figures.length > 0);
    const flow = key.includes('income') ? 'income' : 'expenditure';
    for (const group of byMoney(list, (a, b) =>
      key.startsWith('grand|') ? a === b : sameMoney(a, b, flow),
    )) {
      const reference = agreed(group);
      if (!reference) continue;
      for (const entry of group) {
        if (entry === reference || entry.tableId === reference.tableId) continue;
        const draft = compare(context, key, entry, closest(entries, key, entry, reference));
        if (draft) drafts.push(draft);
      }
    }
  }
  return drafts;
}

/** 合计 may or may not count what is carried over: where it doesn’t tie, the table’s 总计 is what it states. */
function closest(entries: ReadonlyMap<string, Entry[]>, key: string, entry: Entry, reference: Entry): Entry {
  if (!key.startsWith('total|') || intervalsOverlap(entry.figures, reference.figures)) return reference;
  const grand = entries.get(key.replace('total|', 'grand|')) ?? [];
  const same = grand.find(
    (each) =>
      each.tableId === reference.tableId &&
      each.scope === reference.scope &&
      intervalsOverlap(each.figures, entry.figures),
  );
  return same ?? reference;
}

function byMoney(
  entries: readonly Entry[],
  sameMoney: (a: Entry['scope'], b: Entry['scope']) => boolean,
): Entry[][] {
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const group = groups.find(([first]) => first !== undefined && sameMoney(first.scope, entry.scope));
    if (group) group.push(entry);
    else groups.push([entry]);
  }
  return groups.filter((group) => group.length > 1);
}

function agreed(entries: readonly Entry[]): Entry | null {
  let best: { entry: Entry; votes: number } | null = null;
  const ordered = [...entries].sort((a, b) => RANK.indexOf(a.statement) - RANK.indexOf(b.statement));
  for (const entry of ordered) {
    const votes = entries.filter((other) => intervalsOverlap(entry.figures, other.figures)).length;
    if (!best || votes > best.votes) best = { entry, votes };
  }
  return best?.entry ?? null;
}

/** One side must be a single cell; of two split quantities none is the printed one. */
function compare(context: Context, key: string, entry: Entry, reference: Entry): Draft | null {
  const swap = entry.figures.length > 1 && reference.figures.length === 1;
  const single = swap ? reference : entry;
  const other = swap ? entry : reference;
  const compared = single.figures[0];
  if (!compared || single.figures.length > 1) return null;
  if (single.figures.concat(other.figures).every((figure) => figure.yuan.isZero())) return null;
  const split = other.figures.length > 1;
  const table = tableWord(context.tables.get(other.tableId));
  const ties = intervalsOverlap(single.figures, other.figures);
  const missing = ties
    ? null
    : isCutOff(single, other)
      ? CUT_OFF
      : otherMoney(context, key, entry, reference);
  return {
    ...(missing ? { missing } : {}),
    cause: { ...between(entry.tableId, reference.tableId), odd: entry.tableId },
    subject: `${key.replaceAll('|', '.')}.${entry.tableId}.${reference.tableId}`,
    compared,
    terms: other.figures.map(plus),
    wording: split
      ? {
          kind: 'same',
          what: {
            zh: `${table.zh}对应的 ${other.figures.length} 个数之和`,
            en: `the sum of the ${other.figures.length} figures for it in ${table.en}`,
          },
        }
      : { kind: 'same' },
  };
}

const CUT_OFF: Localised = {
  zh: '其中一个数没有印出小数，单元格可能没有读全',
  en: 'one of the figures has no decimals; its cell may not have been read in full',
};

/** 168,441 beside 168,441.81: the digits behind the point stand in the next cell or were lost. */
function isCutOff(a: Entry, b: Entry): boolean {
  const [left, right] = [a.figures[0], b.figures[0]];
  if (!left || !right || b.figures.length > 1 || left.unit !== right.unit || left.unit === '元') return false;
  const [whole, full] = left.decimals < right.decimals ? [left, right] : [right, left];
  const gap = full.yuan.abs().minus(whole.yuan.abs());
  return whole.decimals === 0 && full.decimals > 0 && gap.gt(0) && gap.lt(whole.slack.times(2));
}

const OTHER_SCOPE: Localised = {
  zh: '两张表是同一种表，所列范围可能不同（如部门与本级）',
  en: 'the two are tables of one kind and may cover different units',
};
const WITH_CARRY: Localised = {
  zh: '两张表是否含上年结转等资金没有写明',
  en: 'the tables don’t say whether money carried over is counted',
};
const WITH_OTHERS: Localised = {
  zh: '一张表的项目支出还含经营支出等',
  en: 'one of the tables counts operating or other expenditure among its projects',
};
const FORM_SCOPE: Localised = {
  zh: '整体绩效目标表所列资金的范围没有写明',
  en: 'the overall form doesn’t say what its money covers',
};

/** Why two amounts that differ may be of different money. */
function otherMoney(context: Context, key: string, entry: Entry, reference: Entry): Localised | null {
  if (entry.statement === reference.statement) return OTHER_SCOPE;
  const pair = [entry, reference];
  const [left, right] = pair.map((each) => sumOf(each.figures).yuan) as [Decimal, Decimal];
  const gap = left.minus(right).abs();
  const income = key.includes('income') || key.startsWith('unit|');
  if (income && pair.some((each) => each.statement === 'income-summary' || carries(context, each.tableId)))
    return carries(context, entry.tableId) || carries(context, reference.tableId) ? WITH_CARRY : null;
  if (pair.some((each) => each.statement === 'performance-overall') && gap.gt(left.abs().div(100)))
    return FORM_SCOPE;
  if (key === 'total|expenditure|project' && isOtherKinds(context, pair, gap)) return WITH_OTHERS;
  return null;
}

/** A table has money carried over, or columns of funds that are none of the known ones (上年实户资金余额). */
function carries(context: Context, tableId: string): boolean {
  return (context.factsOf.get(tableId) ?? []).some(
    (fact) =>
      (fact.fund === 'carry-over' || /结转|结余|余额|实户/.test(`${fact.label}${fact.column_label}`)) &&
      context.figure(fact)?.yuan.isZero() === false,
  );
}

/** The difference is what one of the tables prints for operating expenditure, remittances or subsidies. */
function isOtherKinds(context: Context, entries: readonly Entry[], gap: Decimal): boolean {
  return entries.some(({ tableId }) => {
    const others = (context.factsOf.get(tableId) ?? []).filter(
      (fact) => fact.is_total && ['operating', 'remitted-up', 'subsidy-down'].includes(fact.measure),
    );
    const sum = sumOf(others.flatMap((fact) => context.figure(fact) ?? []));
    return !sum.yuan.isZero() && sum.yuan.minus(gap).abs().lte(sum.slack.times(2));
  });
}

/** The same difference between the same two tables is one disagreement. */
function between(a: string, b: string): { key: string; byGap: boolean } {
  return { key: `tables:${[a, b].sort().join('|')}`, byGap: true };
}

/** A class with money in one table that another table of the same money doesn't list at all. */
function missingClasses(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const { entries, listings, sameMoney } = quantitiesOf(context);
  for (const [key, list] of entries) {
    const [axis, code, measure] = key.split('|');
    if (measure !== 'total' || code?.length !== 3 || axis === undefined || !listings.has(axis)) continue;
    const holders = list.filter((entry) => entry.figures.some((figure) => !figure.yuan.isZero()));
    const first = holders[0];
    const compared = first?.figures.find((figure) => !figure.yuan.isZero());
    if (!first || !compared) continue;
    for (const tableId of listings.get(axis) ?? []) {
      if (list.some((entry) => entry.tableId === tableId)) continue;
      const scopes = listedScopes(entries, axis, tableId);
      if (!scopes.some((scope) => sameMoney(scope, first.scope) && isWhole(entries, axis, tableId, scope)))
        continue;
      drafts.push(absent(context, key, tableId, compared, code));
    }
  }
  return drafts;
}

/** The classes that a table lists make up its total, so that none was lost. */
function isWhole(
  entries: ReadonlyMap<string, Entry[]>,
  axis: string,
  tableId: string,
  scope: Entry['scope'],
): boolean {
  const own = (key: string) =>
    (entries.get(key) ?? []).filter((entry) => entry.tableId === tableId && entry.scope === scope);
  const classes = [...entries.keys()].filter((key) => new RegExp(`^${axis}\\|\\d{3}\\|total$`).test(key));
  const totals = ['total', 'grand'].flatMap((kind) => own(`${kind}|expenditure|total`));
  const listed = classes.flatMap(own).flatMap((entry) => entry.figures);
  return totals.some((entry) => intervalsOverlap(entry.figures, listed));
}

/** Money that a table lists top classes for, in its total column. */
function listedScopes(
  entries: ReadonlyMap<string, Entry[]>,
  axis: string,
  tableId: string,
): Entry['scope'][] {
  const scopes = new Set<Entry['scope']>();
  for (const [key, list] of entries) {
    const [of, code, measure] = key.split('|');
    if (of !== axis || measure !== 'total' || code?.length !== 3) continue;
    for (const entry of list) if (entry.tableId === tableId) scopes.add(entry.scope);
  }
  return [...scopes];
}

function absent(context: Context, key: string, tableId: string, compared: Figure, code: string): Draft {
  const table = tableWord(context.tables.get(tableId));
  const axis = compared.fact?.axis;
  const name = axis === 'function' ? codeName('function', code) : null;
  const what: Localised = {
    zh: `${table.zh}所列各类中没有 ${code}${name === null ? '' : ` ${name}`}，计`,
    en: `${table.en} lists no class ${code}, which counts as`,
  };
  return {
    cause: between(compared.fact?.table_id ?? '', tableId),
    subject: `${key.replaceAll('|', '.')}.${tableId}`,
    compared,
    terms: [],
    expected: { yuan: new Decimal(0), slack: new Decimal(0) },
    wording: { kind: 'computed', expected: what },
  };
}

export const ACROSS_RULES: readonly CheckRule[] = [
  {
    id: 'same-quantity',
    family: 'tables',
    name: { zh: '同一数在各表一致', en: 'The same figure in every table' },
    meaning: {
      zh: '同一科目、同一支出（或单位、合计）在各表中的数一致；拆成几行的先相加。以多数表一致的数为准。财政拨款、一般公共预算与全部资金的合计相等时，各表直接可比。',
      en: 'A class, unit or total has the same amount in every table that states it; where a table splits it, its parts are added. Compared against the amount that most tables agree on.',
    },
    find: sameQuantity,
  },
  {
    id: 'class-missing',
    family: 'tables',
    name: { zh: '有金额的类别在另一表没有列出', en: 'A class with money that another table doesn’t list' },
    meaning: {
      zh: '一张表中有金额的类级科目，应当在列示同一笔资金的其他表中列出。',
      en: 'A class with an amount in one table has to be listed in the other tables of the same money.',
    },
    find: missingClasses,
  },
];
