import { rect, ruleX, text } from '@observablehq/plot';
import type { Markish, PlotOptions } from '@observablehq/plot';
import type { Comparison, Mark, Series } from '$lib/view/comparison/types';
import { spokenMark } from '$lib/view/comparison/spoken';
import { absentBlock } from './absent-block';
import { INK, LABEL, LINE, MUTED, PAPER, RULE_STRONG, SMALL, seriesInk, tagging } from './ink';
import type { ChartFrame, Tagged } from './ink';
import { layNames, nameMarks } from './names';
import { textWidth } from './text-layout';

const BAR = 22;
const ROW_GAP = 12;
const COLUMN_GAP = 10;
const SWATCH = 11;
/** Depth of the agency's colour for the first part, the second and so on. */
const DEPTHS = [1, 0.5, 0.3, 0.18, 0.1];
const FEWEST_FOR_TEXT = 4;

interface Segment extends Tagged {
  series: Series;
  mark: Mark;
  from: number;
  to: number;
  y: number;
  depth: number;
}

/** Parts on one bar an agency, in the agency's own colour from deep to light; the parts are named above. */
export function plotStacked(comparison: Comparison, { width }: ChartFrame): PlotOptions {
  const { series, absent, columns, unit, unitLabel, lang } = comparison;
  const most = Math.min(width * 0.34, LABEL * 9);
  const { blocks, width: nameWidth } = layNames(
    [...series, ...absent.map(({ name }) => ({ name, detail: '' }))],
    most,
  );
  const barX = nameWidth + COLUMN_GAP;
  const key = keyMarks(
    columns.map(({ label }) => label),
    width,
  );
  let bottom = key.height;
  const rows = series.map((entry, index) => {
    const height = Math.max(BAR, blocks[index]?.height ?? 0) + ROW_GAP;
    const y = bottom + height / 2;
    bottom += height;
    return { entry, y };
  });
  const segments: Segment[] = rows.flatMap(({ entry, y }) => {
    let from = 0;
    return columns.flatMap((column, index) => {
      const mark = entry.marks.find((candidate) => candidate.key === column.key);
      if (!mark) return [];
      const start = from;
      from += Math.max(0, mark.number);
      return [
        {
          agencyId: entry.agencyId,
          series: entry,
          mark,
          from: start,
          to: from,
          y,
          depth: depthOf(index),
          spoken: spokenMark(entry, mark, unitLabel),
        },
      ];
    });
  });
  const totals = rows.map(({ entry, y }) => {
    const own = segments.filter((segment) => segment.series === entry);
    return { y, end: own.at(-1)?.to ?? 0, text: totalText(entry, own, comparison) };
  });
  const valueWidth = Math.max(0, ...totals.map((total) => textWidth(total.text, LABEL))) + 8;
  const top =
    unit === 'percent'
      ? Math.max(100, ...totals.map(({ end }) => end))
      : Math.max(...totals.map(({ end }) => end)) || 1;
  const range: [number, number] = [barX, Math.max(barX + 40, width - valueWidth)];
  const scale = (value: number): number => (value / top) * (range[1] - range[0]);
  const roomy = segments.filter(
    ({ mark, from, to }) => scale(to - from) >= textWidth(mark.text, SMALL) + FEWEST_FOR_TEXT * 2,
  );
  const foot = absentBlock(absent, { width, nameX: 0, nameWidth, bodyX: barX, lang });
  return {
    width,
    height: Math.ceil(bottom + foot.height),
    margin: 0,
    x: { domain: [0, top], range, axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      ...key.marks,
      ...nameMarks(
        blocks.slice(0, series.length),
        rows.map(({ y }) => y),
        0,
      ),
      rect(segments, {
        x1: 'from',
        x2: 'to',
        y1: (segment: Segment) => segment.y - BAR / 2,
        y2: (segment: Segment) => segment.y + BAR / 2,
        fill: (segment: Segment) => seriesInk(segment.series.colour),
        fillOpacity: 'depth',
        stroke: PAPER,
        render: tagging(segments),
      }),
      ruleX([0], { y1: key.height, y2: bottom, stroke: RULE_STRONG }),
      text(roomy, {
        x: (segment: Segment) => (segment.from + segment.to) / 2,
        y: 'y',
        text: (segment: Segment) => segment.mark.text,
        fontSize: SMALL,
        fill: (segment: Segment) => (segment.depth === 1 ? PAPER : INK),
      }),
      text(totals, {
        x: 'end',
        y: 'y',
        text: 'text',
        dx: 6,
        textAnchor: 'start',
        fontSize: LABEL,
        fill: INK,
      }),
      ...foot.marks(bottom),
    ],
  };
}

function depthOf(index: number): number {
  return DEPTHS[Math.min(index, DEPTHS.length - 1)] ?? 0.1;
}

/** The sum at the end of a bar; where a part is missing, that it is. */
function totalText(
  series: Series,
  segments: readonly Segment[],
  { columns, unit, lang }: Comparison,
): string {
  if (unit === 'percent') return '';
  if (segments.length < columns.length) return lang === 'zh' ? '不全' : 'incomplete';
  return series.total ?? '';
}

/** Swatches with names, flowing over as many lines as they need. */
function keyMarks(labels: readonly string[], width: number): { height: number; marks: Markish[] } {
  const height = SMALL * LINE + 4;
  let [x, line] = [0, 0];
  const items = labels.map((label, index) => {
    const needed = SWATCH + 5 + textWidth(label, SMALL) + 16;
    if (x > 0 && x + needed - 16 > width) [x, line] = [0, line + 1];
    const item = { label, x, y: line * height + height / 2, depth: depthOf(index) };
    x += needed;
    return item;
  });
  return {
    height: (line + 1) * height + 6,
    marks: items.flatMap((item) => [
      text([item.label], {
        frameAnchor: 'left',
        dx: item.x + SWATCH + 5,
        y: () => item.y,
        textAnchor: 'start',
        fontSize: SMALL,
        fill: MUTED,
      }),
      text(['■'], {
        frameAnchor: 'left',
        dx: item.x,
        y: () => item.y,
        textAnchor: 'start',
        fontSize: SWATCH + 2,
        fill: INK,
        fillOpacity: item.depth,
      }),
    ]),
  };
}
