import type { Localised } from '../model/index.ts';

/**
 * What a figure in the prose is about. A claim's `subject` is one of these ids, or one of the prefixed forms
 * `function:<code>`, `dept-economic:<code>`, `gov-economic:<code>`, `project:<name>`, and `item:<name>` for a line
 * item that the vocabulary has no word for.
 */
export const SUBJECTS = {
  'total-income': { zh: '收入总计', en: 'total income' },
  'total-expenditure': { zh: '支出总计', en: 'total expenditure' },
  'income-and-expenditure': { zh: '收支总计', en: 'income and expenditure, balanced' },
  'appropriation-income': { zh: '财政拨款收入', en: 'fiscal appropriation income' },
  'appropriation-expenditure': { zh: '财政拨款支出', en: 'fiscal appropriation expenditure' },
  'appropriation-balance': { zh: '财政拨款收支总计', en: 'fiscal appropriation, balanced' },
  'general-public-budget': { zh: '一般公共预算拨款支出', en: 'general public budget expenditure' },
  'general-public-budget-income': { zh: '一般公共预算拨款收入', en: 'general public budget income' },
  'government-fund': { zh: '政府性基金支出', en: 'government fund expenditure' },
  'government-fund-income': { zh: '政府性基金收入', en: 'government fund income' },
  'state-capital': { zh: '国有资本经营预算支出', en: 'state capital expenditure' },
  'state-capital-income': { zh: '国有资本经营预算收入', en: 'state capital income' },
  'social-insurance-fund-income': { zh: '社会保障基金预算资金', en: 'social insurance fund income' },
  'fiscal-account-income': { zh: '财政专户管理资金收入', en: 'fiscal account income' },
  'institution-income': { zh: '事业收入', en: 'institutional income' },
  'operating-income': { zh: '事业单位经营收入', en: 'operating income' },
  'superior-subsidy': { zh: '上级补助收入', en: 'subsidy from superiors' },
  'subsidiary-remittance': { zh: '附属单位上缴收入', en: 'remitted by subordinate units' },
  'other-income': { zh: '其他收入', en: 'other income' },
  'unit-funds': { zh: '单位资金收入', en: "unit's own funds" },
  'carry-over': { zh: '上年结转结余', en: 'carried over from last year' },
  'carry-forward': { zh: '年终结转结余', en: 'carried forward to next year' },
  basic: { zh: '基本支出', en: 'basic expenditure' },
  personnel: { zh: '人员经费', en: 'personnel expenditure' },
  public: { zh: '公用经费', en: 'public (running) expenditure' },
  project: { zh: '项目支出', en: 'project expenditure' },
  'operating-expenditure': { zh: '事业单位经营支出', en: 'operating expenditure' },
  'remitted-up': { zh: '上缴上级支出', en: 'remitted to superiors' },
  'subsidy-down': { zh: '对附属单位补助支出', en: 'subsidies to subordinate units' },
  'operating-cost': { zh: '机关运行经费', en: 'operating cost of the office' },
  'three-public': { zh: '“三公”经费', en: 'three public expenses' },
  abroad: { zh: '因公出国（境）费', en: 'official trips abroad' },
  reception: { zh: '公务接待费', en: 'official receptions' },
  vehicle: { zh: '公务用车购置及运行维护费', en: 'official vehicles' },
  'vehicle-purchase': { zh: '公务用车购置费', en: 'vehicle purchase' },
  'vehicle-running': { zh: '公务用车运行维护费', en: 'vehicle running' },
  meeting: { zh: '会议费', en: 'meetings' },
  training: { zh: '培训费', en: 'training' },
  'entrusted-services': { zh: '委托业务费', en: 'entrusted services' },
  procurement: { zh: '政府采购', en: 'government procurement' },
  'procurement-goods': { zh: '政府采购货物', en: 'procurement of goods' },
  'procurement-works': { zh: '政府采购工程', en: 'procurement of works' },
  'procurement-services': { zh: '政府采购服务', en: 'procurement of services' },
  'procurement-small': {
    zh: '面向中小企业的政府采购',
    en: 'procurement reserved for small and medium enterprises',
  },
  'procurement-micro': {
    zh: '面向小微企业的政府采购',
    en: 'procurement reserved for small and micro enterprises',
  },
  'purchased-services': { zh: '政府购买服务', en: 'purchased services' },
  'fixed-assets': { zh: '固定资产', en: 'fixed assets' },
  'fixed-assets-planned': { zh: '拟购置固定资产', en: 'fixed assets to be acquired' },
  'floor-area': { zh: '房屋面积', en: 'floor area' },
  vehicles: { zh: '车辆', en: 'vehicles' },
  'vehicles-leaders': { zh: '领导干部用车', en: "vehicles, leaders'" },
  'vehicles-confidential': { zh: '机要通信用车', en: 'vehicles, confidential mail' },
  'vehicles-emergency': { zh: '应急保障用车', en: 'vehicles, emergency' },
  'vehicles-enforcement': { zh: '执法执勤用车', en: 'vehicles, law enforcement' },
  'vehicles-special': { zh: '特种专业技术用车', en: 'vehicles, special technical' },
  'vehicles-retired': { zh: '离退休干部用车', en: "vehicles, retired cadres'" },
  'vehicles-business': { zh: '业务用车', en: 'vehicles, business' },
  'vehicles-other': { zh: '其他用车', en: 'vehicles, other' },
  'vehicles-planned': { zh: '拟购置车辆', en: 'vehicles to be acquired' },
  equipment: { zh: '大型设备', en: 'large equipment' },
  'equipment-general': { zh: '大型通用设备', en: 'large general equipment' },
  'equipment-special': { zh: '大型专用设备', en: 'large special equipment' },
  'equipment-planned': { zh: '拟购置大型设备', en: 'large equipment to be acquired' },
  'performance-amount': { zh: '纳入绩效管理的金额', en: 'money under performance targets' },
  'performance-projects': { zh: '纳入绩效管理的项目', en: 'projects under performance targets' },
  'initial-budget': { zh: '年初预算', en: 'initial budget' },
  'budget-units': { zh: '预算单位', en: 'budget units' },
  'abroad-groups': { zh: '因公出国（境）团组', en: 'groups sent abroad' },
  'abroad-visits': { zh: '因公出国（境）人次', en: 'persons sent abroad' },
  'reception-batches': { zh: '公务接待批次', en: 'receptions' },
  'reception-visitors': { zh: '公务接待人次', en: 'persons received' },
  attendance: { zh: '参加人数', en: 'attendance' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<string, Localised>;

export type SubjectId = keyof typeof SUBJECTS;

const PREFIXES = { function: '功能科目', 'dept-economic': '部门经济科目', 'gov-economic': '政府经济科目' };

/** A subject's name for display; codes and names behind a prefix are shown as they are. */
export function subjectName(subject: string): Localised {
  if (isSubjectId(subject)) return SUBJECTS[subject];
  const at = subject.indexOf(':');
  const prefix = subject.slice(0, at);
  const rest = subject.slice(at + 1);
  if (prefix in PREFIXES) return { zh: rest, en: rest };
  return { zh: rest || subject, en: rest || subject };
}

export function isSubjectId(subject: string): subject is SubjectId {
  return Object.hasOwn(SUBJECTS, subject);
}

/** Vocabulary of amounts, in order: the first that fits a phrase decides. Phrases are compact, brackets half-width. */
export const AMOUNT_PHRASES: readonly [RegExp, SubjectId][] = [
  [/因公出国|出国\(境\)|出国境/, 'abroad'],
  [
    /(公务用?车|公车|用车)(的)?(购置(费)?(及|和|、|与)(其)?运[行维]|运行(维护)?(费)?(及|和|、|与)购置)/,
    'vehicle',
  ],
  [/(公务用?车(辆)?|公车|车辆)(更新)?购置/, 'vehicle-purchase'],
  [/(公务用?车(辆)?|公车|车辆|用车)(的)?(日常)?(运行|运维|维护)/, 'vehicle-running'],
  [/(公务|业务|国内)?接待(费|支出|经费)/, 'reception'],
  [/[“"]?三公[”"]?(经费|支出|预算|$)|三公经费/, 'three-public'],
  [/会议费/, 'meeting'],
  [/培训费/, 'training'],
  [/委托业务费/, 'entrusted-services'],
  [/机关运行|运行经费/, 'operating-cost'],
  [/小微企业/, 'procurement-micro'],
  [/中小企业/, 'procurement-small'],
  [/(采购|购买)?货物(类|采购|预算|支出|项目|金额)|货物$/, 'procurement-goods'],
  [/(采购|购买)?工程(类|采购|预算|支出|项目|金额)|(采购|拟购买)工程$/, 'procurement-works'],
  [/(购买|采购)服务(类)?(采购)?(预算|支出|金额)?$/, 'procurement-services'],
  [/服务类|服务采购/, 'procurement-services'],
  [/政府购买服务|向社会力量购买服务/, 'purchased-services'],
  [/政府?采购/, 'procurement'],
  [/(拟|计划|新增|本年)[^,]{0,6}(购置|新增|配置)固定资产|购置固定资产/, 'fixed-assets-planned'],
  [/固定资产/, 'fixed-assets'],
  [/国有资本经营.*收入|国有资本经营预算拨款$/, 'state-capital-income'],
  [/国有资本经营/, 'state-capital'],
  [/政府性?基金.*收入|^基金预算收入|政府性基金预算拨款$/, 'government-fund-income'],
  [/政府性?基金|^基金预算/, 'government-fund'],
  [/社会保(障|险)基金预算/, 'social-insurance-fund-income'],
  [/财政专户|专户核拨|专户管理/, 'fiscal-account-income'],
  [/事业单位经营(服务)?支出|^经营支出/, 'operating-expenditure'],
  [/事业单位经营|经营(服务)?收入/, 'operating-income'],
  [/上级(财政|单位)?补助/, 'superior-subsidy'],
  [/附属单位上缴|附属单位缴/, 'subsidiary-remittance'],
  [/上缴上级|上解上级/, 'remitted-up'],
  [/对?附属单位补助/, 'subsidy-down'],
  [/^(其中)?事业(预算)?收入|事业收入$/, 'institution-income'],
  [/其他(来源)?(资金)?收入|其他资金$/, 'other-income'],
  [/单位资金/, 'unit-funds'],
  [/(上年|年初|以前年度)(财政拨款)?(资金)?结[转余]/, 'carry-over'],
  [/结转下年|(年终|年末)(财政拨款)?(资金)?结[转余]|结转至下年/, 'carry-forward'],
  [/一般公共预算(财政)?(拨款)?基本支出|基本支出/, 'basic'],
  [/项目支出|专项业务(经)?费/, 'project'],
  [/人员(经费|支出|类)/, 'personnel'],
  [/(日常)?公用(经费|支出)|日常公用/, 'public'],
  [/财政拨款(收入支出|收、支|收支)/, 'appropriation-balance'],
  [/一般公共预算(当年)?(财政)?(拨款)?(本年)?(预算)?收入/, 'general-public-budget-income'],
  [/一般公共预算(当年)?(财政)?(拨款)?/, 'general-public-budget'],
  [/财政拨款(本年|当年|预算)?(总)?收入|(本年|当年)财政拨款收入/, 'appropriation-income'],
  [/财政拨款(本年|当年|预算)?(总)?支出/, 'appropriation-expenditure'],
  [/财政拨款$/, 'appropriation-income'],
  [/收入(、|和|与)?支出|收、支|收支/, 'income-and-expenditure'],
  [
    /收入(总)?(预算|决算|合计|总计|安排)|(预算|决算|本年|部门|单位|年度|全年|全部|总)(总)?收入|^收入(总)?(为|共)?$/,
    'total-income',
  ],
  [
    /支出(总)?(预算|决算|合计|总计|安排)|(预算|决算|本年|部门|单位|年度|全年|全部|总)(总)?支出|^支出(总)?(为|共)?$/,
    'total-expenditure',
  ],
];

/** Vocabulary of counts by what is counted, in order. */
export const COUNT_PHRASES: readonly [RegExp, SubjectId][] = [
  [/离退休干部(用|服务)?车/, 'vehicles-retired'],
  [/机要/, 'vehicles-confidential'],
  [/应急/, 'vehicles-emergency'],
  [/执法执勤/, 'vehicles-enforcement'],
  [/特种/, 'vehicles-special'],
  [/领导.{0,4}(用|公)?车/, 'vehicles-leaders'],
  [/其他.{0,12}(用车|车辆|公务用车)/, 'vehicles-other'],
  [/业务用车/, 'vehicles-business'],
];
