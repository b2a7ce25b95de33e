/** One chart drawn at build time for a phone and for a wide place, as SVG source. */
export interface ChartPair {
  narrow: string;
  wide: string;
}

export const NARROW = 326;
export const WIDE = 680;
/** On a comparison's own page, where the chart has more room. */
export const WIDEST = 724;
