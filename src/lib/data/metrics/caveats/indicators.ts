import { caveat, outOfStep, shownWhere } from './caveat.ts';

export const FORMS_DIFFER = caveat(
  'forms-differ',
  outOfStep((document) => document.indicator_form ?? 'none'),
  {
    zh: '绩效目标表格式不同：{names}用的不是同一版本（成本指标单列与否），按共有的二级类别比较。',
    en: 'Different forms: {names} {uses|use} another version (with or without cost as a class of its own); compared on the shared second-level categories.',
  },
);

export const LONG_TERM_TOO = caveat(
  'long-term-too',
  shownWhere(
    ({ long_term_indicators }, rows) =>
      (long_term_indicators ?? 0) > 0 && rows.some((row) => row.variant === 'all'),
  ),
  {
    zh: '{names}除年度指标外还有长期指标，都计在内。',
    en: '{names} also {publishes|publish} long-term indicators, which are counted too.',
  },
);
