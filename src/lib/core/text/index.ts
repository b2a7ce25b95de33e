export { compactText, normaliseText } from './normalise.ts';
