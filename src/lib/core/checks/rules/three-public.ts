import type { Localised } from '../../model/localised.ts';
import type { Fact } from '../../model/extract.ts';
import { classesOf, ITEMS, leavesOf, partsOf, WIDER_TOTAL, type Item } from '../../terms/index.ts';
import {
  asciiKey,
  groupBy,
  intervalsOverlap,
  stageOf,
  unitOf,
  type Context,
  type Figure,
} from '../judge/figures.ts';
import { minus, plus, type CheckRule, type Draft } from '../judge/rule.ts';
import { itemWord } from '../judge/words.ts';

type ItemKey = Item | 'all';

/** The items of one unit, fund and year in one table; `all` is a 合计 that includes meetings and training. */
interface ItemSet {
  key: string;
  tableId: string;
  measure: Fact['measure'];
  year: number | null;
  scope: string;
  items: Map<ItemKey, Figure>;
}

function itemSets(context: Context): ItemSet[] {
  const sets: ItemSet[] = [];
  for (const [tableId, facts] of context.factsOf) {
    const statement = facts[0]?.statement;
    if (statement !== 'three-public') continue;
    const down = facts.some((fact) => fact.axis === 'item' && fact.item !== null && fact.label !== '');
    const used = facts.filter(
      (fact) => (fact.measure === 'total' || fact.measure === 'change') && !(down && isOtherLine(fact)),
    );
    const groups = groupBy(used, (fact) => {
      const stage = stageOf(context, fact);
      return `${scopeOf(fact)}.${fact.measure}.${fact.fiscal_year ?? ''}${stage === '' ? '' : `.${stage}`}`;
    });
    for (const [key, own] of groups) {
      const group = [...own, ...otherFunds(used, own)];
      const items = new Map<ItemKey, Figure>();
      for (const fact of group) {
        const figure = context.figure(fact);
        const item: ItemKey = fact.item ?? 'all';
        if (figure && !items.has(item)) items.set(item, figure);
      }
      const first = group[0];
      if (!first || items.size === 0) continue;
      sets.push({
        key: `${tableId}.${key}`,
        tableId,
        measure: first.measure,
        year: first.fiscal_year,
        scope: scopeOf(first),
        items,
      });
    }
  }
  return sets;
}

/** Items of the same row and year that the table prints for one fund only, beside a 合计 of all. */
function otherFunds(facts: readonly Fact[], group: readonly Fact[]): Fact[] {
  const [first] = group;
  if (first?.fund !== 'all') return [];
  const items = new Set(group.map(({ item }) => item));
  const beside = facts.filter(
    (fact) =>
      fact.fund !== 'all' &&
      fact.row === first.row &&
      fact.measure === first.measure &&
      fact.fiscal_year === first.fiscal_year &&
      fact.item !== null &&
      !items.has(fact.item),
  );
  return new Set(beside.map(({ fund }) => fund)).size === 1 ? beside : [];
}

/** A line of another expense (行政经费) above the three-public items of a list. */
function isOtherLine(fact: Fact): boolean {
  return fact.axis === 'item' && fact.item === null && fact.label !== '' && !fact.is_total;
}

function scopeOf(fact: Fact): string {
  const unit = fact.axis === 'unit' ? asciiKey(fact.unit_code ?? fact.label) : 'total';
  return `${unit}.${fact.fund}`;
}

interface ItemSum {
  whole: ItemKey;
  parts: readonly (readonly Item[])[];
}

/** What each item is the sum of, and broken down further where a table does so. */
const SUMS: readonly ItemSum[] = [
  ...ITEMS.filter((item) => partsOf(item).length > 0).map((whole) => ({
    whole,
    parts: [partsOf(whole), leavesOf(whole)],
  })),
  { whole: 'all', parts: [WIDER_TOTAL] },
];

function itemSums(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const set of itemSets(context)) {
    for (const { whole, parts } of SUMS) {
      const compared = set.items.get(whole);
      if (!compared) continue;
      const options = parts.map((items) => items.flatMap((item) => set.items.get(item) ?? []));
      const hasVehicle = set.items.has('vehicle');
      const terms = (whole === 'three-public' && !hasVehicle ? options.at(-1) : options[0]) ?? [];
      if (terms.length === 0) continue;
      const ties = intervalsOverlap([compared], terms);
      const absent = ties ? [] : notPrinted(context, set.tableId, whole);
      drafts.push({
        ...(absent.length > 0 ? { missing: missingItems(absent) } : {}),
        subject: `${set.key}.${whole}`,
        compared,
        terms: terms.map(plus),
        wording: {
          kind: 'sum',
          parts: {
            zh: terms.map((term) => itemWord(term.fact?.item ?? 'three-public').zh).join('、'),
            en: terms.map((term) => itemWord(term.fact?.item ?? 'three-public').en).join(', '),
          },
        },
      });
    }
  }
  return drafts;
}

/** The parts of a whole that a table has neither a line nor a column for. */
function notPrinted(context: Context, tableId: string, whole: ItemKey): Item[] {
  const printed = new Set((context.factsOf.get(tableId) ?? []).map((fact) => fact.item));
  const options = (SUMS.find((sum) => sum.whole === whole)?.parts ?? []).map((items) =>
    items.filter((item) => !printed.has(item)),
  );
  return [...options].sort((a, b) => a.length - b.length)[0] ?? [];
}

