import { partsOf, STATEMENT_TERMS, type StatementKind } from '../../core/terms/index.ts';
import type { MetricVariant } from './record.ts';

/**
 * What the rules ask a department to publish: the tables of 财预〔2016〕143号 and the later state-capital table, the
 * performance tables, and what the narrative must say. `tables` or `subjects` are what shows that an item is there;
 * `since` is the first budget year that it applies to; `onlyWithProjects` items apply where there is project expenditure.
 */
export interface DisclosureItem {
  id: string;
  tables: readonly string[];
  subjects: readonly string[];
  since: number;
  onlyWithProjects?: true;
  name: { zh: string; en: string };
}

export const DISCLOSURE_ITEMS: readonly DisclosureItem[] = [
  table('budget-summary'),
  table('income-summary'),
  table('expenditure-summary'),
  table('appropriation-summary'),
  table('general-by-function'),
  table('basic-by-economic'),
  table('three-public'),
  { ...table('government-fund'), subjects: ['government-fund'] },
  { ...table('state-capital'), subjects: ['state-capital'], since: 2021 },
  { ...table('performance-project'), since: 2018, onlyWithProjects: true },
  { ...table('performance-overall'), since: 2020 },
  said(
    'total-change',
    ['change:total-expenditure', 'change:total-income', 'change:income-and-expenditure'],
    '收支增减说明',
    'Change of income and expenditure',
  ),
  said('operating-cost', ['operating-cost'], '机关运行经费说明', 'Operating cost'),
  {
    ...said('procurement', ['procurement'], '政府采购说明', 'Government procurement'),
    tables: ['procurement'],
  },
  said(
    'three-public-prose',
    ['three-public', ...partsOf('three-public')],
    '“三公”经费说明',
    'Three public expenses explained',
  ),
  said(
    'assets',
    ['vehicles', 'equipment', 'equipment-general', 'equipment-special', 'fixed-assets', 'floor-area'],
    '国有资产占用说明',
    'State assets held',
  ),
  said('staff', ['staff'], '人员情况', 'Staff numbers'),
];

export const DISCLOSURE_VARIANTS: MetricVariant[] = DISCLOSURE_ITEMS.map(({ id, name }) => ({
  id,
  name,
  note: {
    zh: `${name.zh}：已公开为 1，没有找到为 0`,
    en: `${name.en}: 1 where it is published, 0 where it is not found`,
  },
}));

function table(kind: StatementKind): DisclosureItem {
  return { id: kind, tables: [kind], subjects: [], since: 0, name: STATEMENT_TERMS[kind].name };
}

function said(id: string, subjects: string[], zh: string, en: string): DisclosureItem {
  return { id, tables: [], subjects, since: 0, name: { zh, en } };
}
