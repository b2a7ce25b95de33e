import { dot, link, ruleX, ruleY, text } from '@observablehq/plot';
import type { PlotOptions } from '@observablehq/plot';
import type { Coordinate, Scatter, ScatterPoint } from '$lib/view/scatter/scatter';
import { INK, LABEL, LINE, MUTED, PAPER, RULE, RULE_STRONG, SMALL, seriesInk } from './ink';
import type { ChartFrame } from './ink';
import { textWidth } from './text-layout';

const ASPECT = 0.72;
const HEAD = SMALL * LINE + 8;
const FOOT = SMALL * LINE * 2 + 14;
const DOT = 5;
const HAIRLINE = 2;
const TICKS = 4;
const PADDING = 14;
/** How far a label may stand from its dot, nearest first; from the second on a leader leads to it. */
const REACHES = [DOT + 4, 22, 38, 56, 76, 98, 122, 150, 180, 215, 255];
const DIRECTIONS = [0, 180, 270, 90, 315, 45, 225, 135, 338, 292, 248, 202, 22, 68].map(
  (degrees) => (degrees * Math.PI) / 180,
);

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
interface Placed {
  point: ScatterPoint;
  x: number;
  y: number;
}
interface Label extends Box {
  point: ScatterPoint;
  x: number;
  y: number;
  leader: { x1: number; y1: number; x2: number; y2: number } | null;
}

/** Each agency where its two figures meet, with rounding as a cross, its name beside it and off every other name. */
export function plotScatter(scatter: Scatter, { width }: ChartFrame): PlotOptions {
  const { points, x, y } = scatter;
  const height = Math.max(260, Math.round(width * ASPECT));
  const [xDomain, yDomain] = [
    domainOf(points.map((point) => point.x)),
    domainOf(points.map((point) => point.y)),
  ];
  const [xTicks, yTicks] = [ticksOf(xDomain), ticksOf(yDomain)];
  const left = Math.max(...yTicks.map((tick) => textWidth(y.text(tick), SMALL))) + 8;
  const frame: Box = { left, right: width - PADDING, top: HEAD, bottom: height - FOOT };
  const px = (value: number): number =>
    frame.left +
    PADDING +
    ((value - xDomain[0]) / (xDomain[1] - xDomain[0])) * (frame.right - frame.left - 2 * PADDING);
  const py = (value: number): number =>
    frame.bottom -
    PADDING -
    ((value - yDomain[0]) / (yDomain[1] - yDomain[0])) * (frame.bottom - frame.top - 2 * PADDING);
  const placed = points.map((point): Placed => ({ point, x: px(point.x.number), y: py(point.y.number) }));
  const labels = layLabels(placed, { ...frame, right: width });
  const ink = ({ point }: { point: ScatterPoint }): string => seriesInk(point.colour);
  const wideX = placed.filter(({ point }) => px(point.x.high) - px(point.x.low) > HAIRLINE + 2 * DOT);
  const wideY = placed.filter(({ point }) => py(point.y.low) - py(point.y.high) > HAIRLINE + 2 * DOT);
  return {
    width,
    height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      ruleX(xTicks, { x: px, y1: frame.top, y2: frame.bottom, stroke: RULE }),
      ruleY(yTicks, { y: py, x1: frame.left, x2: frame.right, stroke: RULE }),
      ruleX([frame.left], { y1: frame.top, y2: frame.bottom, stroke: RULE_STRONG }),
      ruleY([frame.bottom], { x1: frame.left, x2: frame.right, stroke: RULE_STRONG }),
      text(xTicks, { x: px, y: () => frame.bottom + SMALL, text: x.text, fontSize: SMALL, fill: MUTED }),
      text(yTicks, {
        x: () => frame.left - 6,
        y: py,
        text: y.text,
        textAnchor: 'end',
        fontSize: SMALL,
        fill: MUTED,
      }),
      text([`${y.name} ↑ ${y.unitLabel}`], {
        x: () => 0,
        y: () => SMALL / 2 + 2,
        textAnchor: 'start',
        fontSize: SMALL,
        fill: MUTED,
      }),
      text([`${x.name} → ${x.unitLabel}`], {
        x: () => width,
        y: () => height - SMALL / 2 - 2,
        textAnchor: 'end',
        fontSize: SMALL,
        fill: MUTED,
      }),
      ruleY(wideX, {
        y: 'y',
        x1: ({ point }: Placed) => px(point.x.low),
        x2: ({ point }: Placed) => px(point.x.high),
        stroke: INK,
      }),
      ruleX(wideY, {
        x: 'x',
        y1: ({ point }: Placed) => py(point.y.low),
        y2: ({ point }: Placed) => py(point.y.high),
        stroke: INK,
      }),
      link(
        labels.flatMap(({ leader }) => leader ?? []),
        { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2', stroke: RULE_STRONG },
      ),
      dot(placed, { x: 'x', y: 'y', r: DOT, fill: ink, stroke: PAPER }),
      text(labels, {
        x: 'x',
        y: 'y',
        text: ({ point }: Label) => point.name,
        textAnchor: 'start',
        fontSize: LABEL,
        fill: INK,
        stroke: PAPER,
        strokeWidth: 3,
      }),
    ],
  };
}

/** From zero, or from below it where there is something, to the furthest end of any interval. */
function domainOf(values: readonly Coordinate[]): [number, number] {
  const low = Math.min(0, ...values.map((value) => value.low));
  const high = Math.max(0, ...values.map((value) => value.high));
  return low === high ? [0, 1] : [low, high];
}

function ticksOf([low, high]: [number, number]): number[] {
  const rough = (high - low) / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step);
}

/** Names one after another, each at the nearest place that is free; further out with a leader. */
function layLabels(placed: readonly Placed[], frame: Box): Label[] {
  const taken: Box[] = placed.map(({ x, y }) => around(x, y, DOT + 1));
  return placed.map(({ point, x, y }) => {
    const size = { width: textWidth(point.name, LABEL), height: LABEL * LINE };
    const options = REACHES.flatMap((reach) =>
      DIRECTIONS.map((angle) => labelAt(point, { x, y }, size, reach, angle)),
    );
    const inside = options.filter((option) => within(option, frame));
    const free = inside.find((option) => !taken.some((box) => meet(option, box)));
    const label = free ?? inside[0] ?? options[0] ?? labelAt(point, { x, y }, size, DOT, 0);
    taken.push(label);
    return label;
  });
}

function labelAt(
  point: ScatterPoint,
  at: { x: number; y: number },
  { width, height }: { width: number; height: number },
  reach: number,
  angle: number,
): Label {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const centre = { x: at.x + dx * (reach + width / 2), y: at.y + dy * (reach + height / 2) };
  const box = {
    left: centre.x - width / 2,
    right: centre.x + width / 2,
    top: centre.y - height / 2,
    bottom: centre.y + height / 2,
  };
  const far = reach > (REACHES[0] ?? 0);
  const leader = { x1: at.x, y1: at.y, x2: at.x + dx * reach, y2: at.y + dy * reach };
  return { point, x: box.left, y: centre.y, ...box, leader: far ? leader : null };
}

function around(x: number, y: number, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

function within(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  );
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
