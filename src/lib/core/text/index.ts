export { compactText, normaliseText } from './normalise.ts';
export { CHINESE_NUMERALS, readChineseNumber } from './numerals.ts';
export { figureWithoutMarks, isNoteMark, labelWithoutMarks, raised } from './note-marks.ts';
export {
  enumeration,
  isAmong,
  isBareSum,
  isEnumerated,
  isListed,
  isPartTotal,
  isTotalLabel,
  withoutMarks,
  type Mark,
} from './shapes.ts';
