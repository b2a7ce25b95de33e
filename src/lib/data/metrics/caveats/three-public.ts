import { caveat, noted } from './caveat.ts';

export const LAST_YEAR_DERIVED = caveat('last-year-derived', noted('derived-from-change'), {
  zh: '{names}没有印上年数，由“与上年持平”或增减额推算。',
  en: '{names} {does|do} not print last year’s figure; it is worked out from the change that the narrative states.',
});

export const PROSE_CONTRADICTS_TABLE = caveat(
  'prose-contradicts-table',
  noted('prose-contradicts-empty-table'),
  {
    zh: '{names}的“三公”经费表声明为空表，文字说明却有金额；这里取文字说明的数字。',
    en: '{names} {declares its table|declare their tables} of the three public expenses empty, yet {its|their} narrative gives an amount, which is shown here.',
  },
);

export const BLANK_BY_SUM = caveat('blank-by-sum', noted('blank-by-sum'), {
  zh: '{names}有的项目没有数字（空白）；给出的各项之和等于合计，没有数字的按零计。',
  en: 'Some items of {names} are left blank; those given add up to the total, so the blank ones count as zero.',
});

export const DECLARED_ZERO = caveat('declared-zero', noted('declared-zero'), {
  zh: '{names}的表声明为空表，文字说明为零。',
  en: '{names} {declares|declare} the table empty, and {its|their} narrative states zero.',
});

export const RESTATED = caveat('restated', noted('restatement', 'restated-later'), {
  zh: '{names}后来的文件对同一年印了不同的数字；图中用当年文件的数字。',
  en: 'A later document of {names} prints another figure for the same year; the chart keeps that of the year’s own document.',
});
