import type { Comparison } from '$lib/view/comparison/types';

/** Draws a comparison for a place of this width, in CSS pixels, as SVG source. */
export type Renderer = (comparison: Comparison, width: number) => string;

let loaded: Promise<Renderer> | undefined;

/** The chart code, fetched when a reader first reaches for a control. */
export function loadRenderer(): Promise<Renderer> {
  loaded ??= import('./render').then(
    ({ renderChart }) =>
      (comparison, width) =>
        renderChart(comparison, { width, document }),
  );
  loaded.catch(() => (loaded = undefined));
  return loaded;
}
