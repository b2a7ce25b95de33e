import type { ReaderResult, ResultColumn } from '../../data/engine/reader-query.ts';
import type { Value } from '../../data/engine/values.ts';
import { cellText, isFigure, kindOf } from './cells.ts';

export type QuickForm = 'bars' | 'line' | 'dots';

export interface QuickPoint {
  /** Name of the bar, or of the point. */
  name: string;
  /** Line the point belongs to. */
  series: string;
  x: number;
  /** Value as it is written. */
  text: string;
  y: number;
}

/** A result drawn without asking: numbers, at last, for pixels. */
export interface QuickChart {
  form: QuickForm;
  /** Columns that stand on the axes; `x` is '' for bars. */
  x: string;
  y: string;
  points: QuickPoint[];
  /** Rows that are not drawn: beyond the limit, or without a value. */
  left: number;
}

const BARS = 20;
const POINTS = 2_000;
const LINES = 4;

/**
 * Charts that a result can be drawn as, the first being the obvious one. The rule: a year or a date and a figure make
 * lines, one for each name where there are at most four names; a name and a figure make bars, in the order of the
 * rows, the first 20; two figures make dots.
 */
export function quickCharts(result: ReaderResult): QuickChart[] {
  const { columns, rows } = result;
  if (rows.length < 2) return [];
  const time = columns.findIndex((column, i) => isTime(column, rows, i));
  const figures = columns.flatMap((column, i) => (i !== time && isFigure(column) ? [i] : []));
  const name = columns.findIndex((column) => kindOf(column) === 'text');
  const [first, second] = figures;
  if (first === undefined) return [];
  return [
    ...(time >= 0 ? lines(result, time, first, name) : []),
    ...(name >= 0 ? [bars(result, name, first)] : []),
    ...(second !== undefined ? [dots(result, first, second, name)] : []),
  ].filter((chart) => chart.points.length > 1);
}

/** A date, or whole numbers that are all years. */
function isTime(column: ResultColumn, rows: readonly Value[][], index: number): boolean {
  const kind = kindOf(column);
  if (kind === 'date') return true;
  if (kind !== 'integer') return false;
  const values = rows.map((row) => row[index]).filter((value) => value !== null);
  return (
    values.length > 0 && values.every((value) => typeof value === 'number' && value >= 1990 && value <= 2100)
  );
}

function lines(result: ReaderResult, time: number, figure: number, name: number): QuickChart[] {
  const names = new Set(name >= 0 ? result.rows.map((row) => row[name]) : ['']);
  if (names.size > LINES) return [];
  const chart = points(result, figure, POINTS, (row) => ({
    name: name >= 0 ? textOf(row[name]) : '',
    series: name >= 0 ? textOf(row[name]) : '',
    x: timeOf(row[time]),
  }));
  const taken = new Set(chart.points.map(({ series, x }) => `${series}\n${x}`));
  if (taken.size < chart.points.length || new Set(chart.points.map(({ x }) => x)).size < 2) return [];
  chart.points.sort((a, b) => a.x - b.x);
  return [{ form: 'line', x: nameOf(result, time), ...chart }];
}

function bars(result: ReaderResult, name: number, figure: number): QuickChart {
  const more = result.columns.flatMap((column, i) =>
    i !== name && kindOf(column) === 'text' && i < figure ? [i] : [],
  );
  const chart = points(result, figure, BARS, (row) => ({
    name: [name, ...more]
      .map((i) => textOf(row[i]))
      .filter((part) => part !== '')
      .join(' · '),
    series: '',
    x: 0,
  }));
  return { form: 'bars', x: '', ...chart };
}

function dots(result: ReaderResult, x: number, y: number, name: number): QuickChart {
  const chart = points(result, y, POINTS, (row) => ({
    name: name >= 0 ? textOf(row[name]) : '',
    series: '',
    x: row[x] === null || row[x] === undefined ? Number.NaN : Number(row[x]),
  }));
  return { form: 'dots', x: nameOf(result, x), ...chart };
}

function points(
  { columns, rows }: ReaderResult,
  figure: number,
  limit: number,
  placed: (row: Value[]) => Pick<QuickPoint, 'name' | 'series' | 'x'>,
): Pick<QuickChart, 'y' | 'points' | 'left'> {
  const column = columns[figure];
  const drawn = rows.slice(0, limit).flatMap((row) => {
    const value = row[figure] ?? null;
    const place = placed(row);
    if (!column || value === null || !Number.isFinite(Number(value)) || !Number.isFinite(place.x)) return [];
    return [{ ...place, y: Number(value), text: cellText(value, column) }];
  });
  return { y: column?.name ?? '', points: drawn, left: rows.length - drawn.length };
}

function nameOf({ columns }: ReaderResult, index: number): string {
  return columns[index]?.name ?? '';
}

function textOf(value: Value | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

/** A year as itself; a day as a fraction of its year. */
function timeOf(value: Value | undefined): number {
  if (typeof value === 'number') return value;
  const day = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  const year = new Date(day).getUTCFullYear();
  const start = Date.UTC(year, 0);
  return year + (day - start) / (Date.UTC(year + 1, 0) - start);
}
