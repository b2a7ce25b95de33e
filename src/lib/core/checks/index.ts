import type { Check } from '../model/extract.ts';
import { buildContext, NO_SURROUNDINGS, type CheckInput, type Surroundings } from './judge/figures.ts';
import { groupFindings } from './judge/findings.ts';
import { withoutMisreadTables } from './judge/isolate.ts';
import { judge } from './judge/judge.ts';
import type { Cause } from './judge/rule.ts';
import { CHECK_RULES } from './rules/index.ts';

export { CHECK_RULES } from './rules/index.ts';
export { RULE_FAMILIES, type CheckRule, type RuleFamily } from './judge/rule.ts';
export type { CheckInput, Surroundings } from './judge/figures.ts';

/**
 * Reconciles a document: every sum and every repeated figure that it holds, judged on what its printed digits leave open.
 * `surroundings` (the recognised tables and the text) add notes, unit lines, headings of forms and sentences, which no record holds.
 * Deterministic; check ids are unique and depend on rule and subject only. Never throws for facts that contradict each other.
 */
export function checkExtract(input: CheckInput, surroundings: Surroundings = NO_SURROUNDINGS): Check[] {
  const context = buildContext(input, surroundings);
  const checks: Check[] = [];
  const used = new Map<string, number>();
  const causes = new Map<string, Cause>();
  for (const rule of CHECK_RULES) {
    for (const draft of rule.find(context)) {
      const check = judge(context, rule, draft);
      const times = (used.get(check.check_id) ?? 0) + 1;
      used.set(check.check_id, times);
      const id = times === 1 ? check.check_id : `${check.check_id}~${times}`;
      checks.push({ ...check, check_id: id });
      if (draft.cause) causes.set(id, draft.cause);
    }
  }
  return groupFindings(withoutMisreadTables(checks, isSum), causes);
}

const SUMS = new Set(CHECK_RULES.filter(({ family }) => family === 'sums').map(({ id }) => id));

function isSum(rule: string): boolean {
  return SUMS.has(rule);
}
