import { rect, text } from '@observablehq/plot';
import type { Markish, PlotOptions } from '@observablehq/plot';
import type { Comparison, ComparisonColumn, Mark } from '$lib/view/comparison/types';
import { spokenMark } from '$lib/view/comparison/spoken';
import { absentBlock } from './absent-block';
import { INK, LABEL, LINE, MUTED, RULE, SMALL, tagging } from './ink';
import type { ChartFrame, Tagged } from './ink';
import { layNames, nameLines, nameMarks } from './names';
import { textWidth, wrapText } from './text-layout';

const LEAST_CELL = 38;
const CELL_HEIGHT = 30;
const GAP = 10;
const DEEPEST = 0.42;
/** Where cells say only yes or no. */
const DEPTH_OF_YES = 0.14;
const BAR_HEIGHT = 3;

interface Cell extends Tagged {
  mark: Mark;
  share: boolean;
  x: number;
  y: number;
  width: number;
}

/** One axis of the matrix: what stands at its places, and where. */
interface Lane {
  at: number[];
  sizes: number[];
}

/**
 * Counts by agency and category, each written in its cell and shaded by size; coverage shares as percentages with
 * a bar. Agencies are rows where there is room for the columns, and columns on a phone.
 */
export function plotMatrix(given: Comparison, frame: ChartFrame): PlotOptions {
  const comparison = given.series.length > 0 ? given : { ...given, columns: [] };
  const { columns, series } = comparison;
  const nameRoom = Math.min(frame.width * 0.2, LABEL * 9);
  const room = frame.width - nameRoom - GAP * 2;
  const needed = sum(columns.map(({ label }) => Math.max(LEAST_CELL, leastWidth(label))));
  const upright = needed > room;
  return upright && series.length <= columns.length
    ? plotUpright(comparison, frame)
    : plotFlat(comparison, frame);
}

/** Agencies as rows. */
function plotFlat(comparison: Comparison, { width }: ChartFrame): PlotOptions {
  const { columns, series, absent, lang } = comparison;
  const { blocks, width: nameWidth } = layNames(
    [...series, ...absent.map(({ name }) => ({ name, detail: '' }))],
    LABEL * 9,
  );
  const left = nameWidth + GAP * 1.5;
  const across = lane(
    columns.map(({ label }) => label),
    left,
    width,
    gapIndex(columns),
  );
  const heads = columns.map(({ label }, index) => wrapText(label, (across.sizes[index] ?? 0) - 2, SMALL));
  const headHeight =
    heads.length === 0 ? 0 : Math.max(...heads.map((lines) => lines.length)) * SMALL * LINE + 8;
  const heights = blocks.slice(0, series.length).map((block) => Math.max(CELL_HEIGHT, block.height + 6));
  const down = heights.map((height, index) => headHeight + sum(heights.slice(0, index)) + height / 2);
  const bottom = headHeight + sum(heights);
  const grid = gridOf(comparison, (row, column) => ({
    x: across.at[column] ?? 0,
    y: down[row] ?? 0,
    width: across.sizes[column] ?? 0,
  }));
  const foot = absentBlock(absent, { width, nameX: 0, nameWidth, bodyX: left, lang });
  return {
    ...pixels(width, bottom + foot.height + 4),
    marks: [
      ...headMarks(heads, across.at, headHeight),
      ...nameMarks(blocks.slice(0, series.length), down, 0),
      ...gridMarks(grid),
      ...foot.marks(bottom + 4),
    ],
  };
}

/** Agencies as columns, categories as rows. */
function plotUpright(comparison: Comparison, { width }: ChartFrame): PlotOptions {
  const { columns, series, absent, lang } = comparison;
  const { blocks, width: labelWidth } = layNames(
    columns.map(({ label, kind }) => ({ name: kind === 'share' ? `${label} %` : label, detail: '' })),
    Math.min(width * 0.3, LABEL * 8),
  );
  const left = labelWidth + GAP;
  const across = lane(
    series.map(() => ''),
    left,
    width,
    -1,
  );
  const heads = series.map(({ name, detail, unlike }, index) => [
    ...nameLines({ name, unlike }, (across.sizes[index] ?? 0) - 4, SMALL),
    ...(detail === '' ? [] : [fittingYear(detail, across.sizes[index] ?? 0)]),
  ]);
  const headHeight =
    heads.length === 0 ? 0 : Math.max(...heads.map((lines) => lines.length)) * SMALL * LINE + 8;
  const gapAt = gapIndex(columns);
  const heights = blocks.map((block) => Math.max(CELL_HEIGHT, block.height + 6));
  const down = heights.map(
    (height, index) =>
      headHeight + sum(heights.slice(0, index)) + height / 2 + (gapAt > 0 && index >= gapAt ? GAP : 0),
  );
  const bottom = headHeight + sum(heights) + (gapAt > 0 ? GAP : 0);
  const grid = gridOf(comparison, (column, row) => ({
    x: across.at[column] ?? 0,
    y: down[row] ?? 0,
    width: across.sizes[column] ?? 0,
  }));
  const foot = absentBlock(absent, {
    width,
    nameX: 0,
    nameWidth: Math.max(labelWidth, LABEL * 5),
    bodyX: Math.max(left, LABEL * 5 + GAP),
    lang,
  });
  return {
    ...pixels(width, bottom + foot.height + 4),
    marks: [
      ...headMarks(heads, across.at, headHeight),
      ...nameMarks(blocks, down, 0),
      ...gridMarks(grid),
      ...foot.marks(bottom + 4),
    ],
  };
}

function pixels(width: number, height: number): PlotOptions {
  const axis = { type: 'identity', axis: null } as const;
  return { width, height: Math.ceil(height), margin: 0, x: axis, y: axis };
}