function missingItems(items: readonly Item[]): Localised {
  const words = items.map(itemWord);
  return {
    zh: `表中没有印出${words.map(({ zh }) => zh).join('、')}`,
    en: `the table doesn’t print ${words.map(({ en }) => en).join(', ')}`,
  };
}

/** 增减 = this year − last year. A blank year takes no part where the table prints that column for others. */
function changes(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const byTable = groupBy(itemSets(context), (set) => set.tableId);
  for (const sets of byTable.values()) {
    const index = new Map(sets.map((set) => [`${set.scope}.${set.measure}.${set.year ?? ''}`, set]));
    const printed = new Set(
      sets.flatMap((set) => [...set.items.keys()].map((item) => `${set.measure}.${set.year}.${item}`)),
    );
    for (const set of sets) {
      if (set.measure !== 'change' || set.year === null) continue;
      const now = index.get(`${set.scope}.total.${set.year}`);
      const before = index.get(`${set.scope}.total.${set.year - 1}`);
      for (const [item, compared] of set.items) {
        const current = now?.items.get(item);
        const previous = before?.items.get(item);
        if (!current && !previous) continue;
        const known =
          printed.has(`total.${set.year}.${item}`) && printed.has(`total.${set.year - 1}.${item}`);
        drafts.push({
          cause: { key: `change:${set.tableId}.${item}`, byGap: true },
          subject: `${set.key}.${item}`,
          compared,
          terms: [...(current ? [plus(current)] : []), ...(previous ? [minus(previous)] : [])],
          ...(known || (current && previous)
            ? {}
            : { missing: { zh: '缺一年的数', en: 'the figure of one year is missing' } }),
          wording: { kind: 'computed', expected: { zh: '两年相减', en: 'the two years differ by' } },
        });
      }
    }
  }
  return drafts;
}

/** Items of the three-public table against the economic classes of the same money. */
function itemClasses(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const classes = economicClasses(context);
  if (!classes) return drafts;
  for (const set of itemSets(context)) {
    if (set.measure !== 'total' || set.year !== context.year || !set.scope.startsWith('total.')) continue;
    const funds = set.scope.slice('total.'.length);
    if (funds !== 'general-public-budget' && funds !== 'all') continue;
    for (const [item, compared] of set.items) {
      const booked = (item === 'all' || item === 'three-public' ? [] : classesOf(item)).flatMap(
        (code) => classes.figures.get(code) ?? [],
      );
      if (booked.length === 0) continue;
      const sum = booked.reduce((total, figure) => total.plus(figure.yuan), compared.yuan.times(0));
      const partial = classes.basicOnly && sum.lt(compared.yuan);
      drafts.push({
        subject: `${set.key}.${item}`,
        compared,
        terms: booked.map(plus),
        ...(partial
          ? {
              missing: {
                zh: '按经济分类只公开了基本支出',
                en: 'only basic expenditure is published by economic class',
              },
            }
          : {}),
        wording: { kind: 'same' },
      });
    }
  }
  return drafts;
}

function economicClasses(context: Context): { figures: Map<string, Figure[]>; basicOnly: boolean } | null {
  for (const statement of ['general-by-economic', 'basic-by-economic'] as const) {
    for (const facts of context.factsOf.values()) {
      if (facts[0]?.statement !== statement) continue;
      const figures = new Map<string, Figure[]>();
      for (const fact of facts) {
        const figure = context.figure(fact);
        if (!figure || fact.axis !== 'dept-economic' || fact.code === null || unitOf(fact) !== null) continue;
        if (fact.measure !== 'total' && fact.measure !== 'basic') continue;
        if (fact.fiscal_year !== context.year) continue;
        figures.set(fact.code, [...(figures.get(fact.code) ?? []), figure]);
      }
      if (figures.size > 0) return { figures, basicOnly: statement === 'basic-by-economic' };
    }
  }
  return null;
}

export const THREE_PUBLIC_RULES: readonly CheckRule[] = [
  {
    id: 'three-public-items',
    family: 'sums',
    name: { zh: '“三公”经费各项之和', en: 'Three-public items add up' },
    meaning: {
      zh: '“三公”经费等于因公出国（境）费、公务接待费、公务用车购置及运行费之和；公务用车等于购置费加运行费；合计含会议费、培训费的一并相加。',
      en: 'Three-public expenses are trips abroad plus receptions plus vehicles; vehicles are purchase plus running costs; a total that includes meetings and training counts them too.',
    },
    find: itemSums,
  },
  {
    id: 'change-column',
    family: 'sums',
    name: { zh: '增减等于两年之差', en: 'The change column is the difference of the years' },
    meaning: {
      zh: '表中“增减变化”一栏等于当年数减上年数。',
      en: 'The column of changes equals this year’s figure minus last year’s.',
    },
    find: changes,
  },
  {
    id: 'item-class',
    family: 'tables',
    name: { zh: '“三公”与经济分类', en: 'Three-public items against economic classes' },
    meaning: {
      zh: '“三公”经费、会议费、培训费等于一般公共预算支出表中对应经济分类科目的数（如公务接待费对应 30217）。',
      en: 'Three-public items, meetings and training equal the economic classes that they are booked under (receptions: 30217).',
    },
    find: itemClasses,
  },
];
