import type { Localised } from '../model/localised.ts';

interface TopicTerm {
  name: Localised;
  /** In front of an amount. */
  prose?: RegExp;
  /** In front of a count: what is counted is of this kind; the first record that fits decides. */
  counted?: RegExp;
  /** Kinds that it is the sum of. */
  parts?: readonly string[];
  /** The total of a table that it states: which side, of which money. */
  total?: { flow: 'income' | 'expenditure'; of: 'all' | 'appropriation' };
}

/** What figures in the prose are about beside items, funds and kinds of spending. */
export const TOPIC_TERMS = {
  'total-income': {
    name: { zh: '收入总计', en: 'total income' },
    prose:
      /收入(总)?(预算|决算|合计|总计|安排)|(预算|决算|本年|部门|单位|年度|全年|全部|总)(总)?收入|^收入(总)?(为|共)?$/,
    total: { flow: 'income', of: 'all' },
  },
  'total-expenditure': {
    name: { zh: '支出总计', en: 'total expenditure' },
    prose:
      /支出(总)?(预算|决算|合计|总计|安排)|(预算|决算|本年|部门|单位|年度|全年|全部|总)(总)?支出|^支出(总)?(为|共)?$/,
    total: { flow: 'expenditure', of: 'all' },
  },
  'income-and-expenditure': {
    name: { zh: '收支总计', en: 'income and expenditure, balanced' },
    prose: /收入(、|和|与)?支出|收、支|收支/,
    total: { flow: 'expenditure', of: 'all' },
  },
  'appropriation-income': {
    name: { zh: '财政拨款收入', en: 'fiscal appropriation income' },
    prose: /财政拨款(本年|当年|预算)?(总)?收入|(本年|当年)财政拨款收入|财政拨款$/,
    total: { flow: 'income', of: 'appropriation' },
  },
  'appropriation-expenditure': {
    name: { zh: '财政拨款支出', en: 'fiscal appropriation expenditure' },
    prose: /财政拨款(本年|当年|预算)?(总)?支出/,
    total: { flow: 'expenditure', of: 'appropriation' },
  },
  'appropriation-balance': {
    name: { zh: '财政拨款收支总计', en: 'fiscal appropriation, balanced' },
    prose: /财政拨款(收入支出|收、支|收支)/,
    total: { flow: 'expenditure', of: 'appropriation' },
  },
  'social-insurance-fund-income': {
    name: { zh: '社会保障基金预算资金', en: 'social insurance fund income' },
    prose: /社会保(障|险)基金预算/,
  },
  'unit-funds': { name: { zh: '单位资金收入', en: "unit's own funds" }, prose: /单位资金/ },
  'carry-forward': {
    name: { zh: '年终结转结余', en: 'carried forward to next year' },
    prose: /结转下年|(年终|年末)(财政拨款)?(资金)?结[转余]|结转至下年/,
  },
  'operating-cost': {
    name: { zh: '机关运行经费', en: 'operating cost of the office' },
    prose: /机关运行|运行经费/,
  },
  'entrusted-services': { name: { zh: '委托业务费', en: 'entrusted services' }, prose: /委托业务费/ },
  procurement: {
    name: { zh: '政府采购', en: 'government procurement' },
    prose: /政府?采购/,
    parts: ['procurement-goods', 'procurement-works', 'procurement-services'],
  },
  'procurement-goods': {
    name: { zh: '政府采购货物', en: 'procurement of goods' },
    prose: /(采购|购买)?货物(类|采购|预算|支出|项目|金额)|货物$/,
  },
  'procurement-works': {
    name: { zh: '政府采购工程', en: 'procurement of works' },
    prose: /(采购|购买)?工程(类|采购|预算|支出|项目|金额)|(采购|拟购买)工程$/,
  },
  'procurement-services': {
    name: { zh: '政府采购服务', en: 'procurement of services' },
    prose: /(购买|采购)服务(类)?(采购)?(预算|支出|金额)?$|服务类|服务采购/,
  },
  'procurement-small': {
    name: { zh: '面向中小企业的政府采购', en: 'procurement reserved for small and medium enterprises' },
    prose: /中小企业/,
  },
  'procurement-micro': {
    name: { zh: '面向小微企业的政府采购', en: 'procurement reserved for small and micro enterprises' },
    prose: /小微企业/,
  },
  'purchased-services': {
    name: { zh: '政府购买服务', en: 'purchased services' },
    prose: /政府购买服务|向社会力量购买服务/,
  },
  'fixed-assets': { name: { zh: '固定资产', en: 'fixed assets' }, prose: /固定资产/ },
  'fixed-assets-planned': {
    name: { zh: '拟购置固定资产', en: 'fixed assets to be acquired' },
    prose: /(拟|计划|新增|本年)[^,]{0,6}(购置|新增|配置)固定资产|购置固定资产/,
  },
  'floor-area': { name: { zh: '房屋面积', en: 'floor area' } },
  vehicles: { name: { zh: '车辆', en: 'vehicles' } },
  'vehicles-retired': {
    name: { zh: '离退休干部用车', en: "vehicles, retired cadres'" },
    counted: /离退休干部(用|服务)?车/,
  },
  'vehicles-confidential': {
    name: { zh: '机要通信用车', en: 'vehicles, confidential mail' },
    counted: /机要/,
  },
  'vehicles-emergency': { name: { zh: '应急保障用车', en: 'vehicles, emergency' }, counted: /应急/ },
  'vehicles-enforcement': {
    name: { zh: '执法执勤用车', en: 'vehicles, law enforcement' },
    counted: /执法执勤/,
  },
  'vehicles-special': {
    name: { zh: '特种专业技术用车', en: 'vehicles, special technical' },
    counted: /特种/,
  },
  'vehicles-leaders': {
    name: { zh: '领导干部用车', en: "vehicles, leaders'" },
    counted: /领导.{0,4}(用|公)?车/,
  },
  'vehicles-other': {
    name: { zh: '其他用车', en: 'vehicles, other' },
    counted: /其他.{0,12}(用车|车辆|公务用车)/,
  },
  'vehicles-business': { name: { zh: '业务用车', en: 'vehicles, business' }, counted: /业务用车/ },
  'vehicles-planned': { name: { zh: '拟购置车辆', en: 'vehicles to be acquired' } },
  equipment: { name: { zh: '大型设备', en: 'large equipment' } },
  'equipment-general': { name: { zh: '大型通用设备', en: 'large general equipment' } },
  'equipment-special': { name: { zh: '大型专用设备', en: 'large special equipment' } },
  'equipment-planned': { name: { zh: '拟购置大型设备', en: 'large equipment to be acquired' } },
  'performance-amount': { name: { zh: '纳入绩效管理的金额', en: 'money under performance targets' } },
  'performance-projects': { name: { zh: '纳入绩效管理的项目', en: 'projects under performance targets' } },
  'initial-budget': { name: { zh: '年初预算', en: 'initial budget' } },
  'budget-units': { name: { zh: '预算单位', en: 'budget units' } },
  'abroad-groups': { name: { zh: '因公出国（境）团组', en: 'groups sent abroad' } },
  'abroad-visits': { name: { zh: '因公出国（境）人次', en: 'persons sent abroad' } },
  'reception-batches': { name: { zh: '公务接待批次', en: 'receptions' } },
  'reception-visitors': { name: { zh: '公务接待人次', en: 'persons received' } },
  attendance: { name: { zh: '参加人数', en: 'attendance' } },
  other: { name: { zh: '其他', en: 'other' } },
} as const satisfies Record<string, TopicTerm>;

export type Topic = keyof typeof TOPIC_TERMS;
export const TOPICS = Object.keys(TOPIC_TERMS) as readonly Topic[];

const record = (topic: Topic): TopicTerm => TOPIC_TERMS[topic];

export function isTopic(id: string): id is Topic {
  return Object.hasOwn(TOPIC_TERMS, id);
}

export function topicTerm(topic: Topic): TopicTerm {
  return record(topic);
}
