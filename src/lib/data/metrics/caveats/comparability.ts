import { caveat, noted, outOfStep } from './caveat.ts';

export const YEARS_DIFFER = caveat(
  'years-differ',
  outOfStep((document) => String(document.fiscal_year)),
  {
    zh: '年度不同：{names}的数字与其他机构不是同一年的。',
    en: 'Different years: the figures of {names} are not of the same year as the others.',
  },
);

export const STAGES_DIFFER = caveat(
  'stages-differ',
  outOfStep((document) => document.stage),
  {
    zh: '预算与决算并列：{names}与其他单位不是同一种文件。',
    en: 'Budgets beside final accounts: {names} {is|are} not the same kind of document as the others.',
  },
);

export const SCOPES_DIFFER = caveat(
  'scopes-differ',
  outOfStep((document) => document.scope),
  {
    zh: '口径不同：有的是含下属单位的部门预算，有的是单个单位的预算（{names}）。',
    en: 'Different scope: some are departments with their subordinate units, others single units ({names}).',
  },
);

export const LEVELS_DIFFER = caveat(
  'levels-differ',
  outOfStep((document) => document.level ?? null),
  {
    zh: '级别不同：{names}与其他机构不属同一级政府，职责和规模不同。',
    en: 'Different levels of government: {names} {is|are} not of the same level as the others, so that duties and size differ.',
  },
);

export const BODIES_DIFFER = caveat(
  'bodies-differ',
  outOfStep((document) => document.body ?? null),
  {
    zh: '机构性质不同：{names}与其他机构不是同一类（如经办中心与行政主管局），职责不同。',
    en: 'Different kinds of body: {names} {is|are} not of the same kind as the others (a service centre beside bureaus, say); duties differ.',
  },
);

export const FROM_PROSE = caveat('from-prose', noted('from-prose'), {
  zh: '{names}的数字只见于文字说明，表中没有。',
  en: 'The {figure|figures} of {names} {stands|stand} in the narrative only, not in a table.',
});

export const SUMMED_FROM_PARTS = caveat('summed-from-parts', noted('summed-from-parts'), {
  zh: '{names}没有印合计，由所印各项相加得出。',
  en: 'The {total|totals} of {names} {is|are} not printed, but added up from the parts that are.',
});

export const CORRECTED = caveat('corrected', noted('corrected'), {
  zh: '{names}的数字经人工更正，见数据集的更正记录。',
  en: '{A figure|Figures} of {names} {was|were} corrected by hand; see the corrections of the data set.',
});
