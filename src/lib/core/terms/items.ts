import type { Localised } from '../model/localised.ts';

interface ItemTerm {
  name: Localised;
  /** Where there is little room, as beside a chart. */
  short?: Localised;
  /** In heads of columns and labels of rows. */
  head: RegExp;
  prose: RegExp;
  /** What it is the sum of. */
  parts?: readonly string[];
  /** Departmental economic classes that it is booked under; those of its parts where it has none of its own. */
  classes?: readonly string[];
}

/** The expenses that every disclosure itemises: 三公, with meetings and training, which many tables print beside them. */
export const ITEM_TERMS = {
  'three-public': {
    name: { zh: '“三公”经费', en: 'three public expenses' },
    head: /三公/,
    prose: /[“"]?三公[”"]?(经费|支出|预算|$)|三公经费/,
    parts: ['abroad', 'reception', 'vehicle'],
  },
  abroad: {
    name: { zh: '因公出国（境）费', en: 'official trips abroad' },
    short: { zh: '因公出国（境）', en: 'trips abroad' },
    head: /因公出国|出国\(境\)|出国境/,
    prose: /因公出国|出国\(境\)|出国境/,
    classes: ['30212'],
  },
  reception: {
    name: { zh: '公务接待费', en: 'official receptions' },
    short: { zh: '公务接待', en: 'receptions' },
    head: /公务接待|接待费/,
    prose: /(公务|业务|国内)?接待(费|支出|经费)/,
    classes: ['30217'],
  },
  vehicle: {
    name: { zh: '公务用车购置及运行维护费', en: 'purchase and running of official vehicles' },
    short: { zh: '公务用车', en: 'vehicles' },
    head: /公务用车.*购置(?:及|和|、).*运|公务用车费|^公务用车$|车辆购置及运/,
    prose:
      /(公务用?车|公车|用车)(的)?(购置(费)?(及|和|、|与)(其)?运[行维]|运行(维护)?(费)?(及|和|、|与)购置)|公务用车费|^公务用车$/,
    parts: ['vehicle-purchase', 'vehicle-running'],
  },
  'vehicle-purchase': {
    name: { zh: '公务用车购置费', en: 'purchase of official vehicles' },
    short: { zh: '用车购置', en: 'vehicle purchase' },
    head: /车(?:辆)?(?:更新)?购置(?:费|支出|经费|$)(?!.*运)|^购置费/,
    prose: /(公务用?车(辆)?|公车|车辆|用车)(更新)?购置/,
    classes: ['30913', '31013'],
  },
  'vehicle-running': {
    name: { zh: '公务用车运行维护费', en: 'running of official vehicles' },
    short: { zh: '用车运行', en: 'vehicle running' },
    head: /(?:公务)?(?:用)?(?:公)?车(?:辆)?.*运(?:行|维)|^运行(?:维护)?费/,
    prose: /(公务用?车(辆)?|公车|车辆|用车)(的)?(日常)?(运行|运维|维护)/,
    classes: ['30231'],
  },
  meeting: {
    name: { zh: '会议费', en: 'meetings' },
    head: /会议费|^会议$/,
    prose: /会议费/,
    classes: ['30215'],
  },
  training: {
    name: { zh: '培训费', en: 'training' },
    head: /培训费|^培训$/,
    prose: /培训费/,
    classes: ['30216'],
  },
} as const satisfies Record<string, ItemTerm>;

export type Item = keyof typeof ITEM_TERMS;
/** In the contract's order. */
export const ITEMS = Object.keys(ITEM_TERMS) as readonly Item[];

/** A name of several of them together: “三公”经费、会议费和培训费. It is a wider total than any item. */
export const SEVERAL_ITEMS = /三公.*(?:会议|培训)/;

/** What a total adds up that takes in meetings and training beside the three public expenses. */
export const WIDER_TOTAL = ['three-public', 'meeting', 'training'] as const satisfies readonly Item[];

const record = (item: Item): ItemTerm => ITEM_TERMS[item];

export function isItem(id: string): id is Item {
  return Object.hasOwn(ITEM_TERMS, id);
}

/** What an item is the sum of, one step down; empty for one that is not broken down. */
export function partsOf(item: Item): readonly Item[] {
  return (record(item).parts ?? []).filter(isItem);
}

/** Whether one id is a part of another at any depth; ids that are no items are parts of nothing. */
export function isPartOf(id: string, whole: string): boolean {
  return isItem(whole) && partsOf(whole).some((part) => part === id || isPartOf(id, part));
}

/** What an item is the sum of, broken down as far as it goes: purchase and running for vehicles. */
export function leavesOf(item: Item): readonly Item[] {
  const parts = partsOf(item);
  return parts.length === 0 ? [item] : parts.flatMap(leavesOf);
}

/** An item's name where there is little room. */
export function shortName(item: Item): Localised {
  return record(item).short ?? record(item).name;
}

/** Departmental economic classes that an item and its parts are booked under. */
export function classesOf(item: Item): readonly string[] {
  return leavesOf(item)
    .flatMap((leaf) => record(leaf).classes ?? [])
    .sort();
}
