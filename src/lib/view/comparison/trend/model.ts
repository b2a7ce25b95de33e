import type { Decimal } from '../../../core/money/index.ts';
import type { Agency } from '../../../data/answers.ts';
import type { MetricRow, MetricUnit } from '../../../data/metrics/types.ts';
import type { Figures } from '../figures.ts';
import { measure } from '../marks.ts';
import type { AbsentEntry, Series } from '../types.ts';

/** An agency's first and last year shown, with what lies between. */
export interface TrendEntry {
  agency: Agency;
  /** Years asked for, in order; a missing one has no row. */
  years: { year: number; row: MetricRow | null; absence: AbsentEntry | null; restated: MetricRow | null }[];
  series: Series;
}

export interface Trend {
  entries: TrendEntry[];
  absent: AbsentEntry[];
  figures: Figures;
  unit: MetricUnit;
  /** Name of what is followed: “三公”经费合计. */
  name: string;
}

/** From the earliest to the last year shown: the change with the room that rounding leaves it; null where one is missing. */
export function changeOf(
  { years }: TrendEntry,
  figures: Figures,
): { from: MetricRow; to: MetricRow; value: Decimal; low: Decimal; high: Decimal } | null {
  const from = years[0]?.row;
  const to = years.at(-1)?.row;
  if (!from || !to || from.value === null || to.value === null || from.fiscal_year === to.fiscal_year)
    return null;
  const [before, after] = [measure(from, figures), measure(to, figures)];
  return {
    from,
    to,
    value: after.value.minus(before.value),
    low: after.low.minus(before.high),
    high: after.high.minus(before.low),
  };
}

/** What happened between the two years as far as rounding lets one say. */
export function directionOf(change: { low: Decimal; high: Decimal }): 'up' | 'down' | 'same' {
  if (change.low.gt(0)) return 'up';
  return change.high.lt(0) ? 'down' : 'same';
}