/** 2024, or '24 where a column is too narrow for it. */
function fittingYear(year: string, width: number): string {
  return textWidth(year, SMALL) <= width ? year : `'${year.slice(-2)}`;
}

/** Places from left to right, as equal as the longest word of each label allows, with a gap before the shares. */
function lane(labels: readonly string[], from: number, to: number, gapAt: number): Lane {
  const gap = gapAt > 0 ? GAP : 0;
  const room = to - from - gap;
  const needed = labels.map(leastWidth);
  const equal = room / Math.max(1, labels.length);
  const wider = sum(needed.map((need) => Math.max(0, need - equal)));
  const slack = sum(needed.map((need) => Math.max(0, equal - need)));
  const given = slack > 0 ? Math.min(1, wider / slack) : 0;
  const sizes = needed.map((need) => (need > equal ? need : equal - (equal - need) * given));
  const shrink = Math.min(1, room / sum(sizes));
  const fitted = sizes.map((size) => size * shrink);
  const at = fitted.map(
    (size, index) => from + sum(fitted.slice(0, index)) + size / 2 + (gap > 0 && index >= gapAt ? gap : 0),
  );
  return { at, sizes: fitted };
}

/** The longest piece of a label that can't be broken. */
function leastWidth(label: string): number {
  return Math.max(0, ...wrapText(label, 0, SMALL).map((word) => textWidth(word, SMALL) + 4));
}

function gapIndex(columns: readonly ComparisonColumn[]): number {
  return columns.findIndex(({ kind }) => kind === 'share');
}

type Place = Pick<Cell, 'x' | 'y' | 'width'>;

interface MatrixGrid {
  cells: Cell[];
  /** Where an agency's own form has no such category. */
  blanks: Place[];
}

function gridOf(
  { series, columns }: Comparison,
  place: (series: number, column: number) => Place,
): MatrixGrid {
  const grid: MatrixGrid = { cells: [], blanks: [] };
  series.forEach((entry, at) =>
    columns.forEach(({ key, kind }, column) => {
      const mark = entry.marks.find((candidate) => candidate.key === key);
      const share = kind === 'share';
      if (!mark) grid.blanks.push(place(at, column));
      else {
        const spoken = spokenMark(entry, mark, share ? '%' : '');
        grid.cells.push({ agencyId: entry.agencyId, mark, share, spoken, ...place(at, column) });
      }
    }),
  );
  return grid;
}

function headMarks(heads: readonly string[][], at: readonly number[], height: number): Markish[] {
  const lines = heads.flatMap((head, index) =>
    head.map((line, row) => ({
      line,
      x: at[index] ?? 0,
      y: height - 6 - (head.length - row - 0.5) * SMALL * LINE,
    })),
  );
  return [text(lines, { x: 'x', y: 'y', text: 'line', fontSize: SMALL, fill: MUTED })];
}

function gridMarks({ cells, blanks }: MatrixGrid): Markish[] {
  const counts = cells.filter(({ share }) => !share);
  const shares = cells.filter(({ share }) => share);
  const largest = Math.max(1, ...counts.map(({ mark }) => mark.number));
  const box = (cell: Cell): { x1: number; x2: number; y1: number; y2: number } => ({
    x1: cell.x - cell.width / 2 + 1,
    x2: cell.x + cell.width / 2 - 1,
    y1: cell.y - CELL_HEIGHT / 2 + 1,
    y2: cell.y + CELL_HEIGHT / 2 - 1,
  });
  const barY = (cell: Cell): number => cell.y + CELL_HEIGHT / 2 - 4 - BAR_HEIGHT;
  const shareText = (cell: Cell): string => {
    const whole = cell.mark.number < 100 ? Math.min(99, Math.round(cell.mark.number)) : 100;
    const forms = [`${cell.mark.text}%`, `${whole}%`, String(whole)];
    return forms.find((form) => textWidth(form, SMALL) <= cell.width - 4) ?? String(whole);
  };
  const barEnd = (cell: Cell, share: number): number => box(cell).x1 + 3 + (share / 100) * (cell.width - 8);
  return [
    rect(counts, {
      x1: (cell: Cell) => box(cell).x1,
      x2: (cell: Cell) => box(cell).x2,
      y1: (cell: Cell) => box(cell).y1,
      y2: (cell: Cell) => box(cell).y2,
      fill: INK,
      fillOpacity: (cell: Cell) => (cell.mark.number / largest) * (largest > 1 ? DEEPEST : DEPTH_OF_YES),
      stroke: RULE,
      render: tagging(counts),
    }),
    text(counts, {
      x: 'x',
      y: 'y',
      text: (cell: Cell) => cell.mark.text,
      fontSize: LABEL,
      fill: (cell: Cell) => (cell.mark.number === 0 ? MUTED : INK),
    }),
    rect(shares, {
      x1: (cell: Cell) => barEnd(cell, 0),
      x2: (cell: Cell) => barEnd(cell, 100),
      y1: barY,
      y2: (cell: Cell) => barY(cell) + BAR_HEIGHT,
      fill: RULE,
    }),
    rect(shares, {
      x1: (cell: Cell) => barEnd(cell, 0),
      x2: (cell: Cell) => barEnd(cell, Math.min(100, Math.max(0, cell.mark.number))),
      y1: barY,
      y2: (cell: Cell) => barY(cell) + BAR_HEIGHT,
      fill: MUTED,
      render: tagging(shares),
    }),
    text(shares, { x: 'x', y: (cell: Cell) => cell.y - 4, text: shareText, fontSize: SMALL, fill: INK }),
    text(blanks, { x: 'x', y: 'y', text: () => '—', fontSize: SMALL, fill: MUTED }),
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
