export { checkBook, checkKey } from './book.ts';
export { countStatuses, DEFAULT_FILTER, filterChecks, GAP_SIZES, groupChecks } from './filter.ts';
export type { ChecksFilter, GapSize, StatusCounts } from './filter.ts';
export { STATUS_ORDER } from './types.ts';
export { citeAmounts } from './cite.ts';
export type { CitedAmount } from './cite.ts';
export type { CellName, CheckBook, CheckLine, Finding } from './types.ts';
