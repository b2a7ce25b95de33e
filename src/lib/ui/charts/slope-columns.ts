import type { Comparison, Mark, Series } from '$lib/view/comparison/types';

/** Where the points of a slope stand: real years, or 上年 and 本年 where agencies' own latest years differ. */
export interface SlopeColumns {
  /** Places from 0 to 1, in order. */
  heads: { position: number; label: string; short: string }[];
  /** Whether columns are relative, so that each line has to say its own years. */
  relative: boolean;
  positionOf: (series: Series, mark: Mark) => number;
  /** A series' marks in runs of neighbouring years; a line is drawn within a run only. */
  unbroken: (series: Series) => Mark[][];
}

const RELATIVE = { zh: ['上年', '本年'], en: ['year before', 'latest year'] };

export function slopeColumns({ columns, series, lang, state }: Comparison): SlopeColumns {
  const spans = new Set(series.map(({ detail }) => detail));
  const relative =
    spans.size > 1 && state.compareYear === null && series.every(({ marks }) => marks.length <= 2);
  const neighbours = (a: Mark, b: Mark): boolean => b.year - a.year === 1 || columns.length === 2;
  const unbroken = (entry: Series): Mark[][] => {
    const runs: Mark[][] = [];
    for (const mark of entry.marks) {
      const run = runs.at(-1);
      const last = run?.at(-1);
      if (run && last && neighbours(last, mark)) run.push(mark);
      else runs.push([mark]);
    }
    return runs.filter((run) => run.length > 1);
  };
  if (relative) {
    return {
      heads: RELATIVE[lang].map((label, position) => ({ position, label, short: label })),
      relative,
      positionOf: (entry, mark) => (String(mark.year) === entry.detail.split('→').at(-1) ? 1 : 0),
      unbroken,
    };
  }
  const years = columns.map(({ key }) => Number(key));
  const first = Math.min(...years);
  const span = Math.max(...years) - first;
  const position = (year: number): number => (span > 0 ? (year - first) / span : 1);
  return {
    heads: columns.map(({ key, label }) => ({ position: position(Number(key)), label, short: key })),
    relative,
    positionOf: (_, { year }) => position(year),
    unbroken,
  };
}
