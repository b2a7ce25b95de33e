export { compactText, normaliseText } from './normalise.ts';
export { CHINESE_NUMERALS, readChineseNumber } from './numerals.ts';
