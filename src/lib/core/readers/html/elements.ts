import type { Sheet } from './positioned.ts';
import type { InlineStyle } from './style.ts';

/** An open element, as far as what stands in it depends on it. */
export interface OpenElement {
  name: string;
  style: InlineStyle | null;
  skipped: boolean;
  sheet: Sheet | null;
  /** Where absolutely placed children of this element count from, in points on the sheet. */
  x: number;
  y: number;
}

/** Elements whose text is no text of the page. */
const SKIPPED = new Set(
  'script style noscript template head select option button textarea svg math iframe object embed audio video canvas map'.split(
    ' ',
  ),
);
const BREAKING = new Set(
  'p div br li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article header footer main aside nav form fieldset legend blockquote pre hr address center figure figcaption details summary body table caption tr'.split(
    ' ',
  ),
);

/** Whether a line ends where the element begins and ends. */
export const isBreaking = (name: string): boolean => BREAKING.has(name);

export const isCell = (name: string): boolean => name === 'td' || name === 'th';

/** Depth of a heading element, 1 to 6; null for others. */
export const headingDepth = (name: string): number | null => (/^h[1-6]$/.test(name) ? Number(name[1]) : null);

/** An element within `parent`, hidden where the parent or its own markup hides it. */
export function openElement(
  name: string,
  attributes: Record<string, string>,
  style: InlineStyle | null,
  parent: OpenElement | undefined,
  hidden: boolean,
): OpenElement {
  return {
    name,
    style,
    skipped:
      hidden ||
      (parent?.skipped ?? false) ||
      SKIPPED.has(name) ||
      (style?.hidden ?? false) ||
      'hidden' in attributes,
    sheet: parent?.sheet ?? null,
    x: parent?.x ?? 0,
    y: parent?.y ?? 0,
  };
}

export const isPlacedStyle = (style: InlineStyle | null): style is InlineStyle =>
  style !== null && (style.left !== null || style.top !== null);

/** The style that places what stands in the innermost element; null where nothing does. */
export function placedStyle(elements: readonly OpenElement[]): InlineStyle | null {
  return elements.findLast((element) => isPlacedStyle(element.style))?.style ?? null;
}
