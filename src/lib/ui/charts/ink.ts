import type { RenderFunction } from '@observablehq/plot';
import type { Mark, Series } from '$lib/view/comparison/types';

/** Colours by name of the design token, so that a drawn chart follows the theme without being drawn again. */
export const INK = 'var(--ink)';
export const MUTED = 'var(--muted)';
export const RULE = 'var(--rule)';
export const RULE_STRONG = 'var(--rule-strong)';
export const PAPER = 'var(--paper)';
export const HATCH = 'var(--hatch)';
export const GREY = 'var(--series-grey)';

export function seriesInk(colour: Series['colour'] | undefined): string {
  return colour === null || colour === undefined ? GREY : `var(--series-${colour})`;
}

/** Text sizes: labels and values, and what stands beside them. */
export const LABEL = 13;
export const SMALL = 12;
export const LINE = 1.3;

/** What a chart is drawn for. */
export interface ChartFrame {
  /** CSS pixels. */
  width: number;
}

/** Ties a drawn shape to its figure: which agency, which year or item, and what a reader hears. */
export interface Tagged {
  agencyId: string;
  mark: Mark;
  spoken: string;
}

/** Writes the tags as attributes on the shapes that a Plot mark draws, one a datum. */
export function tagging(data: readonly Tagged[]): RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    if (!group) return null;
    index.forEach((datum, position) => {
      const shape = group.childNodes[position];
      const tag = data[datum];
      if (!tag || !shape || !('setAttribute' in shape)) return;
      const element = shape as SVGElement;
      const { row, key, year } = tag.mark;
      element.setAttribute('data-agency', tag.agencyId);
      element.setAttribute('data-key', key);
      element.setAttribute('data-year', String(year));
      element.setAttribute('data-document', row.document_id);
      element.setAttribute('data-spoken', tag.spoken);
    });
    return group;
  };
}
