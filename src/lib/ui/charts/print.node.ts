import { parseHTML } from 'linkedom';
import type { Comparison } from '$lib/view/comparison/types';
import { NARROW, WIDE, type ChartPair } from './pair';
import { renderChart } from './render';

/** Draws a comparison at build time, for a phone and for a wide place. */
export function printChart(comparison: Comparison, wide = WIDE): ChartPair {
  const draw = (width: number): string => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    return renderChart(comparison, { width, document });
  };
  return { narrow: draw(NARROW), wide: draw(wide) };
}
