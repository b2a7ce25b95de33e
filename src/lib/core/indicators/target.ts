import type { Indicator } from '../model/index.ts';
import { normaliseText, readChineseNumber } from '../text/index.ts';

export type Target = Pick<Indicator, 'operator' | 'value' | 'unit' | 'quantitative'>;

const WORDS: readonly [RegExp, Indicator['operator']][] = [
  [/^(≥|≧|>=|大于或?等于|不低于|不少于|不小于|至少|达到?不低于|高于或?等于|最低)/, '≥'],
  [/^(≤|≦|<=|小于或?等于|不超过?|不高于|不大于|不多于|控制在|低于或?等于|最高|最多|不超)/, '≤'],
  [/^(>|大于|高于|超过|多于)/, '>'],
  [/^(<|小于|低于|少于|未超过?)/, '<'],
  [/^(=|等于|达到|达|为|约)/, '='],
];
const NUMBER = /(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)/;
/** Units of a deadline or a period: a target in them says when, not how much. */
const CALENDAR = /^(年|月|日|季度|号)/;
const LONGEST_UNIT = 12;
const LONGEST_SPOKEN_UNIT = 6;
const CHINESE_COUNT =
  /([一二两三四五六七八九十])(?=(次|个|家|份|人|场|期|项|轮|批|名|篇)(?:以上|以内|及以上|\/.{1,4})?$)/;
const DATE = /(?:20)?\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{1,2}月底?|\d{1,2}月份/g;

/**
 * A target as printed -> comparison, value, unit, and whether it is a figure that can be met or missed.
 * ≥95%, 不低于95%, 95%以上 and 大于等于95 with a unit column are one thing; 100% and 24万元 are "="; 97%-100% is a range;
 * 有所提高 and dates are text.
 */
export function readTarget(raw: string, unitColumn: string | null = null): Target {
  const text = normaliseText(raw)
    .replaceAll(' ', '')
    .replace(/^约?(\d+)余(?=[次个项家份人件场期类])/, '>$1')
    .replace(CHINESE_COUNT, (digit) => String(readChineseNumber(digit)));
  const words: Target = { operator: 'text', value: null, unit: null, quantitative: false };
  if (text === '') return words;
  const range = new RegExp(`^[=≥]?(${NUMBER.source})(%|[^\\d%~-]{0,4})[-~至](${NUMBER.source})(.*)$`).exec(
    text,
  );
  if (range && !isDate(text)) {
    const [, low = '', lowUnit = '', high = '', rest = ''] = range;
    const unit = unitOf(rest) ?? (lowUnit || null) ?? unitColumn;
    if (rest.length <= LONGEST_UNIT && !CALENDAR.test(rest))
      return {
        operator: 'range',
        value: `${plain(low)}-${plain(high)}`,
        unit: unit ?? unitColumn,
        quantitative: true,
      };
  }
  // 50%/100% are figures, but for whom which of them holds the form does not say.
  const list = new RegExp(`^[=≥≤]?(${NUMBER.source})%(?:[/、](${NUMBER.source})%)+$`).test(text);
  if (list) return { ...words, quantitative: true };
  for (const [pattern, operator] of WORDS) {
    const word = pattern.exec(text)?.[0];
    if (word === undefined) continue;
    const figure = figureAtStart(text.slice(word.length), unitColumn);
    if (figure) return { ...figure, operator: suffixOperator(text) ?? operator, quantitative: true };
  }
  const bare = figureAtStart(text, unitColumn);
  if (bare) return { ...bare, operator: suffixOperator(text) ?? '=', quantitative: true };
  const prefixed = new RegExp(
    `^[^\\d,，。;；]{1,12}?(≥|≤|=|>|<|不低于|不少于|不超过|大于等于|小于等于|达到?)?(${NUMBER.source}.*)$`,
  ).exec(text);
  if (prefixed && !isDate(text)) {
    const figure = figureAtStart(prefixed[2] ?? '', unitColumn);
    const word = prefixed[1] ?? '';
    const operator =
      WORDS.find(([pattern]) => word !== '' && pattern.test(word))?.[1] ?? suffixOperator(text) ?? '=';
    const several =
      /[及和、与]/.test(text.slice(0, text.search(/\d/))) ||
      (figure?.unit?.length ?? 0) > LONGEST_SPOKEN_UNIT;
    if (figure && !several) return { ...figure, operator, quantitative: true };
  }
  return { ...words, quantitative: isLimit(text) };
}

/** The comparison that stands in a column of its own. */
export function readOperator(symbol: string): Indicator['operator'] | null {
  const text = normaliseText(symbol).replaceAll(' ', '');
  if (/^(文字描述|定性|文本|无)$/.test(text)) return 'text';
  return WORDS.find(([pattern]) => pattern.exec(text)?.[0] === text)?.[1] ?? null;
}

function figureAtStart(
  text: string,
  unitColumn: string | null,
): { value: string; unit: string | null } | null {
  const match = new RegExp(`^[-+]?${NUMBER.source}`).exec(text);
  if (!match) return null;
  const rest = text.slice(match[0].length).replace(/\(?(及|含)?(以上|以下|以内|之内|左右|内)\)?$/, '');
  if (CALENDAR.test(rest) && !/^(年|月|日)\/|^日内|^个月/.test(rest)) return null;
  const unit = unitOf(rest);
  if (rest !== '' && unit === null) return null;
  return { value: plain(match[0]), unit: unit ?? unitColumn };
}

function unitOf(rest: string): string | null {
  const unit = rest.replace(/^[,。;]|[,。;]$/g, '').replace(/^\((.+)\)$/, '$1');
  return unit !== '' && unit.length <= LONGEST_UNIT && !/[,。;≥≤=<>]/.test(unit) && !/\d.*\d.*\d/.test(unit)
    ? unit
    : null;
}

function suffixOperator(text: string): Indicator['operator'] | null {
  if (/(及)?以上$|以上\(含\)$/.test(text)) return '≥';
  return /(以内|以下|之内|\d(个)?(工作)?(日|天|小时|分钟|月)内)$/.test(text) ? '≤' : null;
}

function plain(number: string): string {
  return number.replaceAll(',', '').replace(/^\+/, '');
}

function isDate(text: string): boolean {
  return (
    text.replace(DATE, '').replace(/[-~至前底内中旬日初末每开始完成全年结束之以达到,]/g, '') === '' ||
    /^(20\d{2}年|每年|\d{1,2}月)/.test(text)
  );
}

/** Words that set a limit or a rate without being one figure: 金额的3%或6%，最高不超过10万. */
function isLimit(text: string): boolean {
  return /(不低于|不少于|不超过?|不高于|至少|最高|最低|≥|≤|大于|小于)[^,。;]{0,6}\d/.test(
    text.replace(DATE, ''),
  );
}
