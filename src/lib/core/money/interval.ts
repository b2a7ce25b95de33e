import Decimal from 'decimal.js';
import type { Unit } from '../model/extract.ts';

Decimal.set({ precision: 60, toExpNeg: -60, toExpPos: 60 });

export { Decimal };

const YUAN_PER_UNIT: Record<Unit, string> = {
  元: '1',
  千元: '1000',
  万元: '10000',
  百万元: '1000000',
  亿元: '100000000',
};

/** Whether a text is a unit of money that amounts are printed in. */
export function isUnit(text: string | null): text is Unit {
  return text !== null && Object.hasOwn(YUAN_PER_UNIT, text);
}

/** How many yuan one of the unit is. */
export function yuanPerUnit(unit: Unit): Decimal {
  return new Decimal(YUAN_PER_UNIT[unit]);
}

/** The yuan that a printed figure can stand for: value ± half a unit of its last printed digit. */
export interface Interval {
  low: Decimal;
  high: Decimal;
}

/** The interval of a figure of `yuan` that was printed in `unit` with `decimals` decimals (docs/metrics.md, units and rounding). */
export function printedInterval(yuan: Decimal.Value, unit: Unit, decimals: number): Interval {
  const half = printedSlack(unit, decimals);
  const value = new Decimal(yuan);
  return { low: value.minus(half), high: value.plus(half) };
}

/** Half a unit of the last printed digit, in yuan: 万元 with 2 decimals gives 50. */
export function printedSlack(unit: Unit, decimals: number): Decimal {
  return yuanPerUnit(unit).times(new Decimal(10).pow(-decimals)).div(2);
}

/** A value known exactly. */
export function exactInterval(value: Decimal.Value): Interval {
  const exact = new Decimal(value);
  return { low: exact, high: exact };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) };
}

export function scaleInterval(a: Interval, weight: Decimal.Value): Interval {
  const [x, y] = [a.low.times(weight), a.high.times(weight)];
  return x.lte(y) ? { low: x, high: y } : { low: y, high: x };
}

/** a ÷ b, or null where b touches zero. */
export function divideIntervals(a: Interval, b: Interval): Interval | null {
  if (b.low.lte(0) && b.high.gte(0)) return null;
  const ends = [a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)];
  return { low: Decimal.min(...ends), high: Decimal.max(...ends) };
}

/** Whether two intervals share a value: the meaning of "consistent". */
export function intervalsMeet(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}

export function intervalWidth(a: Interval): Decimal {
  return a.high.minus(a.low);
}
