import { CHECK_RULES, RULE_FAMILIES, type RuleFamily } from '$lib/core/checks/index';
import type { Lang } from '$lib/core/model/localised';
import type { CheckStatus } from '$lib/core/model/extract';
import type { Row } from '$lib/data/arrow/column';

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
export function describeRules(checks: readonly Row[], lang: Lang): RuleGroup[] {
  const families = Object.keys(RULE_FAMILIES) as RuleFamily[];
  return families
    .map((family) => ({
      family,
      name: RULE_FAMILIES[family][lang],
      rules: CHECK_RULES.filter((rule) => rule.family === family).map((rule) => ({
        id: rule.id,
        name: rule.name[lang],
        meaning: rule.meaning[lang],
        counts: countsOf(checks.filter((check) => check['rule'] === rule.id)),
      })),
    }))
    .filter((group) => group.rules.length > 0);
}

function countsOf(checks: readonly Row[]): RuleLine['counts'] {
  const counts = { exact: 0, rounding: 0, broken: 0, unchecked: 0 };
  for (const check of checks) {
    const status = check['status'] as CheckStatus;
    counts[status] += 1;
  }
  return counts;
}
