/** One chart drawn at build time for a phone and for a wide place, as SVG source. */
export interface ChartPair {
  narrow: string;
  wide: string;
}
