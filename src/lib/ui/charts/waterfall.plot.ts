import { rect, ruleX, text } from '@observablehq/plot';
import type { Markish, PlotOptions } from '@observablehq/plot';
import type { Series } from '$lib/view/comparison/types';
import type { Waterfall } from '$lib/view/outliers/waterfall';
import { GREY, INK, LABEL, PAPER, RULE, RULE_STRONG, seriesInk } from './ink';
import type { ChartFrame } from './ink';
import { layNames, nameMarks } from './names';
import { textWidth } from './text-layout';

const BAR = 14;
const ROW_GAP = 8;
const COLUMN_GAP = 10;
const VALUE_GAP = 6;
const LEAST_BAR = 1.5;

interface Row {
  from: number;
  to: number;
  text: string;
  y: number;
  kind: 'end' | 'more' | 'less';
  fill: string;
}

/** From the median to a figure: a bar for each end, and between them what each line has more (full) or less (outlined). */
export function plotWaterfall(
  waterfall: Waterfall,
  colour: Series['colour'],
  { width }: ChartFrame,
): PlotOptions {
  const { from, to, steps } = waterfall;
  const labels = [from.label, ...steps.map(({ label }) => label), to.label];
  const { blocks, width: nameWidth } = layNames(
    labels.map((name) => ({ name, detail: '' })),
    Math.min(width * 0.4, LABEL * 13),
  );
  const left = nameWidth + COLUMN_GAP;
  const ink = seriesInk(colour);
  let [bottom, level] = [0, from.number];
  const place = (index: number): number => {
    const height = Math.max(BAR, blocks[index]?.height ?? 0) + ROW_GAP;
    bottom += height;
    return bottom - height / 2;
  };
  const rows: Row[] = [{ from: 0, to: from.number, text: from.text, y: place(0), kind: 'end', fill: GREY }];
  steps.forEach(({ delta, text: said }, index) => {
    const kind = delta > 0 ? 'more' : 'less';
    rows.push({ from: level, to: level + delta, text: said, y: place(index + 1), kind, fill: ink });
    level += delta;
  });
  rows.push({ from: 0, to: to.number, text: to.text, y: place(steps.length + 1), kind: 'end', fill: ink });
  const low = Math.min(0, ...rows.flatMap((row) => [row.from, row.to]));
  const high = Math.max(0, ...rows.flatMap((row) => [row.from, row.to]));
  const valueWidth = Math.max(0, ...rows.map((row) => textWidth(row.text, LABEL))) + VALUE_GAP + 2;
  const reach = Math.max(40, width - left - valueWidth);
  const x = (value: number): number => left + (high > low ? ((value - low) / (high - low)) * reach : 0);
  const right = (row: Row): number => Math.max(x(row.from), x(row.to), x(row.from) + LEAST_BAR);
  const bars = (kinds: Row['kind'][], style: object): Markish =>
    rect(
      rows.filter(({ kind }) => kinds.includes(kind)),
      {
        x1: (row: Row) => Math.min(x(row.from), x(row.to)),
        x2: right,
        y1: (row: Row) => row.y - BAR / 2,
        y2: (row: Row) => row.y + BAR / 2,
        ...style,
      },
    );
  const joints = rows.slice(1).map((row, index) => ({
    x: x(index === rows.length - 2 ? to.number : row.from),
    y1: rows[index]?.y ?? 0,
    y2: row.y,
  }));
  return {
    width,
    height: Math.ceil(bottom),
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      ruleX(joints, { x: 'x', y1: 'y1', y2: 'y2', stroke: RULE }),
      ruleX([x(0)], { y1: 0, y2: bottom, stroke: RULE_STRONG }),
      bars(['end', 'more'], { fill: 'fill' }),
      bars(['less'], { fill: PAPER, stroke: 'fill' }),
      ...nameMarks(
        blocks,
        rows.map(({ y }) => y),
        0,
      ),
      text(rows, {
        x: right,
        y: 'y',
        dx: VALUE_GAP,
        text: 'text',
        textAnchor: 'start',
        fontSize: LABEL,
        fill: INK,
        stroke: PAPER,
        strokeWidth: 3,
      }),
    ],
  };
}
