import { dot, line, ruleX, ruleY, text } from '@observablehq/plot';
import type { Markish, PlotOptions } from '@observablehq/plot';
import type { Comparison, Mark, Series } from '$lib/view/comparison/types';
import { spokenMark } from '$lib/view/comparison/spoken';
import { absentBlock } from './absent-block';
import { INK, LABEL, LINE, MUTED, PAPER, RULE, RULE_STRONG, SMALL, seriesInk, tagging } from './ink';
import type { ChartFrame, Tagged } from './ink';
import { slopeColumns } from './slope-columns';
import type { SlopeColumns } from './slope-columns';
import { endLabelMarks, layEndLabels } from './slope-labels';
import { dodge, textWidth } from './text-layout';

const HEAD = 26;
const FOOT = 10;
const DOT = 4.5;
const LABEL_GAP = 12;
const LEAST_HEIGHT = 200;
const ROOM_PER_SERIES = 1.6;
const HAIRLINE = 2;
/** How many lines a value may be moved from its point. */
const FAR = 1.5;

interface Point extends Tagged {
  series: Series;
  mark: Mark;
  x: number;
}

/**
 * Two years as slopes, more as lines, labelled directly: values at the left, names and values at the right, moved
 * apart where they would meet. Derived points are hollow, gaps are gaps, restated figures are diamonds.
 */
export function plotSlope(comparison: Comparison, { width }: ChartFrame): PlotOptions {
  const { series, absent, unitLabel, lang } = comparison;
  const columns = slopeColumns(comparison);
  const right = layEndLabels(series, columns, width);
  const firstMarks = series.flatMap(({ marks }) => marks.slice(0, 1));
  const leftWidth = Math.max(24, ...firstMarks.map(({ text: value }) => textWidth(value, SMALL))) + LABEL_GAP;
  const [from, to] = [leftWidth, Math.max(leftWidth + 60, width - right.width - LABEL_GAP)];
  const x = (position: number): number => from + position * (to - from);
  const points: Point[] = series.flatMap((entry) =>
    entry.marks.map((mark) => ({
      agencyId: entry.agencyId,
      series: entry,
      mark,
      x: x(columns.positionOf(entry, mark)),
      spoken: spokenMark(entry, mark, unitLabel),
    })),
  );
  const needed = right.labels.reduce((sum, label) => sum + label.height, 0) * ROOM_PER_SERIES;
  const body = Math.max(LEAST_HEIGHT, needed);
  const bottom = HEAD + body;
  const top =
    Math.max(0, ...points.map(({ mark }) => Math.max(mark.high, mark.restatement?.number ?? 0))) || 1;
  const y = (value: number): number => bottom - (value / top) * (body - FOOT);
  const foot = absentBlock(absent.map(withYear), {
    width,
    nameX: 0,
    nameWidth: Math.min(width * 0.34, LABEL * 9),
    bodyX: Math.min(width * 0.34, LABEL * 9),
    lang,
  });
  const marks: Markish[] = [
    ...axisMarks(columns, x, y(0), from, to),
    ...lineMarks(series, points, y, columns),
    ...pointMarks(points, y),
    ...firstLabels(series, points, y, bottom),
    ...endLabelMarks(
      right.labels,
      right.labels.map(({ series: entry, mark }) => ({
        x: x(columns.positionOf(entry, mark)),
        y: y(mark.number),
      })),
      { x: to + LABEL_GAP, top: HEAD - 8, bottom: bottom + FOOT, inline: right.inline, reach: LABEL_GAP },
    ),
    ...foot.marks(bottom + FOOT),
  ];
  return {
    width,
    height: Math.ceil(bottom + FOOT + foot.height),
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks,
  };
}

function withYear(entry: Comparison['absent'][number]): Comparison['absent'][number] {
  return entry.key === '' ? entry : { ...entry, name: `${entry.name} ${entry.key}` };
}

function axisMarks(
  columns: SlopeColumns,
  x: (position: number) => number,
  base: number,
  from: number,
  to: number,
): Markish[] {
  const heads = headLabels(columns, x);
  return [
    ruleX(heads, { x: 'x', y1: HEAD - 4, y2: base, stroke: RULE }),
    ruleY([base], { x1: from, x2: to, stroke: RULE_STRONG }),
    text(heads, { x: 'x', y: () => HEAD / 2 - 2, text: 'label', fontSize: SMALL, fill: MUTED }),
    text(['0'], {
      x: () => from - LABEL_GAP,
      y: () => base,
      text: (d: string) => d,
      textAnchor: 'end',
      fontSize: SMALL,
      fill: MUTED,
    }),
  ];
}

