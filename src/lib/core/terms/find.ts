import { FUND_TERMS, type Fund } from './funds.ts';
import { ITEM_TERMS, SEVERAL_ITEMS, type Item } from './items.ts';
import { measureParts, MEASURE_TERMS, type Measure } from './measures.ts';
import { STATEMENT_TERMS, statementTerm, type StatementKind } from './statements.ts';
import { subjectWords, type SubjectId } from './subjects.ts';
import { topicTerm, TOPICS, type Topic } from './topics.ts';

/**
 * From words to concepts. In each order the first concept whose words fit decides, so that one whose words also stand
 * inside the names of others comes behind them. Texts are compact, brackets half-width.
 */
export const ITEM_ORDER = [
  'abroad',
  'vehicle-purchase',
  'vehicle',
  'vehicle-running',
  'reception',
  'meeting',
  'training',
  'three-public',
] as const satisfies readonly Item[];

export const FUND_ORDER = [
  'carry-over',
  'subsidiary-remittance',
  'superior-subsidy',
  'fiscal-account',
  'operating-income',
  'institution-income',
  'government-fund',
  'state-capital',
  'general-public-budget',
  'other-income',
] as const satisfies readonly Fund[];

export const MEASURE_ORDER = [
  'change',
  'unit-price',
  'quantity',
  'people',
  'subsidy-down',
  'remitted-up',
  'operating',
  'personnel',
  'public',
  'project',
  'basic',
] as const satisfies readonly Measure[];

export const SUBJECT_ORDER = [
  'abroad',
  'vehicle',
  'vehicle-purchase',
  'vehicle-running',
  'reception',
  'three-public',
  'meeting',
  'training',
  'entrusted-services',
  'operating-cost',
  'procurement-micro',
  'procurement-small',
  'procurement-goods',
  'procurement-works',
  'procurement-services',
  'purchased-services',
  'procurement',
  'fixed-assets-planned',
  'fixed-assets',
  'state-capital-income',
  'state-capital',
  'government-fund-income',
  'government-fund',
  'social-insurance-fund-income',
  'fiscal-account-income',
  'operating-expenditure',
  'operating-income',
  'superior-subsidy',
  'subsidiary-remittance',
  'remitted-up',
  'subsidy-down',
  'institution-income',
  'other-income',
  'unit-funds',
  'carry-over',
  'carry-forward',
  'basic',
  'project',
  'personnel',
  'public',
  'appropriation-balance',
  'general-public-budget-income',
  'general-public-budget',
  'appropriation-income',
  'appropriation-expenditure',
  'income-and-expenditure',
  'total-income',
  'total-expenditure',
] as const satisfies readonly SubjectId[];

export const STATEMENT_ORDER = [
  'performance-overall',
  'performance-project',
  'purchased-services',
  'meeting-training',
  'three-public',
  'procurement',
  'assets',
  'fiscal-account',
  'state-capital',
  'government-fund',
  'project-expenditure',
  'appropriation-summary',
  'budget-summary',
  'income-summary',
  'basic-by-function',
  'basic-by-economic',
  'general-by-function',
  'general-by-economic',
  'general-by-unit',
  'expenditure-summary',
] as const satisfies readonly StatementKind[];

/** The item that a head or a row's label names. */
export function itemOf(text: string): Item | null {
  if (SEVERAL_ITEMS.test(text)) return null;
  return ITEM_ORDER.find((item) => ITEM_TERMS[item].head.test(text)) ?? null;
}

/** Where the money of a column or income line comes from; null where the words don't say. */
export function fundOf(text: string): Fund | null {
  return FUND_ORDER.find((fund) => FUND_TERMS[fund].head.test(text)) ?? null;
}

/** What a column or line measures, by its words; null where they name no measure of their own (合计, 预算数). */
export function measureOf(text: string): Measure | null {
  const found = MEASURE_ORDER.find((measure) => MEASURE_TERMS[measure].head.test(text)) ?? null;
  return found !== null && isBasicByParts(found, text) ? 'basic' : found;
}

/** Whether words that name a part of basic expenditure name all of it: 人员经费和公用经费. */
function isBasicByParts(found: string, text: string): boolean {
  return measureParts('basic').some((part) => part === found) && MEASURE_TERMS.basic.byParts.test(text);
}

/** What the words in front of an amount in prose are about, of the subjects that may be meant there. */
export function subjectNamed(
  text: string,
  isMeant: (subject: SubjectId) => boolean = () => true,
): SubjectId | null {
  if (SEVERAL_ITEMS.test(text)) return null;
  const found = SUBJECT_ORDER.find(
    (subject) => subjectWords(subject)?.test(text) === true && isMeant(subject),
  );
  return found !== undefined && isBasicByParts(found, text) ? 'basic' : (found ?? null);
}

/** The kind of thing that the words in front of a count name. */
export function countedKind(text: string): Topic | null {
  return TOPICS.find((topic) => topicTerm(topic).counted?.test(text)) ?? null;
}

/** What a title says that the rows of its table are. */
function rowsTitled(title: string): 'function' | 'economic' | null {
  if (/功能/.test(title)) return 'function';
  return /经济|人员经费|公用经费|运行经费/.test(title) ? 'economic' : null;
}

/** The statements that a title names: several where it doesn't say what the rows are. */
export function statementsTitled(title: string): readonly StatementKind[] {
  const fits = (kind: StatementKind): boolean => {
    const { title: words, titleWithout } = statementTerm(kind);
    return words?.test(title) === true && titleWithout?.test(title) !== true;
  };
  const first = STATEMENT_ORDER.find(fits);
  if (first === undefined) return [];
  const alike = STATEMENT_ORDER.filter(
    (kind) => STATEMENT_TERMS[kind].title === STATEMENT_TERMS[first].title,
  );
  const ofRows = (by: string | null): StatementKind[] =>
    alike.filter((kind) => statementTerm(kind).by === by);
  const byUnit = /单位\)|分单位|按单位/.test(title) ? ofRows('unit') : [];
  const said = byUnit.length > 0 ? byUnit : ofRows(rowsTitled(title));
  return said.length > 0 ? said : alike.filter((kind) => statementTerm(kind).by !== 'unit');
}
