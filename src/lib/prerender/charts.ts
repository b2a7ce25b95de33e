import { parseHTML } from 'linkedom';
import type { Comparison, Series } from '$lib/view/comparison/types';
import type { Scatter } from '$lib/view/scatter/scatter';
import type { Waterfall } from '$lib/view/outliers/waterfall';
import type { ChartPair } from '$lib/view/pages/chart-pair';
import { NARROW, WIDE, WIDEST } from '$lib/ui/charts/pair';
import { renderChart, renderScatter, renderWaterfall, type RenderOptions } from '$lib/ui/charts/render';

/** Draws a comparison at build time, for a phone and for a wide place. */
export function printChart(comparison: Comparison, wide = WIDE): ChartPair {
  return printed(wide, (frame) => renderChart(comparison, frame));
}

/** Draws the way from the median to a figure at build time. */
export function printWaterfall(waterfall: Waterfall, colour: Series['colour']): ChartPair {
  return printed(WIDE, (frame) => renderWaterfall(waterfall, colour, frame));
}

export function printScatter(scatter: Scatter): ChartPair {
  return printed(WIDEST, (frame) => renderScatter(scatter, frame));
}

function printed(wide: number, draw: (frame: RenderOptions) => string): ChartPair {
  const at = (width: number): string => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    return draw({ width, document });
  };
  return { narrow: at(NARROW), wide: at(wide) };
}
