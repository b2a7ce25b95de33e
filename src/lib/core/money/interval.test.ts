import { describe, expect, it } from 'vitest';
import {
  addIntervals,
  divideIntervals,
  exactInterval,
  intervalsMeet,
  printedInterval,
  scaleInterval,
} from './index.ts';

describe('intervals', () => {
  it('0.19 万元 is 1,850 to 1,950 元', () => {
    const { low, high } = printedInterval('1900', '万元', 2);
    expect([low.toString(), high.toString()]).toEqual(['1850', '1950']);
  });
  it('sums carry their slack', () => {
    const sum = addIntervals(printedInterval('100', '元', 0), printedInterval('200', '元', 0));
    expect([sum.low.toString(), sum.high.toString()]).toEqual(['299', '301']);
  });
  it('a negative weight turns the interval round', () => {
    const turned = scaleInterval({ low: exactInterval(1).low, high: exactInterval(2).low }, -1);
    expect([turned.low.toString(), turned.high.toString()]).toEqual(['-2', '-1']);
  });
  it('186.00 and 185.99 万元 meet, 186.00 and 185.98 do not', () => {
    expect(intervalsMeet(printedInterval('1860000', '万元', 2), printedInterval('1859900', '万元', 2))).toBe(
      true,
    );
    expect(intervalsMeet(printedInterval('1860000', '万元', 2), printedInterval('1859800', '万元', 2))).toBe(
      false,
    );
  });
  it('nothing is divided by what may be zero', () => {
    expect(divideIntervals(exactInterval(1), printedInterval('0', '元', 0))).toBeNull();
  });
});
