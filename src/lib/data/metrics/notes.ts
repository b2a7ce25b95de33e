import type { Localised } from '../../core/model/localised.ts';
import type { RowNote } from './row.ts';

/** One sentence for each note on a figure. */
export const NOTE_TEXTS: Record<RowNote, Localised> = {
  'from-prose': { zh: '取自文字说明，表中没有。', en: 'From the narrative; no table has it.' },
  'prose-contradicts-empty-table': {
    zh: '表声明为空表，文字说明却有金额。',
    en: 'The table is declared empty, yet the narrative gives an amount.',
  },
  'derived-from-change': {
    zh: '由所述增减额（或“持平”）推算。',
    en: 'Worked out from the change that is stated (or “unchanged”).',
  },
  'blank-by-sum': {
    zh: '没有数字；给出的各项之和等于合计，按零计。',
    en: 'Left blank; the parts given add up to the total, so it counts as zero.',
  },
  'declared-zero': {
    zh: '表声明为空表，文字说明为零。',
    en: 'The table is declared empty, and the narrative states zero.',
  },
  'summed-from-parts': {
    zh: '没有印合计，由各项相加得出。',
    en: 'The total is not printed; it is added up from its parts.',
  },
  'restated-later': {
    zh: '后来的文件对这一年印了不同的数字。',
    en: 'A later document prints another figure for this year.',
  },
  restatement: {
    zh: '后来文件对这一年的数字，与当年文件不同。',
    en: 'A later document’s figure for this year, which differs from that of the year’s own document.',
  },
  'headcount-summed': {
    zh: '没有印总人数，由各类人数相加得出。',
    en: 'The total number of staff is not stated; it is added up from its categories.',
  },
  'differs-from-public': {
    zh: '与基本支出中的公用经费不是同一个数。',
    en: 'Not the same as the running cost within basic expenditure.',
  },
  corrected: { zh: '经人工更正。', en: 'Corrected by hand.' },
  'projects-unlisted': {
    zh: '项目支出没有逐项列全，未列的可能是转移性项目，区间随之放宽。',
    en: 'Not all project expenditure is listed line by line; what is not may be transfers, and the interval is wider by it.',
  },
};
