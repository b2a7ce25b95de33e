import { dot, rect, ruleX, ruleY, text } from '@observablehq/plot';
import type { Markish, PlotOptions } from '@observablehq/plot';
import type { Comparison, Mark, Series } from '$lib/view/comparison/types';
import { spokenMark } from '$lib/view/comparison/spoken';
import { absentBlock } from './absent-block';
import { INK, LABEL, LINE, MUTED, PAPER, RULE, RULE_STRONG, SMALL, seriesInk, tagging } from './ink';
import type { ChartFrame, Tagged } from './ink';
import { layNames, nameMarks } from './names';
import { textWidth } from './text-layout';

const BAR = 16;
const ROW_GAP = 10;
const RANK_WIDTH = 20;
const COLUMN_GAP = 10;
const HAIRLINE = 2;
const CAP = 4;
const VALUE_GAP = 6;
const DOT = 5;
const ROOM = 0.06;

interface Bar extends Tagged {
  series: Series;
  mark: Mark;
  y: number;
}

/**
 * Ranked rows: rank, name, bar from zero or dot with its rounding whisker, value; median rule; absent block. Dots stand on a
 * scale that need not begin at zero, so every value is written beside its dot.
 */
export function plotRanked(comparison: Comparison, { width }: ChartFrame): PlotOptions {
  const dots = comparison.form === 'dots';
  const { series, absent, median, unitLabel, lang } = comparison;
  const most = Math.min(width * 0.34, LABEL * 9);
  const { blocks, width: nameWidth } = layNames(
    [...series, ...absent.map(({ name }) => ({ name, detail: '' }))],
    most,
  );
  const ranked = series.some(({ rank }) => rank !== null);
  const nameX = ranked ? RANK_WIDTH : 0;
  const barX = nameX + nameWidth + COLUMN_GAP;
  const medianHeight = median ? SMALL * LINE + 6 : 0;
  let bottom = medianHeight;
  const bars: Bar[] = series.flatMap((entry, index) => {
    const height = Math.max(BAR, blocks[index]?.height ?? 0) + ROW_GAP;
    const y = bottom + height / 2;
    bottom += height;
    const [mark] = entry.marks;
    return mark
      ? [{ agencyId: entry.agencyId, series: entry, mark, y, spoken: spokenMark(entry, mark, unitLabel) }]
      : [];
  });
  const valueWidth = Math.max(0, ...bars.map(({ mark }) => textWidth(mark.text, LABEL))) + 8;
  const domain = (dots ? span : extent)(bars.map(({ mark }) => mark));
  const range: [number, number] = [barX, Math.max(barX + 40, width - valueWidth)];
  const scale = (value: number): number =>
    range[0] + ((value - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0]);
  const foot = absentBlock(absent, { width, nameX, nameWidth, bodyX: barX, lang });
  const whiskers = bars.filter(({ mark }) => scale(mark.high) - scale(mark.low) > HAIRLINE);
  const own = (bar: Bar): boolean => bar.mark.status === 'reader';
  const marks: Markish[] = [
    text(
      bars.filter((bar) => bar.series.rank !== null),
      {
        frameAnchor: 'left',
        y: 'y',
        text: (bar: Bar) => String(bar.series.rank),
        textAnchor: 'start',
        fontSize: SMALL,
        fill: MUTED,
      },
    ),
    ...nameMarks(
      blocks.slice(0, series.length),
      bars.map(({ y }) => y),
      nameX,
    ),
    ...(dots
      ? [ruleY(bars, { y: 'y', x1: domain[0], x2: domain[1], stroke: RULE })]
      : [
          barMark(
            bars.filter((bar) => !own(bar)),
            {},
          ),
          barMark(bars.filter(own), { fillOpacity: 0.15, stroke: INK, strokeDasharray: '3 2' }),
          ruleX([0], { y1: medianHeight, y2: bottom, stroke: RULE_STRONG }),
        ]),
    ruleY(whiskers, { y: 'y', x1: (bar: Bar) => bar.mark.low, x2: (bar: Bar) => bar.mark.high, stroke: INK }),
    ...[-1, 1].map((end) =>
      ruleX(whiskers, {
        x: (bar: Bar) => (end < 0 ? bar.mark.low : bar.mark.high),
        y1: (bar: Bar) => bar.y - CAP,
        y2: (bar: Bar) => bar.y + CAP,
        stroke: INK,
      }),
    ),
    ...(dots ? [dotMark(bars, own)] : []),
    ...(median ? medianMarks(median, bars, { scale, width, top: medianHeight, bottom }) : []),
    text(bars, {
      x: (bar: Bar) => valueX(bar.mark),
      y: 'y',
      text: (bar: Bar) => bar.mark.text,
      dx: dots ? VALUE_GAP + DOT : VALUE_GAP,
      textAnchor: 'start',
      fontSize: LABEL,
      fill: INK,
      stroke: PAPER,
      strokeWidth: 4,
    }),
    ...foot.marks(bottom),
  ];
  return { ...bare(width, bottom + foot.height), x: { domain, range, axis: null }, marks };
}

