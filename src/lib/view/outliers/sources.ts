import { CHECK_RULES } from '../../core/checks/index.ts';
import type { Lang } from '../../core/model/localised.ts';
import { subjectName } from '../../core/terms/index.ts';
import { DISCLOSURE_ITEMS } from '../../data/metrics/disclosure-items.ts';
import { METRICS } from '../../data/metrics/index.ts';
import type { LineItem, LineItemTable } from '../../data/metrics/line-items.ts';
import type { MetricId } from '../../data/metrics/types.ts';

/** Where the lines of a figure are, and how they are to be read. */
export interface LineSource {
  table: LineItemTable;
  /** Beginnings of the codes that belong to the figure; all where there are none. */
  starts?: readonly string[];
  /** Lengths of codes at which lines don't overlap, the best first; none where they never do. */
  depths?: readonly number[];
  /** Lines are what the figure is short of: an agency without lines is short of nothing. */
  shortfall?: true;
  /** An agency's own lines say something even where the middle's are not published. */
  alone?: true;
}

const CLASSES = [5, 3];
const basic = (...starts: string[]): LineSource[] => [{ table: 'basic', starts, depths: CLASSES }];
const CHANGES: LineSource[] = [
  { table: 'change-by-function', depths: [5, 7, 3], alone: true },
  { table: 'change-by-dept-economic', depths: CLASSES, alone: true },
  { table: 'change-by-nature', alone: true },
];

/** Which lines a metric's variants are made of; where there are several sources, the one that leaves least open counts. */
export const LINE_SOURCES: Partial<Record<MetricId, Record<string, readonly LineSource[]>>> = {
  'staff-cost-per-head': { personnel: basic('301', '303'), wages: basic('301') },
  'running-cost-per-head': { public: basic('302', '310') },
  'operating-cost': { amount: basic('302', '310'), 'per-head': basic('302', '310') },
  'project-share': { all: [{ table: 'project', depths: CLASSES }] },
  'procurement-share': { all: [{ table: 'procurement' }] },
  'budget-change': { percent: CHANGES, amount: CHANGES },
  'disclosure-completeness': { all: [{ table: 'not-published', shortfall: true }] },
  reconciliation: { all: [{ table: 'broken', shortfall: true }] },
  'indicator-coverage': { quantitative: [{ table: 'not-quantitative', shortfall: true }] },
};

/** What a line is called: as printed, else the product's name of what its id stands for. */
export function lineName({ table, code, label }: LineItem, lang: Lang): string {
  return label || (namesOf(table).find(({ id }) => id === code)?.name ?? subjectName(code))[lang];
}

function namesOf(table: LineItemTable): readonly { id: string; name: Record<Lang, string> }[] {
  if (table === 'not-published') return DISCLOSURE_ITEMS;
  if (table === 'broken') return CHECK_RULES;
  return table === 'not-quantitative' ? METRICS['indicator-coverage'].items : [];
}

const NOTES: Partial<Record<LineItemTable, Record<Lang, string>>> = {
  'not-published': {
    zh: '每一步是没有找到的一项，按占应公开项目的百分点计：负数是这家缺，正数是中位机构缺。',
    en: 'Each step is an item that is not found, in percentage points of the items that apply: negative where this agency lacks it, positive where the middle does.',
  },
  broken: {
    zh: '每一步是一类对不上的核对，按占能做的核对的百分点计：负数是这家对不上的更多，正数是中位机构更多。',
    en: 'Each step is a rule that does not tie, in percentage points of the checks made: negative where it fails more here, positive where it fails more in the middle.',
  },
  'not-quantitative': {
    zh: '每一步是一类没有数值的指标，按占全部指标的百分点计：负数是这家的更多，正数是中位机构的更多。',
    en: 'Each step is a category of indicators without a number, in percentage points of all indicators: negative where this agency has more of them, positive where the middle has.',
  },
};
const CHANGE_NOTE = {
  zh: '每一步是一项支出比上年的增减，按占上年支出总计的百分点计，减去中位机构的同一项。',
  en: 'Each step is by how much a kind of spending has changed, in percentage points of last year’s total, less the same of the middle.',
};

/** How a step is to be read, where it is more than a line of money. */
export function stepNote(table: LineItemTable, lang: Lang): string {
  return (table.startsWith('change-by-') ? CHANGE_NOTE : NOTES[table])?.[lang] ?? '';
}
