import { describe, expect, it } from 'vitest';
import { readChineseNumber } from './index.ts';

describe('numbers in Chinese', () => {
  it.each([
    ['零', 0],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['一百', 100],
    ['一百零五', 105],
    ['一百一十', 110],
    ['两千零三十', 2030],
  ])('%s', (text, number) => {
    expect(readChineseNumber(text)).toBe(number);
  });
  it.each(['', '一二', '百', '十百', '二十三十', '零十', '1'])('%s is none', (text) => {
    expect(readChineseNumber(text)).toBeNull();
  });
});
