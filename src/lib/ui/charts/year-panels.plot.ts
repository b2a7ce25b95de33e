import { dot, line, ruleX, ruleY, text } from '@observablehq/plot';
import type { Markish, PlotOptions } from '@observablehq/plot';
import type { Comparison, Mark, Series } from '$lib/view/comparison/types';
import { spokenMark } from '$lib/view/comparison/spoken';
import { absentBlock } from './absent-block';
import { INK, LABEL, LINE, MUTED, PAPER, RULE, RULE_STRONG, SMALL, seriesInk, tagging } from './ink';
import type { ChartFrame, Tagged } from './ink';
import { nameLines } from './names';
import { textWidth } from './text-layout';

const LEAST_PANEL = 150;
const PANEL_GAP = 22;
const BAND_GAP = 16;
const BODY = 84;
const YEAR_LINE = 20;
const DOT = 3.5;
const HAIRLINE = 2;
const HEADROOM = SMALL * LINE + DOT + 2;

interface Point extends Tagged {
  series: Series;
  mark: Mark;
  x: number;
  y: number;
  low: number;
  high: number;
  /** Where zero is. */
  base: number;
}

/** A small chart of its years for each agency, all on one scale; breaks are breaks, derived points hollow. */
export function plotYearPanels(comparison: Comparison, { width }: ChartFrame): PlotOptions {
  const { series, absent, columns, unitLabel, lang } = comparison;
  const across = Math.max(
    1,
    Math.min(series.length, Math.floor((width + PANEL_GAP) / (LEAST_PANEL + PANEL_GAP))),
  );
  const panelWidth = (width - (across - 1) * PANEL_GAP) / across;
  const all = series.flatMap(({ marks }) => marks);
  const inset = Math.max(16, ...all.map((mark) => textWidth(mark.text, SMALL) / 2 + 1));
  const top = Math.max(0, ...all.map(({ high }) => high)) || 1;
  const years = columns.map(({ key }) => Number(key));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const across01 = (year: number): number => (last > first ? (year - first) / (last - first) : 0.5);
  const titles = series.map((entry) => nameLines(entry, panelWidth, LABEL));
  const points: Point[] = [];
  const words: { line: string; x: number; y: number }[] = [];
  const bases: { x1: number; x2: number; y: number }[] = [];
  let bottom = 0;
  for (let start = 0; start < series.length; start += across) {
    const band = series.slice(start, start + across);
    const head = Math.max(...band.map((_, at) => titles[start + at]?.length ?? 1)) * LABEL * LINE;
    const base = bottom + head + HEADROOM + BODY;
    band.forEach((entry, at) => {
      const left = at * (panelWidth + PANEL_GAP);
      const x = (year: number): number => left + inset + across01(year) * (panelWidth - 2 * inset);
      const y = (value: number): number => base - (value / top) * BODY;
      (titles[start + at] ?? []).forEach((title, row) =>
        words.push({ line: title, x: left, y: bottom + (row + 0.5) * LABEL * LINE }),
      );
      bases.push({ x1: left, x2: left + panelWidth, y: base });
      for (const mark of entry.marks)
        points.push({
          agencyId: entry.agencyId,
          series: entry,
          mark,
          x: x(mark.year),
          y: y(mark.number),
          low: y(mark.low),
          high: y(mark.high),
          base,
          spoken: spokenMark(entry, mark, unitLabel),
        });
    });
    bottom = base + YEAR_LINE + BAND_GAP;
  }
  const labelled = series.flatMap((entry) => endsOf(points.filter((point) => point.series === entry)));
  const foot = absentBlock(absent.map(withYear), {
    width,
    nameX: 0,
    nameWidth: Math.min(width * 0.34, LABEL * 9),
    bodyX: Math.min(width * 0.34, LABEL * 9),
    lang,
  });
  const ink = (point: Point): string => seriesInk(point.series.colour);
  const marks: Markish[] = [
    text(words, { x: 'x', y: 'y', text: 'line', textAnchor: 'start', fontSize: LABEL, fill: INK }),
    text(labelled, {
      x: 'x',
      y: (point: Point) => point.base + YEAR_LINE / 2,
      text: (point: Point) => String(point.mark.year),
      fontSize: SMALL,
      fill: MUTED,
    }),
    ruleX(labelled, { x: 'x', y1: 'y', y2: 'base', stroke: RULE }),
    ruleY(bases, { y: 'y', x1: 'x1', x2: 'x2', stroke: RULE_STRONG }),
    ...series.flatMap((entry) =>
      runsOf(points.filter((point) => point.series === entry)).map((run) =>
        line(run, { x: 'x', y: 'y', stroke: seriesInk(entry.colour), strokeWidth: 2 }),
      ),
    ),
    ruleX(
      points.filter(({ low, high }) => low - high > HAIRLINE + 2 * DOT),
      { x: 'x', y1: 'low', y2: 'high', stroke: INK },
    ),
    dot(points, {
      x: 'x',
      y: 'y',
      r: DOT,
      fill: (point: Point) => (point.mark.status === 'derived' ? PAPER : ink(point)),
      stroke: ink,
      strokeWidth: 2,
      render: tagging(points),
    }),
    text(labelled, {
      x: 'x',
      y: (point: Point) => point.y - DOT - 3,
      text: (point: Point) => point.mark.text,
      lineAnchor: 'bottom',
      fontSize: SMALL,
      fill: INK,
      stroke: PAPER,
      strokeWidth: 3,
    }),
    ...foot.marks(bottom - BAND_GAP),
  ];
  return {
    width,
    height: Math.ceil(bottom - BAND_GAP + foot.height),
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks,
  };
}

/** The earliest and the latest point of an agency, the latest alone where their labels would meet. */
function endsOf(points: readonly Point[]): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return [...points];
  const half = ({ mark }: Point): number => textWidth(mark.text, SMALL) / 2;
  const apart = Math.max(half(first) + half(last), textWidth(String(last.mark.year), SMALL)) + 4;
  return last.x - first.x >= apart ? [first, last] : [last];
}

/** Points of neighbouring years; a line is drawn within a run only. */
function runsOf(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && point.mark.year - (run.at(-1)?.mark.year ?? 0) === 1) run.push(point);
    else runs.push([point]);
  }
  return runs.filter((run) => run.length > 1);
}

function withYear(entry: Comparison['absent'][number]): Comparison['absent'][number] {
  return entry.key === '' ? entry : { ...entry, name: `${entry.name} ${entry.key}` };
}