function barMark(
  bars: readonly Bar[],
  style: { fillOpacity?: number; stroke?: string; strokeDasharray?: string },
): Markish {
  return rect(bars, {
    x1: 0,
    x2: (bar: Bar) => bar.mark.number,
    y1: (bar: Bar) => bar.y - BAR / 2,
    y2: (bar: Bar) => bar.y + BAR / 2,
    fill: (bar: Bar) => seriesInk(bar.series.colour),
    ...style,
    render: tagging(bars),
  });
}

/** Filled; hollow where the value rests on the reader's own headcount. */
function dotMark(bars: readonly Bar[], own: (bar: Bar) => boolean): Markish {
  return dot(bars, {
    x: (bar: Bar) => bar.mark.number,
    y: 'y',
    r: DOT,
    fill: (bar: Bar) => (own(bar) ? PAPER : seriesInk(bar.series.colour)),
    stroke: (bar: Bar) => seriesInk(bar.series.colour),
    strokeWidth: 2,
    render: tagging(bars),
  });
}

interface MedianPlace {
  scale: (value: number) => number;
  width: number;
  top: number;
  bottom: number;
}

/** A dotted rule through all rows, broken where it would run through a value, with its label above. */
function medianMarks(
  { number, text: value, label }: NonNullable<Comparison['median']>,
  bars: readonly Bar[],
  { scale, width, top, bottom }: MedianPlace,
): Markish[] {
  const words = `${label} ${value}`;
  const half = textWidth(words, SMALL) / 2;
  const at = scale(number);
  const anchor = at + half > width ? 'end' : at - half < 0 ? 'start' : 'middle';
  const crossed = bars.filter(({ mark }) => {
    const start = scale(valueX(mark)) + VALUE_GAP - 3;
    return at > start && at < start + textWidth(mark.text, LABEL) + 3;
  });
  const edges = [top, ...crossed.flatMap(({ y }) => [y - BAR / 2, y + BAR / 2]), bottom];
  const pieces = edges.flatMap((edge, index) =>
    index % 2 === 0 ? [{ from: edge, to: edges[index + 1] ?? bottom }] : [],
  );
  return [
    ruleX(pieces, { x: () => number, y1: 'from', y2: 'to', stroke: INK, strokeDasharray: '1 3' }),
    text([words], {
      x: [number],
      y: [top - 3],
      lineAnchor: 'bottom',
      textAnchor: anchor,
      fontSize: SMALL,
      fill: MUTED,
    }),
  ];
}

/** Where the value is written from: the end of the bar or its whisker, never left of zero. */
function valueX(mark: Mark): number {
  return Math.max(mark.number, mark.high, 0);
}

/** From zero to the furthest end of any bar or interval, on both sides where some are negative. */
function extent(marks: readonly Mark[]): [number, number] {
  const low = Math.min(0, ...marks.map((mark) => mark.low));
  const high = Math.max(0, ...marks.map((mark) => mark.high));
  return low === high ? [0, 1] : [low, high];
}

/** From the lowest to the highest end of any interval, with a little room on both sides. */
function span(marks: readonly Mark[]): [number, number] {
  const low = Math.min(...marks.map((mark) => mark.low));
  const high = Math.max(...marks.map((mark) => mark.high));
  if (!(high > low)) return extent(marks);
  const room = (high - low) * ROOM;
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

/** A plot without axes and margins, whose y scale is pixels. */
export function bare(width: number, height: number): PlotOptions {
  return { width, height: Math.ceil(height), margin: 0, y: { type: 'identity', axis: null } };
}
