const DIGITS = '零一二三四五六七八九';
const POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Characters of a number in Chinese. */
export const CHINESE_NUMERALS = '零〇一二两三四五六七八九十百千';

/** 十二 is 12, 一百二十三 is 123, 两百零五 is 205; null where it is no number below ten thousand. */
export function readChineseNumber(text: string): number | null {
  let [total, digit, lowest]: [number, number | null, number] = [0, null, Infinity];
  for (const character of text) {
    const power = POWERS[character];
    if (power === undefined) {
      const value = DIGITS.indexOf(character.replace('两', '二').replace('〇', '零'));
      if (value < 0 || (digit !== null && digit !== 0)) return null;
      digit = value;
    } else {
      if (power >= lowest || digit === 0) return null;
      if (digit === null && (power !== 10 || total > 0)) return null;
      total += (digit ?? 1) * power;
      [digit, lowest] = [null, power];
    }
  }
  return text === '' ? null : total + (digit ?? 0);
}
