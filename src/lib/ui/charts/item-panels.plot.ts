import { rect, ruleX, ruleY, text } from '@observablehq/plot';
import type { Markish, PlotOptions } from '@observablehq/plot';
import type { Comparison, Mark, Series } from '$lib/view/comparison/types';
import { spokenMark } from '$lib/view/comparison/spoken';
import { absentBlock } from './absent-block';
import { INK, LABEL, LINE, MUTED, RULE_STRONG, SMALL, seriesInk, tagging } from './ink';
import type { ChartFrame, Tagged } from './ink';
import { layNames, nameMarks } from './names';
import { textWidth, wrapText } from './text-layout';

const BAR = 12;
const ROW_GAP = 8;
const COLUMN_GAP = 10;
const PANEL_GAP = 14;
const BAND_GAP = 18;
const LEAST_PANEL = 128;
const HAIRLINE = 2;
const VALUE_GAP = 4;

interface Bar extends Tagged {
  series: Series;
  mark: Mark;
  /** Pixels. */
  x1: number;
  x2: number;
  low: number;
  high: number;
  y: number;
}

/** A small chart of bars for each part, all on one scale, agencies in the same order in each. */
export function plotItemPanels(comparison: Comparison, { width }: ChartFrame): PlotOptions {
  const { series, absent, columns, unitLabel, lang } = comparison;
  const { blocks, width: nameWidth } = layNames(
    [...series, ...absent.map(({ name }) => ({ name, detail: '' }))],
    Math.min(width * 0.34, LABEL * 9),
  );
  const left = nameWidth + COLUMN_GAP;
  const across = Math.max(
    1,
    Math.min(columns.length, Math.floor((width - left + PANEL_GAP) / (LEAST_PANEL + PANEL_GAP))),
  );
  const panelWidth = (width - left - (across - 1) * PANEL_GAP) / across;
  const all = series.flatMap(({ marks }) => marks);
  const valueWidth = Math.max(0, ...all.map((mark) => textWidth(mark.text, SMALL))) + VALUE_GAP + 4;
  const top = Math.max(0, ...all.map(({ high }) => high)) || 1;
  const scale = (value: number): number => (Math.max(0, value) / top) * (panelWidth - valueWidth);
  const heads = columns.map(({ label }) => wrapText(label, panelWidth, SMALL));
  const rowHeights = series.map((_, index) => Math.max(BAR, blocks[index]?.height ?? 0) + ROW_GAP);
  const names: { blocks: typeof blocks; centres: number[] } = { blocks: [], centres: [] };
  const headLines: { line: string; x: number; y: number }[] = [];
  const rules: { x: number; y1: number; y2: number }[] = [];
  const bars: Bar[] = [];
  const gaps: { line: string; x: number; y: number }[] = [];
  let bottom = 0;
  for (let start = 0; start < columns.length; start += across) {
    const band = columns.slice(start, start + across);
    const lines = Math.max(...band.map((_, at) => heads[start + at]?.length ?? 1));
    const body = bottom + lines * SMALL * LINE + 6;
    const centres = rowHeights.map(
      (height, row) => body + rowHeights.slice(0, row).reduce((sum, other) => sum + other, 0) + height / 2,
    );
    const end = body + rowHeights.reduce((sum, height) => sum + height, 0);
    names.blocks.push(...blocks.slice(0, series.length));
    names.centres.push(...centres);
    band.forEach((column, at) => {
      const x = left + at * (panelWidth + PANEL_GAP);
      (heads[start + at] ?? []).forEach((line, row) =>
        headLines.push({ line, x, y: bottom + (row + 0.5) * SMALL * LINE }),
      );
      rules.push({ x, y1: body, y2: end });
      series.forEach((entry, row) => {
        const mark = entry.marks.find(({ key }) => key === column.key);
        if (!mark) {
          gaps.push({ line: wordInTable(comparison, entry, column.key), x, y: centres[row] ?? 0 });
          return;
        }
        bars.push({
          agencyId: entry.agencyId,
          series: entry,
          mark,
          x1: x,
          x2: x + scale(mark.number),
          low: x + scale(mark.low),
          high: x + scale(mark.high),
          y: centres[row] ?? 0,
          spoken: spokenMark(entry, mark, unitLabel),
        });
      });
    });
    bottom = end + BAND_GAP;
  }
  const foot = absentBlock(absent, { width, nameX: 0, nameWidth, bodyX: left, lang });
  const marks: Markish[] = [
    text(headLines, { x: 'x', y: 'y', text: 'line', textAnchor: 'start', fontSize: SMALL, fill: MUTED }),
    ...nameMarks(names.blocks, names.centres, 0),
    rect(bars, {
      x1: 'x1',
      x2: 'x2',
      y1: (bar: Bar) => bar.y - BAR / 2,
      y2: (bar: Bar) => bar.y + BAR / 2,
      fill: (bar: Bar) => seriesInk(bar.series.colour),
      render: tagging(bars),
    }),
    ruleX(rules, { x: 'x', y1: 'y1', y2: 'y2', stroke: RULE_STRONG }),
    ruleY(
      bars.filter(({ low, high }) => high - low > HAIRLINE),
      { y: 'y', x1: 'low', x2: 'high', stroke: INK },
    ),
    text(bars, {
      x: (bar: Bar) => Math.max(bar.x2, bar.high),
      y: 'y',
      dx: VALUE_GAP,
      text: (bar: Bar) => bar.mark.text,
      textAnchor: 'start',
      fontSize: SMALL,
      fill: INK,
    }),
    text(gaps, {
      x: 'x',
      y: 'y',
      dx: VALUE_GAP,
      text: 'line',
      textAnchor: 'start',
      fontSize: SMALL,
      fill: MUTED,
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

/** What the table has in place of a figure: 未披露, 空表. */
function wordInTable({ table }: Comparison, { agencyId }: Series, key: string): string {
  const at = table.columns.findIndex(({ id }) => id === key);
  return table.rows.find((row) => row.agencyId === agencyId)?.cells[at]?.text ?? '—';
}
