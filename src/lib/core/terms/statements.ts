import type { Localised } from '../model/localised.ts';

interface StatementTerm {
  /** As the rules call it (财预〔2016〕143号), without 部门, 一般公共预算 in front of 三公 and the like. */
  name: Localised;
  /** In titles; statements that share their title's words differ in `by`. */
  title?: RegExp;
  /** What isn't in its titles. */
  titleWithout?: RegExp;
  /** What its rows are, for statements that share their title's words. */
  by?: 'function' | 'economic' | 'unit';
  /** In a sentence that says there is none of it (本部门无政府性基金预算). */
  prose?: RegExp;
}

const GENERAL = /一般公共预算|财政拨款支出/;
const BASIC = /基本支出|机关运行经费/;

/** The prescribed tables, and those that many offices add. Table ids are made of a kind's place: new kinds go to the end. */
export const STATEMENT_TERMS = {
  'budget-summary': {
    name: { zh: '收支总表', en: 'Summary of income and expenditure' },
    title: /收支|收入支出/,
  },
  'income-summary': { name: { zh: '收入总表', en: 'Income' }, title: /收入/ },
  'expenditure-summary': { name: { zh: '支出总表', en: 'Expenditure' }, title: /支出/ },
  'appropriation-summary': {
    name: { zh: '财政拨款收支总表', en: 'Fiscal appropriation' },
    title: /财政拨款(?:预算|决算)?收(?:入)?支(?:出)?/,
  },
  'general-by-function': {
    name: { zh: '一般公共预算支出表', en: 'General public budget by function' },
    title: GENERAL,
    by: 'function',
  },
  'general-by-economic': {
    name: { zh: '一般公共预算支出表（按经济分类）', en: 'General public budget by economic class' },
    title: GENERAL,
    by: 'economic',
  },
  'general-by-unit': {
    name: { zh: '一般公共预算支出表（按单位）', en: 'General public budget by unit' },
    title: GENERAL,
    by: 'unit',
  },
  'basic-by-function': {
    name: { zh: '一般公共预算基本支出表（按功能分类）', en: 'Basic expenditure by function' },
    title: BASIC,
    by: 'function',
  },
  'basic-by-economic': {
    name: { zh: '一般公共预算基本支出表', en: 'Basic expenditure by economic class' },
    title: BASIC,
    by: 'economic',
  },
  'government-fund': {
    name: { zh: '政府性基金预算支出表', en: 'Government funds' },
    title: /政府性?基金/,
    prose: /政府性?基金/,
  },
  'state-capital': {
    name: { zh: '国有资本经营预算支出表', en: 'State capital operations' },
    title: /国有资本/,
    prose: /国有资本/,
  },
  'fiscal-account': {
    name: { zh: '财政专户管理资金表', en: 'Fiscal account' },
    title: /财政专户/,
    prose: /财政专户/,
  },
  'three-public': {
    name: { zh: '“三公”经费支出表', en: 'Three public expenses' },
    title: /三公|因公出国|公务用车.*接待|公务接待/,
    prose: /三公/,
  },
  'project-expenditure': {
    name: { zh: '项目支出表', en: 'Projects' },
    title: /项目支出|专项业务经费|专项资金|项目预算|项目经费/,
    titleWithout: /基本支出|绩效/,
  },
  procurement: {
    name: { zh: '政府采购表', en: 'Procurement' },
    title: /政府采购|采购预算|采购计划/,
    prose: /政府采购/,
  },
  'purchased-services': {
    name: { zh: '政府购买服务表', en: 'Purchased services' },
    title: /购买服务/,
    titleWithout: /政府采购/,
    prose: /购买服务/,
  },
  'meeting-training': {
    name: { zh: '会议培训明细表', en: 'Meetings and training' },
    title: /(?:会议|培训).*(?:明细|计划|一览)/,
    titleWithout: /三公/,
  },
  assets: { name: { zh: '资产表', en: 'Assets' }, title: /资产/ },
  'performance-overall': {
    name: { zh: '整体支出绩效目标表', en: 'Targets of the body as a whole' },
    title: /整体.*(?:绩效|目标)|绩效.*整体/,
  },
  'performance-project': {
    name: { zh: '项目支出绩效目标表', en: 'Targets of projects' },
    title: /绩效/,
  },
  other: { name: { zh: '其他表', en: 'Another table' } },
} as const satisfies Record<string, StatementTerm>;

export type StatementKind = keyof typeof STATEMENT_TERMS;
/** In the contract's order. */
export const STATEMENTS = Object.keys(STATEMENT_TERMS) as readonly StatementKind[];

export function statementTerm(kind: StatementKind): StatementTerm {
  return STATEMENT_TERMS[kind];
}
