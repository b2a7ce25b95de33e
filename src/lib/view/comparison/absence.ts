import type { Lang, Localised } from '../../core/model/localised.ts';
import type { EntryAbsence } from './types.ts';

interface AbsenceWords {
  /** Two to six characters, for labels. */
  short: Localised;
  /** What the document does or doesn't say; `what` names the figure or the denominator that is missing. */
  zh: (what: string) => string;
  en: (what: string) => string;
}

const WORDS: Record<EntryAbsence, AbsenceWords> = {
  'headcount-not-disclosed': {
    short: { zh: '未披露', en: 'not disclosed' },
    zh: (what) => `文件没有给出${what.endsWith('数') ? what : `${what}数`}`,
    en: (what) => `the document gives no number for ${what}`,
  },
  'figure-not-disclosed': {
    short: { zh: '未披露', en: 'not disclosed' },
    zh: (what) => `文件没有给出${what}`,
    en: (what) => `the document gives no ${what}`,
  },
  'table-declared-empty': {
    short: { zh: '空表', en: 'empty table' },
    zh: (what) => `文件把列有${what}的表声明为空表`,
    en: (what) => `the document declares the table of ${what} empty`,
  },
  'table-missing': {
    short: { zh: '未见此表', en: 'no table' },
    zh: (what) => `文件里没有列${what}的表`,
    en: (what) => `the document has no table of ${what}`,
  },
  'no-indicators': {
    short: { zh: '未披露', en: 'not disclosed' },
    zh: () => '文件没有公开绩效指标',
    en: () => 'the document publishes no performance indicators',
  },
  'no-project-list': {
    short: { zh: '无项目清单', en: 'no project list' },
    zh: () => '文件没有列出全部项目的表，无从计算占比',
    en: () => 'the document has no table of all its projects, so a share can’t be worked out',
  },
  'targets-not-by-project': {
    short: { zh: '合并填报', en: 'given together' },
    zh: () => '绩效目标合并填报，不能对应到单个项目',
    en: () => 'targets are given for projects together, not one by one',
  },
  'nothing-to-check': {
    short: { zh: '无可核对', en: 'no checks' },
    zh: () => '没有一项可以勾稽',
    en: () => 'nothing in it can be checked',
  },
  'denominator-zero': {
    short: { zh: '分母为零', en: 'zero base' },
    zh: (what) => `${what}为零，不能作分母`,
    en: (what) => `${what} is zero and can't be divided by`,
  },
  'item-not-listed': {
    short: { zh: '未列', en: 'not listed' },
    zh: (what) => `文件没有列${what}`,
    en: (what) => `the document doesn't list ${what}`,
  },
  'year-not-in-data': {
    short: { zh: '未收录', en: 'not held' },
    zh: () => '数据集没有收录这一年度的文件',
    en: () => 'the data set holds no document of that year',
  },
  'other-stage-only': {
    short: { zh: '未收录', en: 'not held' },
    zh: () => '只收录了另一类文件（预算与决算不相比）',
    en: () => 'only the other kind of document is held (budgets and final accounts are not compared)',
  },
};

export function absenceShort(reason: EntryAbsence, lang: Lang): string {
  return WORDS[reason].short[lang];
}

/** Why a figure is not there, as a clause without the agency's name and without a full stop. */
export function absenceText(reason: EntryAbsence, what: string, lang: Lang): string {
  return WORDS[reason][lang](what);
}
