import type { CheckRule } from './rule.ts';
export const ACROSS_RULES: readonly CheckRule[] = [];
