import { barX, dot, lineY, plot, ruleX, ruleY, text } from '@observablehq/plot';
import type { PlotOptions } from '@observablehq/plot';
import type { QuickChart, QuickPoint } from '$lib/view/sql/chart';
import { GREY, INK, LABEL, MUTED, RULE_STRONG, SMALL, seriesInk } from './ink';
import { textWidth } from './text-layout';

const BAR = 26;
const LABEL_GAP = 8;
const HEIGHT = 320;

/** A query's result as SVG source; `label` is what the picture is called. */
export function renderQuick(
  chart: QuickChart,
  { width, document, label }: { width: number; document: Document; label: string },
): string {
  const svg = plot({
    ...OPTIONS[chart.form](chart, width),
    width,
    document,
    style: { fontSize: `${SMALL}px` },
  });
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.setAttribute('class', 'chart');
  svg.setAttribute('style', 'font-variant-numeric:tabular-nums;max-width:100%;height:auto;display:block');
  svg.setAttribute('font-family', 'inherit');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  for (const element of svg.querySelectorAll('[aria-label]')) element.removeAttribute('aria-label');
  return svg.outerHTML;
}

const OPTIONS: Record<QuickChart['form'], (chart: QuickChart, width: number) => PlotOptions> = {
  bars: ({ points }, width) => {
    const names = points.map(({ name }, i) => ({ i, name: shortened(name, width * 0.4) }));
    const widest = Math.max(...names.map(({ name }) => textWidth(name, LABEL)));
    const valueWidth = Math.max(...points.map((point) => textWidth(point.text, LABEL)));
    const rows = points.map((point, i) => ({ ...point, i }));
    return {
      height: points.length * BAR + 16,
      marginLeft: Math.ceil(widest) + LABEL_GAP * 2,
      marginRight: Math.ceil(valueWidth) + LABEL_GAP * 2,
      marginTop: 8,
      marginBottom: 8,
      x: {
        axis: null,
        domain: [Math.min(0, ...points.map(({ y }) => y)), Math.max(0, ...points.map(({ y }) => y))],
      },
      y: { axis: null, type: 'band', padding: 0.3 },
      marks: [
        barX(rows, { x: 'y', y: 'i', fill: seriesInk(0) }),
        ruleX([0], { stroke: RULE_STRONG }),
        text(names, {
          y: 'i',
          text: 'name',
          frameAnchor: 'left',
          dx: -LABEL_GAP,
          textAnchor: 'end',
          fill: INK,
          fontSize: LABEL,
        }),
        text(rows, {
          x: (row: QuickPoint) => Math.max(0, row.y),
          y: 'i',
          text: 'text',
          dx: LABEL_GAP,
          textAnchor: 'start',
          fill: INK,
          fontSize: LABEL,
        }),
      ],
    };
  },
  line: ({ points, y }) => {
    const series = [...new Set(points.map((point) => point.series))];
    const last = series.flatMap((name) => points.filter((point) => point.series === name).slice(-1));
    const ink = (point: QuickPoint): string => seriesInk(series.indexOf(point.series) as 0);
    const years = [...new Set(points.map(({ x }) => x))].filter(Number.isInteger);
    const room = Math.max(...series.map((name) => textWidth(name, SMALL)));
    return {
      height: HEIGHT,
      marginLeft: marginOf(points),
      marginRight: Math.ceil(room) + LABEL_GAP * 2,
      x: { label: null, tickFormat: (x: number) => String(x), ...(years.length > 0 ? { ticks: years } : {}) },
      y: { label: y, zero: true, nice: true, ticks: 5 },
      marks: [
        ruleY([0], { stroke: RULE_STRONG }),
        lineY(points, { x: 'x', y: 'y', z: 'series', stroke: ink, strokeWidth: 2 }),
        dot(points, { x: 'x', y: 'y', fill: ink, r: 3 }),
        text(last, {
          x: 'x',
          y: 'y',
          text: 'series',
          dx: LABEL_GAP,
          textAnchor: 'start',
          fill: INK,
          fontSize: SMALL,
        }),
      ],
    };
  },
  dots: ({ points, x, y }) => ({
    height: HEIGHT,
    marginLeft: marginOf(points),
    marginBottom: 40,
    x: { label: x, nice: true, ticks: 5 },
    y: { label: y, nice: true, ticks: 5 },
    marks: [
      dot(points, { x: 'x', y: 'y', r: 4, stroke: seriesInk(0), strokeWidth: 1.5 }),
      ...(points.length <= 12
        ? [
            text(points, {
              x: 'x',
              y: 'y',
              text: 'name',
              dy: -10,
              fill: MUTED,
              stroke: 'none',
              fontSize: SMALL,
            }),
          ]
        : []),
      ruleY(points.some((point) => point.y < 0) ? [0] : [], { stroke: GREY }),
    ],
  }),
};

/** Room for the figures at the axis. */
function marginOf(points: readonly QuickPoint[]): number {
  const widest = Math.max(...points.map(({ y }) => textWidth(Math.round(y).toLocaleString('en'), SMALL)));
  return Math.ceil(widest) + 24;
}

function shortened(name: string, room: number): string {
  let cut = name;
  while (cut.length > 1 && textWidth(`${cut}…`, LABEL) > room) cut = cut.slice(0, -1);
  return cut === name ? name : `${cut}…`;
}
