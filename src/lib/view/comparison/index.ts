export { compare } from './compare.ts';
export { comparisonInput } from './input.ts';
export type { ComparedMetric, ComparisonInput } from './input.ts';
export { formatDecimal } from './figures.ts';
export { defaultPeerGroup } from './selection.ts';
export { seriesColour } from './colours.ts';
export type * from './types.ts';
