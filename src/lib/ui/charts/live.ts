import type * as render from './render';

/** What draws every form of chart. */
export type ChartCode = typeof render;

let loaded: Promise<ChartCode> | undefined;

/** The chart code, fetched when a reader first reaches for a control. Rejects where it can't be fetched. */
export function loadChartCode(): Promise<ChartCode> {
  loaded ??= import('./render');
  loaded.catch(() => (loaded = undefined));
  return loaded;
}
