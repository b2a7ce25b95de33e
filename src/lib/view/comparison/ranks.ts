import { Decimal } from '../../core/money/index.ts';
import type { Interval } from '../../core/money/index.ts';

/** A value with the interval that printed precision leaves it. */
export interface Measured extends Interval {
  value: Decimal;
}

export interface Rank {
  rank: number;
  tied: boolean;
}

/**
 * Ranks from the highest value down, in the order given. Values whose intervals overlap share a rank, also
 * through a third that overlaps both; the rank after a shared one counts on: 1, 1, 3.
 */
export function rankByInterval(measured: readonly Measured[]): Rank[] {
  const order = measured.map((entry, index) => ({ entry, index }));
  order.sort((a, b) => b.entry.high.cmp(a.entry.high));
  const ranks: Rank[] = measured.map(() => ({ rank: 0, tied: false }));
  let group: number[] = [];
  let floor = new Decimal(0);
  order.forEach(({ entry, index }, position) => {
    if (group.length > 0 && entry.high.gte(floor)) {
      floor = Decimal.min(floor, entry.low);
      group.push(index);
    } else {
      floor = entry.low;
      group = [index];
    }
    for (const member of group) ranks[member] = { rank: position + 2 - group.length, tied: group.length > 1 };
  });
  return ranks;
}

const FEWEST_FOR_MEDIAN = 3;

/** Median of values and of both ends of their intervals; null below three values, where it says nothing. */
export function medianOf(measured: readonly Measured[]): Measured | null {
  if (measured.length < FEWEST_FOR_MEDIAN) return null;
  const middle = (pick: (entry: Measured) => Decimal): Decimal => {
    const sorted = measured.map(pick).sort((a, b) => a.cmp(b));
    const upper = sorted[Math.floor(sorted.length / 2)] ?? new Decimal(0);
    const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
    return upper.plus(lower).div(2);
  };
  return {
    value: middle((entry) => entry.value),
    low: middle((entry) => entry.low),
    high: middle((entry) => entry.high),
  };
}
