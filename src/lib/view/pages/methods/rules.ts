import { CHECK_RULES, RULE_FAMILIES, type RuleFamily } from '../../../core/checks/index.ts';
import type { Lang } from '../../../core/model/localised.ts';
import type { CheckStatus } from '../../../core/model/extract.ts';
import type { RowOf } from '../../../data/arrow/tables.ts';

export interface RuleLine {
  id: string;
  name: string;
  meaning: string;
  counts: Record<CheckStatus, number>;
}
export interface RuleGroup {
  family: RuleFamily;
  name: string;
  rules: RuleLine[];
}

/** Every reconciliation rule in one language, with how its checks came out over the data set. */
export function describeRules(checks: readonly RowOf<'checks'>[], lang: Lang): RuleGroup[] {
  const families = Object.keys(RULE_FAMILIES) as RuleFamily[];
  return families
    .map((family) => ({
      family,
      name: RULE_FAMILIES[family][lang],
      rules: CHECK_RULES.filter((rule) => rule.family === family).map((rule) => ({
        id: rule.id,
        name: rule.name[lang],
        meaning: rule.meaning[lang],
        counts: countsOf(checks.filter((check) => check.rule === rule.id)),
      })),
    }))
    .filter((group) => group.rules.length > 0);
}

function countsOf(checks: readonly RowOf<'checks'>[]): RuleLine['counts'] {
  const counts = { exact: 0, rounding: 0, explained: 0, broken: 0, unchecked: 0 };
  for (const { status } of checks) counts[status] += 1;
  return counts;
}
