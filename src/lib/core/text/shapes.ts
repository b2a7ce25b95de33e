import { compactText } from './normalise.ts';

/** What numbers a line: 第一部分, 一、, （一）, 1. or 1）, （1）, ①, a bullet or a dash. */
export type Mark =
  'part' | 'chinese' | 'chinese-bracket' | 'arabic' | 'arabic-bracket' | 'circled' | 'bullet' | 'dash';

export interface Enumeration {
  mark: Mark;
  /** The mark with its point or brackets, compact. */
  text: string;
}

const CHINESE = '[一二三四五六七八九十百廿卅]{1,4}';
const MARKS: readonly (readonly [Mark, RegExp])[] = [
  ['part', new RegExp(`^第${CHINESE}(?:部分|[章节])`)],
  ['chinese', new RegExp(`^${CHINESE}[、.．]`)],
  ['chinese-bracket', new RegExp(`^\\(${CHINESE}\\)`)],
  ['arabic', /^\d{1,2}[、.．)](?!\d)/],
  ['arabic-bracket', /^\(\d{1,2}\)/],
  ['circled', /^[①-⑳]/],
  ['bullet', /^[•●■◆▪·](?=\D)/],
  ['dash', /^-(?=\D)/],
];
const LISTING: readonly Mark[] = ['chinese', 'chinese-bracket', 'arabic', 'arabic-bracket'];
const AMONG = /^其中[:：]?/;
const TOTAL = /^(?:本年)?(?:收入|支出)?(?:合计|总计|共计)(?:数)?$/;
const PART_TOTAL =
  /^(?:人员经费|(?:日常)?公用经费|人员支出|公用支出|基本支出|项目支出|当年收入|当年支出|本年收入|本年支出)(?:合计|总计|小计)$/;

/** The mark that a line opens with, or null; circled figures are looked for before compatibility forms are folded. */
export function enumeration(text: string): Enumeration | null {
  const circled = /^\s*([①-⑳])/.exec(text)?.[1];
  if (circled !== undefined) return { mark: 'circled', text: circled };
  const compact = compactText(text);
  for (const [mark, pattern] of MARKS) {
    const found = pattern.exec(compact)?.[0];
    if (found !== undefined) return { mark, text: found };
  }
  return null;
}

/** Whether a label opens as an item of a list does: 一、, （一）, 1., （1）. */
export function isListed(label: string): boolean {
  return LISTING.includes(enumeration(label)?.mark ?? 'part');
}

/** 其中: what follows is part of what stands above. */
export function isAmong(label: string): boolean {
  return AMONG.test(compactText(label));
}

/** A listed label or one of 其中. */
export function isEnumerated(label: string): boolean {
  return isListed(label) || isAmong(label);
}

/** A label without the marks and the 其中 that it opens with, compact; never empty where something was printed. */
export function withoutMarks(label: string): string {
  let text = compactText(label);
  for (;;) {
    const mark = isListed(text) ? (enumeration(text)?.text ?? '') : (AMONG.exec(text)?.[0] ?? '');
    if (mark === '' || mark === text) return text;
    text = text.slice(mark.length);
  }
}

/** 合计, 总计, 收入合计, 本年支出合计 … : the whole of a table or of one of its sides. */
export function isTotalLabel(label: string): boolean {
  return TOTAL.test(compactText(label));
}

/** A total of one part of a table: 人员经费合计, 基本支出小计. */
export function isPartTotal(label: string): boolean {
  return PART_TOTAL.test(compactText(label));
}

/** 合计, 小计, 总计 alone: the sum of the columns or rows that it stands with. */
export function isBareSum(label: string): boolean {
  return /^(?:合计|小计|总计)$/.test(compactText(label));
}
