const SPACES = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g;
/** Marks of writing direction, zero-width characters and soft hyphens: copied along from web pages, never meant. */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u200d|[\ufe00-\ufe0f]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;

/** CJK radicals that NFKC leaves alone but PDF text layers put in place of the character. */
const RADICALS: Record<string, string> = {
  '⺟': '母',
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
  '⺏': '尢',
  '⺝': '月',
  '⺫': '目',
  '⺮': '竹',
  '⺼': '月',
  '⻊': '足',
  '⻏': '邑',
  '⻖': '阜',
  '⻣': '骨',
  '⻌': '辶',
};
const RADICAL = /[\u2e80-\u2eff]/g;

/** Kangxi radicals whose NFKC form is the traditional character, where mainland documents mean the simplified one. */
const SIMPLIFIED: Record<string, string> = { '⼾': '户', '⾭': '青', '⿈': '黄' };
const TRADITIONAL_FORM = /[\u2f3e\u2fad\u2fc8]/g;

/**
 * Chinese text as one spelling: NFKC (full-width forms, Kangxi radicals), CJK radical look-alikes, one dash,
 * single spaces. Use before comparing anything; keep the original for display.
 */
export function normaliseText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(TRADITIONAL_FORM, (c) => SIMPLIFIED[c] ?? c)
    .normalize('NFKC')
    .replace(RADICAL, (c) => RADICALS[c] ?? c)
    .replace(DASHES, '-')
    .replace(SPACES, ' ')
    .trim();
}

/** As normaliseText, with every space taken out: labels, titles and codes are broken by layout spaces. */
export function compactText(text: string): string {
  return normaliseText(text).replaceAll(' ', '');
}