/** Years over their places, shortened where they stand close, left out where there is no room at all. */
function headLabels(columns: SlopeColumns, x: (position: number) => number): { label: string; x: number }[] {
  const places = columns.heads.map((head) => ({ ...head, x: x(head.position) }));
  const gaps = places.slice(1).map((place, index) => place.x - (places[index]?.x ?? 0));
  const closest = Math.min(Infinity, ...gaps);
  const fits = (pick: (head: { label: string; short: string }) => string): boolean =>
    places.every((head) => textWidth(pick(head), SMALL) + 6 <= closest);
  const full = fits(({ label }) => label);
  const short = fits((head) => head.short);
  return places.map((head, index) => ({
    x: head.x,
    label: full ? head.label : short || index === 0 || index === places.length - 1 ? head.short : '',
  }));
}

function lineMarks(
  series: readonly Series[],
  points: readonly Point[],
  y: (value: number) => number,
  columns: SlopeColumns,
): Markish[] {
  const strokes = series.flatMap((entry) =>
    columns.unbroken(entry).map((run) => ({
      entry,
      points: points.filter(({ series: of, mark }) => of === entry && run.includes(mark)),
    })),
  );
  return strokes.map(({ entry, points: run }) =>
    line(run, {
      x: 'x',
      y: (point: Point) => y(point.mark.number),
      stroke: seriesInk(entry.colour),
      strokeWidth: 2,
    }),
  );
}

function pointMarks(points: readonly Point[], y: (value: number) => number): Markish[] {
  const wide = points.filter(({ mark }) => y(mark.low) - y(mark.high) > HAIRLINE + 2 * DOT);
  const restated = points.filter(({ mark }) => mark.restatement !== null);
  const other = (point: Point): number => y(point.mark.restatement?.number ?? 0);
  const ink = (point: Point): string => seriesInk(point.series.colour);
  return [
    ruleX(wide, {
      x: 'x',
      y1: (point: Point) => y(point.mark.low),
      y2: (point: Point) => y(point.mark.high),
      stroke: INK,
    }),
    ruleX(restated, {
      x: 'x',
      y1: (point: Point) => y(point.mark.number),
      y2: other,
      stroke: MUTED,
      strokeDasharray: '2 2',
    }),
    dot(restated, {
      x: 'x',
      y: other,
      r: DOT,
      symbol: 'diamond',
      fill: PAPER,
      stroke: MUTED,
      strokeWidth: 1.5,
    }),
    dot(points, {
      x: 'x',
      y: (point: Point) => y(point.mark.number),
      r: DOT,
      fill: (point: Point) => (point.mark.status === 'derived' ? PAPER : ink(point)),
      stroke: ink,
      strokeWidth: 2,
      render: tagging(points),
    }),
  ];
}

/** First values at the left, moved apart; where that would take them far from their points, those that have room. */
function firstLabels(
  series: readonly Series[],
  points: readonly Point[],
  y: (value: number) => number,
  bottom: number,
): Markish[] {
  const firsts = series.flatMap((entry) => {
    const own = points.filter((point) => point.series === entry);
    return own.length > 1 ? own.slice(0, 1) : [];
  });
  const height = SMALL * LINE;
  const at = (point: Point): number => y(point.mark.number);
  const centres = dodge(
    firsts.map(at),
    firsts.map(() => height),
    HEAD,
    bottom + height / 2,
  );
  const apart = firsts.map((point, index) => ({ point, y: centres[index] ?? 0 }));
  const strayed = apart.some(({ point, y: centre }) => Math.abs(centre - at(point)) > FAR * height);
  const labels = strayed ? roomy(firsts, at, height) : apart;
  return [
    text(labels, {
      x: ({ point }: { point: Point }) => point.x - LABEL_GAP,
      y: 'y',
      text: ({ point }: { point: Point }) => point.mark.text,
      textAnchor: 'end',
      fontSize: SMALL,
      fill: MUTED,
      stroke: PAPER,
      strokeWidth: 3,
    }),
  ];
}

/** From the top down, every label that stands clear of the one above it. */
function roomy(
  points: readonly Point[],
  at: (point: Point) => number,
  height: number,
): { point: Point; y: number }[] {
  const kept: { point: Point; y: number }[] = [];
  for (const point of [...points].sort((a, b) => at(a) - at(b))) {
    const last = kept.at(-1);
    if (!last || at(point) - last.y >= height) kept.push({ point, y: at(point) });
  }
  return kept;
}
