import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, intervalsMeet } from '../../core/money/index.ts';
import { textOf } from '../../words/say.ts';
import { gapAbove } from './gap.ts';
import { medianOf, rankByInterval } from './ranks.ts';
import type { Measured } from './ranks.ts';

function around(value: number, slack = 0): Measured {
  return { value: new Decimal(value), low: new Decimal(value - slack), high: new Decimal(value + slack) };
}

const measured = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 6 }))
  .map(([v, s]) => around(v, s));

describe('rankByInterval', () => {
  it.each([
    ['apart', [around(3), around(1), around(2)], [1, 3, 2]],
    ['equal', [around(2), around(2), around(1)], [1, 1, 3]],
    ['overlapping', [around(10, 1), around(9, 1), around(1)], [1, 1, 3]],
    ['through a third', [around(10, 1), around(8, 1), around(6, 1), around(1)], [1, 1, 1, 4]],
    ['a wide one below', [around(10), around(9), around(8, 5)], [1, 1, 1]],
    ['none', [], []],
  ])('%s', (_, values, ranks) => {
    expect(rankByInterval(values).map(({ rank }) => rank)).toEqual(ranks);
  });
  it('gives one rank to all that overlap, and a better one to what is surely higher', () => {
    fc.assert(
      fc.property(fc.array(measured, { maxLength: 12 }), (values) => {
        const ranks = rankByInterval(values);
        values.forEach((a, i) =>
          values.forEach((b, j) => {
            const [x, y] = [ranks[i]?.rank ?? 0, ranks[j]?.rank ?? 0];
            if (intervalsMeet(a, b)) expect(x).toBe(y);
            if (x < y) expect(a.low.gt(b.high)).toBe(true);
          }),
        );
        for (const { rank, tied } of ranks) {
          expect(ranks.filter((other) => other.rank < rank).length).toBe(rank - 1);
          expect(tied).toBe(ranks.filter((other) => other.rank === rank).length > 1);
        }
      }),
    );
  });
});

describe('medianOf', () => {
  it.each([
    ['odd', [5, 1, 3], '3'],
    ['even', [1, 2, 3, 10], '2.5'],
  ])('%s', (_, values, median) => {
    expect(medianOf(values.map((value) => around(value)))?.value.toString()).toBe(median);
  });
  it('is not given for two', () => expect(medianOf([around(1), around(2)])).toBeNull());
  it('carries the rounding along', () => {
    const median = medianOf([around(1, 0.5), around(4, 1), around(9)]);
    expect([median?.low.toNumber(), median?.high.toNumber()]).toEqual([3, 5]);
  });
});

describe('gapAbove', () => {
  it.each([
    ['a percentage', around(120), around(100), 'yuan', '比中位数高 20.0%'],
    ['from twice on, times', around(230), around(100), 'yuan', '是中位数的 2.3 倍'],
    ['percentages differ by points', around(71.1), around(19), 'percent', '比中位数高 52.1 个百分点'],
    ['no more digits than rounding leaves', around(120, 0.1), around(100, 0.05), 'yuan', '比中位数高 20%'],
    ['a range where rounding leaves no digit', around(120, 2), around(100, 2), 'yuan', '比中位数高 16–24%'],
    ['nothing where they may be equal', around(101, 1), around(100, 1), 'yuan', null],
    ['nothing over zero', around(5), around(0), 'yuan', null],
    ['nothing over less than zero', around(5), around(-2), 'yuan', null],
  ] as const)('%s', (_, a, b, unit, clause) => {
    const said = gapAbove(a, b, unit, '中位数', 'zh');
    expect(said && textOf(said)).toBe(clause);
  });
});
