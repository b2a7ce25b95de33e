import { Decimal } from '../../core/money/index.ts';
import type { Agency } from '../../data/answers.ts';
import type { MetricId, MetricRow } from '../../data/metrics/types.ts';
import type { Figures } from '../comparison/figures.ts';
import type { ComparisonInput } from '../comparison/input.ts';
import { medianOf, rankByInterval } from '../comparison/ranks.ts';
import type { Measured } from '../comparison/ranks.ts';
import { pickRow, rowsByAgency, selectView } from '../comparison/selection.ts';
import type { Selection } from '../comparison/selection.ts';
import type { ViewState } from '../state.ts';

/** From this many agencies on, distances are counted in MADs; below it, rank and ratio to the median are all there is (docs/metrics.md). */
export const FEWEST_FOR_MADS = 8;
/** Iglewicz and Hoaglin (1993): an outlier from a modified z-score of 3.5, which is 3.5 ÷ 0.6745 MADs. */
export const MADS_TO_STAND_OUT = new Decimal('3.5').div('0.6745');

export interface Standing {
  agency: Agency;
  row: MetricRow;
  measured: Measured;
  rank: number;
  tied: boolean;
  side: 'above' | 'below' | 'at';
  /** Distance from the median in MADs as far as the intervals allow; null below eight agencies and where the MAD is zero. */
  mads: Decimal | null;
  outlier: boolean;
}

/** One metric over a peer group: who stands where, in the metric's own unit. */
export interface Standings {
  selection: Selection;
  /** From the highest down. */
  entries: Standing[];
  median: Measured;
  /** The agencies in the middle: one, or two whose mean the median is. */
  middle: Standing[];
}

/** One metric over a peer group with its figures written in one unit. */
export interface Looked {
  metric: MetricId;
  standings: Standings;
  figures: Figures;
}

/** Ranks a peer group by one value an agency, of one item or of the whole (''); null below three values. */
export function standingsOf(state: ViewState, input: ComparisonInput, item: string): Standings | null {
  const selection = selectView(state, input);
  const found = rowsByAgency(selection).flatMap((rows) => {
    const { row, absence } = pickRow(selection, rows, rows.year, item);
    return absence === null ? [{ agency: rows.agency, row, measured: measuredOf(row) }] : [];
  });
  const median = medianOf(found.map(({ measured }) => measured));
  if (!median) return null;
  const ranks = rankByInterval(found.map(({ measured }) => measured));
  const mad = found.length >= FEWEST_FOR_MADS ? madOf(found, median) : null;
  const lowest = Math.max(...ranks.map(({ rank }) => rank));
  const entries = found
    .map(({ agency, row, measured }, index): Standing => {
      const { rank, tied } = ranks[index] ?? { rank: 0, tied: false };
      const side = sideOf(measured, median);
      const gap = side === 'above' ? measured.low.minus(median.high) : median.low.minus(measured.high);
      const mads = mad && side !== 'at' ? gap.div(mad) : null;
      const first = !tied && (rank === 1 || rank === lowest);
      const outlier = found.length >= FEWEST_FOR_MADS ? (mads?.gt(MADS_TO_STAND_OUT) ?? false) : first;
      return { agency, row, measured, rank, tied, side, mads, outlier: outlier && side !== 'at' };
    })
    .sort((a, b) => b.measured.value.cmp(a.measured.value));
  const [upper, lower] = [Math.floor(entries.length / 2), Math.ceil(entries.length / 2) - 1];
  return { selection, entries, median, middle: entries.slice(lower, upper + 1) };
}

function measuredOf(row: MetricRow): Measured {
  const value = new Decimal(row.value ?? 0);
  return { value, low: new Decimal(row.low ?? value), high: new Decimal(row.high ?? value) };
}

function sideOf(measured: Measured, median: Measured): Standing['side'] {
  if (measured.low.gt(median.high)) return 'above';
  return measured.high.lt(median.low) ? 'below' : 'at';
}

/** Median absolute deviation from the median; null where it is zero and distances can't be counted in it. */
function madOf(found: readonly { measured: Measured }[], median: Measured): Decimal | null {
  const distances = found
    .map(({ measured }) => measured.value.minus(median.value).abs())
    .sort((a, b) => a.cmp(b));
  const upper = distances[Math.floor(distances.length / 2)] ?? new Decimal(0);
  const lower = distances[Math.ceil(distances.length / 2) - 1] ?? upper;
  const mad = upper.plus(lower).div(2);
  return mad.isZero() ? null : mad;
}
