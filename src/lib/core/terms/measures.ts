import type { Localised } from '../model/localised.ts';
import type { SideTerm } from './term.ts';

interface MeasureTerm {
  name: Localised;
  /** In heads of columns; none for the amount itself. */
  head?: RegExp;
  /** Words that name it by its parts, ahead of the parts themselves: 人员经费和公用经费. */
  byParts?: RegExp;
  /** Of a kind of spending: in prose, and its id among the prose's subjects where that is not its own. */
  prose?: RegExp;
  subject?: string;
  /** What it is the sum of. */
  parts?: readonly string[];
}

/** What a column measures: a kind of spending, or a number that is no amount. */
export const MEASURE_TERMS = {
  total: {
    name: { zh: '合计', en: 'total' },
    parts: ['basic', 'project', 'operating', 'remitted-up', 'subsidy-down'],
  },
  basic: {
    name: { zh: '基本支出', en: 'basic expenditure' },
    head: /基本支出/,
    byParts: /人员(?:经费)?(?:和|及|、)(?:日常)?公用经费/,
    prose: /一般公共预算(财政)?(拨款)?基本支出|基本支出/,
    parts: ['personnel', 'public'],
  },
  personnel: {
    name: { zh: '人员经费', en: 'personnel expenditure' },
    head: /人员经费|人员支出|人员类/,
    prose: /人员(经费|支出|类)/,
  },
  public: {
    name: { zh: '公用经费', en: 'running expenditure' },
    head: /公用经费|公用支出|日常公用|机关运行经费|运转类/,
    prose: /(日常)?公用(经费|支出)|日常公用/,
  },
  project: {
    name: { zh: '项目支出', en: 'project expenditure' },
    head: /项目支出|专项业务(?:经)?费|项目经费|特定目标类|专项支出/,
    prose: /项目支出|专项业务(经)?费/,
  },
  operating: {
    name: { zh: '事业单位经营支出', en: 'operating expenditure' },
    head: /经营(?:服务)?支出/,
    prose: /事业单位经营(服务)?支出|^经营支出/,
    subject: 'operating-expenditure',
  },
  'remitted-up': {
    name: { zh: '上缴上级支出', en: 'remitted to superiors' },
    head: /上缴上级|上解上级|上缴支出/,
    prose: /上缴上级|上解上级|上缴支出/,
  },
  'subsidy-down': {
    name: { zh: '对附属单位补助支出', en: 'subsidies to subordinate units' },
    head: /对附属单位补助|附属单位补助支出/,
    prose: /对?附属单位补助/,
  },
  change: { name: { zh: '增减', en: 'change' }, head: /增减|增长|比上年|较上年|变化/ },
  quantity: { name: { zh: '数量', en: 'quantity' }, head: /数量|台数|辆数|套数|面积/ },
  'unit-price': { name: { zh: '单价', en: 'unit price' }, head: /单价/ },
  people: { name: { zh: '人数', en: 'people' }, head: /人数|人次/ },
} as const satisfies Record<string, MeasureTerm>;

export type Measure = keyof typeof MEASURE_TERMS;
/** In the contract's order. */
export const MEASURES = Object.keys(MEASURE_TERMS) as readonly Measure[];

type SubjectIn<M, T> = T extends { subject: infer S } ? S : T extends { prose: RegExp } ? M : never;
export type MeasureSubject = { [M in Measure]: SubjectIn<M, (typeof MEASURE_TERMS)[M]> }[Measure];

const record = (measure: Measure): MeasureTerm => MEASURE_TERMS[measure];

/** The kinds of spending that a kind of spending is the sum of. */
export function measureParts(measure: Measure): readonly Measure[] {
  return MEASURES.filter((part) => record(measure).parts?.includes(part) === true);
}

/** What the prose says of a kind of spending. */
export function measureSide(measure: Measure): SideTerm | null {
  const { name, prose, subject = measure } = record(measure);
  return prose ? { subject, name, prose } : null;
}
