import type { Check } from '../model/extract.ts';
import { ACROSS_RULES } from './across.ts';
import { BALANCE_RULES } from './balance.ts';
import { CODE_RULES } from './code-sums.ts';
import { COLUMN_RULES } from './columns.ts';
import { CROSSWALK_RULES } from './crosswalk.ts';
import { DECLARED_RULES } from './declared.ts';
import { buildContext, type CheckInput, type Surroundings } from './figures.ts';
import { FORMAL_RULES } from './formal.ts';
import { FORM_RULES } from './forms.ts';
import { groupFindings, type Cause } from './findings.ts';
import { judge } from './judge.ts';
import { PROCUREMENT_RULES } from './procurement.ts';
import { PROJECT_LIST_RULES } from './project-list.ts';
import { PROSE_TABLE_RULES } from './prose-table.ts';
import { PROSE_RULES } from './prose.ts';
import type { CheckRule } from './rule.ts';
import { TARGET_RULES } from './targets-met.ts';
import { THREE_PUBLIC_RULES } from './three-public.ts';
import { UNIT_RULES } from './units.ts';
import { WIDE_RULES } from './wide.ts';

export { RULE_FAMILIES, type CheckRule, type RuleFamily } from './rule.ts';
export type { CheckInput, Surroundings } from './figures.ts';

/** Every rule, in the order in which a reader would check: within a table, between tables, prose, projects, formalities. */
export const CHECK_RULES: readonly CheckRule[] = [
  ...CODE_RULES,
  ...COLUMN_RULES,
  ...WIDE_RULES,
  ...UNIT_RULES,
  ...PROJECT_LIST_RULES,
  ...THREE_PUBLIC_RULES,
  ...PROCUREMENT_RULES,
  ...BALANCE_RULES,
  ...ACROSS_RULES,
  ...CROSSWALK_RULES,
  ...PROSE_TABLE_RULES,
  ...PROSE_RULES,
  ...FORM_RULES,
  ...TARGET_RULES,
  ...DECLARED_RULES,
  ...FORMAL_RULES,
];

/**
 * Reconciles a document: every sum and every repeated figure that it holds, judged on what its printed digits leave open.
 * `surroundings` (the recognised tables) add notes, unit lines and headings of forms, which no record holds.
 * Deterministic; check ids are unique and depend on rule and subject only. Never throws for facts that contradict each other.
 */
export function checkExtract(input: CheckInput, surroundings: Surroundings = []): Check[] {
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
  return groupFindings(checks, causes);
}
