import type { Localised } from '../model/localised.ts';
import type { SideTerm } from './term.ts';

/** What is said of one side; its name is the fund's where it has none of its own. */
type Side = Omit<SideTerm, 'name'> & Partial<Pick<SideTerm, 'name'>>;

interface FundTerm {
  name: Localised;
  /** In heads of columns and lines of income; none for what only a column without such words is. */
  head?: RegExp;
  /** The money that comes in from the fund and that is spent from it, as the prose speaks of them. */
  income?: Side;
  expenditure?: Side;
}

/** Where money comes from. */
export const FUND_TERMS = {
  all: { name: { zh: '全部资金', en: 'all funds' } },
  'general-public-budget': {
    name: { zh: '一般公共预算', en: 'general public budget' },
    head: /一般公共预算|^公共预算|^公共财政|公共财政预算|^经费拨款|纳入.*预算管理的(?:非税|行政事业)|^一般债券/,
    income: {
      subject: 'general-public-budget-income',
      name: { zh: '一般公共预算拨款收入', en: 'general public budget income' },
      prose: /(一般公共预算|公共财政预算)(当年)?(财政)?(拨款)?(本年)?(预算)?收入/,
    },
    expenditure: {
      subject: 'general-public-budget',
      name: { zh: '一般公共预算拨款支出', en: 'general public budget expenditure' },
      prose: /(一般公共预算|公共财政预算)(当年)?(财政)?(拨款)?|^经费拨款/,
    },
  },
  'government-fund': {
    name: { zh: '政府性基金', en: 'government funds' },
    head: /政府性?基金|^基金预算/,
    income: {
      subject: 'government-fund-income',
      name: { zh: '政府性基金收入', en: 'government fund income' },
      prose: /政府性?基金.*收入|^基金预算收入|政府性基金预算拨款$/,
    },
    expenditure: {
      subject: 'government-fund',
      name: { zh: '政府性基金支出', en: 'government fund expenditure' },
      prose: /政府性?基金|^基金预算/,
    },
  },
  'state-capital': {
    name: { zh: '国有资本经营预算', en: 'state capital budget' },
    head: /国有资本/,
    income: {
      subject: 'state-capital-income',
      name: { zh: '国有资本经营预算收入', en: 'state capital income' },
      prose: /国有资本经营.*收入|国有资本经营预算拨款$/,
    },
    expenditure: {
      subject: 'state-capital',
      name: { zh: '国有资本经营预算支出', en: 'state capital expenditure' },
      prose: /国有资本经营/,
    },
  },
  'fiscal-account': {
    name: { zh: '财政专户', en: 'fiscal account' },
    head: /财政专户|专户管理|专户核拨|教育收费/,
    income: {
      subject: 'fiscal-account-income',
      name: { zh: '财政专户管理资金收入', en: 'fiscal account income' },
      prose: /财政专户|专户管理|专户核拨|教育收费/,
    },
  },
  'institution-income': {
    name: { zh: '事业收入', en: 'institution income' },
    head: /事业(?:预算)?收入|事业单位业务收入/,
    income: {
      subject: 'institution-income',
      prose: /^(其中)?事业(预算)?收入|事业收入$|事业单位业务收入/,
    },
  },
  'operating-income': {
    name: { zh: '事业单位经营收入', en: 'operating income' },
    head: /经营(?:服务)?收入/,
    income: {
      subject: 'operating-income',
      prose: /事业单位经营|经营(服务)?收入/,
    },
  },
  'superior-subsidy': {
    name: { zh: '上级补助收入', en: 'subsidies from superiors' },
    head: /上级(?:单位|财政)?补助|上级补助/,
    income: {
      subject: 'superior-subsidy',
      prose: /上级(财政|单位)?补助/,
    },
  },
  'subsidiary-remittance': {
    name: { zh: '附属单位上缴收入', en: 'remittances of subordinate units' },
    head: /附属单位(?:上缴|缴款)|下级单位上缴/,
    income: {
      subject: 'subsidiary-remittance',
      prose: /附属单位(上缴|缴)|下级单位上缴/,
    },
  },
  'other-income': {
    name: { zh: '其他收入', en: 'other income' },
    head: /其他(?:来源)?收入|其他资金|其他各项收入|单位资金|自有资金|捐赠收入|利息收入/,
    income: {
      subject: 'other-income',
      prose: /其他(来源)?(资金|各项)?收入|其他资金$|自有资金|捐赠收入|利息收入/,
    },
  },
  'carry-over': {
    name: { zh: '上年结转结余', en: 'carried over from last year' },
    head: /结转|结余|实户资金|用事业基金|非财政拨款资金余额|动用/,
    income: {
      subject: 'carry-over',
      prose:
        /(上年|年初|以前年度)(财政拨款)?(资金)?结[转余]|(?<!支出的)实户资金|用事业基金|非财政拨款(资金)?(结转|结余|余额)|动用/,
    },
  },
} as const satisfies Record<string, FundTerm>;

export type Fund = keyof typeof FUND_TERMS;
/** In the contract's order. */
export const FUNDS = Object.keys(FUND_TERMS) as readonly Fund[];

type Sides<T> =
  | (T extends { income: { subject: infer S } } ? S : never)
  | (T extends { expenditure: { subject: infer S } } ? S : never);
export type FundSubject = { [F in Fund]: Sides<(typeof FUND_TERMS)[F]> }[Fund];

const record = (fund: Fund): FundTerm => FUND_TERMS[fund];

/** What the prose says of a fund, with the side that it is of. */
export function fundSides(fund: Fund): readonly (SideTerm & { flow: 'income' | 'expenditure' })[] {
  const { name, income, expenditure } = record(fund);
  return [
    ...(expenditure ? [{ name, ...expenditure, flow: 'expenditure' as const }] : []),
    ...(income ? [{ name, ...income, flow: 'income' as const }] : []),
  ];
}
