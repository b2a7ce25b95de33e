const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const CIRCLED = '①-⑳⑴-⒇❶-❿➀-➉';
/** [1], 〔注2〕, （注）. */
const BRACKETED = `[\\[［〔【](?:注\\s*)?[\\d\uff10-\uff19${CIRCLED}]{1,2}[\\]］〕】]|[(（]注\\s*[\\d一二三四五六七八九十${CIRCLED}]{0,2}[)）]`;
const MARK = `(?:[${CIRCLED}]|[${SUPERSCRIPTS}]+|[*＊※★△▲†‡]{1,3}|${BRACKETED}|注\\s*[\\d${CIRCLED}]{1,2})`;
const BEHIND = new RegExp(`\\s*${MARK}\\s*$`, 'u');
const BEFORE_FIGURE = new RegExp(`^\\s*(?:[${CIRCLED}]|[*＊※★△▲†‡]{1,3})\\s*(?=[-+(（¥￥\\d])`, 'u');
const BEFORE_LABEL = /^\s*[*＊※★]{1,3}\s*(?=[\u4e00-\u9fff(（])/u;
/** What a superscript belongs to as a power: m², km², 米². */
const POWER = new RegExp(`(?:[mM]|米|10)[${SUPERSCRIPTS}]\\s*$`, 'u');
const FIGURE_MARK = /(?<=\d)\s*(?:#|[(（]\d{1,2}[)）])\s*$/u;
const NOTE_ONLY = new RegExp(
  `^\\s*(?:${MARK}|[\\[(（]?\\d{1,2}[\\])）]?|[a-z])(?:\\s*[,，、]\\s*(?:${MARK}|\\d{1,2}))*\\s*$`,
  'u',
);

/** A figure as printed without the marks of notes on it: 730.34①, 12.5*, 3[1], ※3. Nothing but a mark stays as it is. */
export function figureWithoutMarks(text: string): string {
  const figure = stripBehind(text.replace(BEFORE_FIGURE, ''));
  return FIGURE_MARK.test(figure) ? figure.replace(FIGURE_MARK, '') : figure;
}

/** A label as printed without the marks of notes on it: 合计*, 会议费①, 公务接待费[1], 培训费（注2）. */
export function labelWithoutMarks(text: string): string {
  return stripBehind(text.replace(BEFORE_LABEL, ''));
}

function stripBehind(text: string): string {
  let rest = text;
  while (BEHIND.test(rest) && !POWER.test(rest)) {
    const less = rest.replace(BEHIND, '');
    if (less.trim() === '') break;
    rest = less;
  }
  return rest;
}

/** Raised text as characters that stay apart from what they stand behind: 1 is ¹; what is no digit stays. */
export function raised(text: string): string {
  return text.replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit);
}

/** Whether raised text is a mark of a note (1, ①, [2], *, 注1) and not part of a word. */
export function isNoteMark(text: string): boolean {
  return NOTE_ONLY.test(text);
}
