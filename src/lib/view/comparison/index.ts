export { compare } from './compare.ts';
export { comparisonInput } from './input.ts';
export type { ComparedMetric, ComparisonInput } from './input.ts';
export { formsOf } from './forms.ts';
export { formatDecimal } from './figures.ts';
export { agenciesOfGroup, defaultPeerGroup, peerGroups } from './peers.ts';
export { brokenSentence, quotation, wholeStatement } from './statement.ts';
export { seriesColour } from './colours.ts';
export type * from './types.ts';
