import type { Fund, Item, Measure } from '../model/index.ts';

type Rules<T> = readonly (readonly [T, RegExp])[];

const MEASURES: Rules<Measure> = [
  ['change', /增减|增长|比上年|较上年|变化/],
  ['unit-price', /单价/],
  ['quantity', /数量|台数|辆数|套数|面积/],
  ['people', /人数|人次/],
  ['subsidy-down', /对附属单位补助|附属单位补助支出/],
  ['remitted-up', /上缴上级|上解上级|上缴支出/],
  ['operating', /经营(?:服务)?支出/],
  ['basic', /人员(?:经费)?(?:和|及|、)(?:日常)?公用经费/],
  ['personnel', /人员经费|人员支出|人员类/],
  ['public', /公用经费|公用支出|日常公用|机关运行经费|运转类/],
  ['project', /项目支出|专项业务经费|项目经费|特定目标类|专项支出/],
  ['basic', /基本支出/],
];

/** What a column or line measures, by its words; null where they name no measure of their own (合计, 预算数). */
export function measureOf(text: string): Measure | null {
  return firstOf(MEASURES, text);
}

const FUNDS: Rules<Fund> = [
  ['carry-over', /结转|结余|实户资金|用事业基金|非财政拨款资金余额|动用/],
  ['subsidiary-remittance', /附属单位(?:上缴|缴款)|下级单位上缴/],
  ['superior-subsidy', /上级(?:单位|财政)?补助|上级补助/],
  ['fiscal-account', /财政专户|专户管理|教育收费/],
  ['operating-income', /经营(?:服务)?收入/],
  ['institution-income', /事业收入|事业单位业务收入/],
  ['government-fund', /政府性?基金|^基金预算/],
  ['state-capital', /国有资本/],
  [
    'general-public-budget',
    /一般公共预算|^公共预算|^公共财政|公共财政预算|^经费拨款|纳入.*预算管理的(?:非税|行政事业)|^一般债券/,
  ],
  ['other-income', /其他(?:来源)?收入|其他资金|其他各项收入|单位资金|自有资金|捐赠收入|利息收入/],
];

/** Where the money of a column or income line comes from; null where the words don't say. */
export function fundOf(text: string): Fund | null {
  return firstOf(FUNDS, text);
}

/** 财政拨款 as a whole: general public budget, government funds and state capital together. */
export function isAppropriation(text: string): boolean {
  return /^(?:本年)?财政(?:性)?(?:补助|拨款)/.test(text) || /财政拨款(?:收入|支出)?$/.test(text);
}

const ITEMS: Rules<Item> = [
  ['abroad', /因公出国|出国\(境\)|出国境/],
  ['vehicle-purchase', /(?:公务)?(?:用)?车(?:辆)?购置(?:费|支出|$)(?!.*运)|^购置费/],
  ['vehicle', /公务用车.*购置(?:及|和|、).*运|公务用车费|^公务用车$|车辆购置及运/],
  ['vehicle-running', /(?:公务)?(?:用)?(?:公)?车(?:辆)?.*运(?:行|维)|^运行(?:维护)?费/],
  ['reception', /公务接待|^接待费/],
  ['meeting', /会议费|^会议$/],
  ['training', /培训费|^培训$/],
  ['three-public', /三公/],
];

/** The three-public item that a column or line names. */
export function itemOf(text: string): Item | null {
  return firstOf(ITEMS, text);
}

function firstOf<T>(rules: Rules<T>, text: string): T | null {
  for (const [value, pattern] of rules) if (pattern.test(text)) return value;
  return null;
}

/** Heads that only say "the amount": what it is stands above them or in the title. */
export function isPlainAmount(text: string): boolean {
  return /^(?:合计|总计|小计|共计|金额|总额|预算数|决算数|预算|决算|本年预算|本年预算数|当年预算|预算金额|项目金额|资金总额|年初预算数|年初预算|调整预算数|全年预算数|执行数|执行|价值|购买金额|采购金额合计?|采购金额|预算合计|本年合计|支出预算|收入预算|支出合计|收入合计|金额合计)(?:\((?:元|万元|亿元|金额单位:(?:元|万元))\))?$/.test(
    text,
  );
}

/** Years before the document's that a head names: 上年, 2022年; null where it names none. */
export function yearOf(text: string, fiscalYear: number | null): number | null {
  const printed = /(20\d{2})年?/.exec(text)?.[1];
  if (printed !== undefined) return Number(printed);
  if (fiscalYear === null) return null;
  if (/上年(?!结转|结余|实户)|去年/.test(text)) return fiscalYear - 1;
  if (/前年/.test(text)) return fiscalYear - 2;
  if (/当年|本年|今年/.test(text)) return fiscalYear;
  return null;
}
