import type { Check } from '../../model/extract.ts';
import type { Localised } from '../../model/localised.ts';
import type { Decimal } from '../../money/index.ts';
import type { Context, Figure } from './figures.ts';

export interface Term {
  figure: Figure;
  weight: 1 | -1;
}

/** How a draft is put into words. */
export type Wording =
  /** A printed total against the sum of its parts; `parts` names them. */
  | { kind: 'sum'; parts: Localised }
  /** The same quantity in two places. */
  | { kind: 'same'; what?: Localised }
  /** A figure against a computed one; `expected` says what was computed. */
  | { kind: 'computed'; expected: Localised }
  /** A sentence of its own; the rule knows better. */
  | { kind: 'said'; sentence: Localised };

/**
 * What a broken check is due to, where its rule knows: checks of one key are one finding, with `byGap` only those that
 * differ by the same amount. `odd` is the table that disagrees with the others: several such checks are that table’s.
 */
export interface Cause {
  key: string;
  byGap?: boolean;
  odd?: string;
}

/** What a rule found, before it is worked out and worded. */
export interface Draft {
  /** What the check is about, ASCII, the same in every release. */
  subject: string;
  /** The printed figure that is compared; null where a part is missing so that nothing can be. */
  compared: Figure | null;
  terms: Term[];
  /** Computed side, where it isn't the weighted sum of the terms (products, shares). */
  expected?: { yuan: Decimal; slack: Decimal };
  /** Why it can't be checked. */
  missing?: Localised;
  /** Outcome that has no amounts (years, units, pairs of codes). */
  verdict?: { status: Check['status']; facts: string[]; claims: string[] };
  wording: Wording;
  cause?: Cause;
}

/** One rule as data: what it means, for the page of methods, and how it finds its checks. */
export interface CheckRule {
  id: string;
  family: RuleFamily;
  name: Localised;
  meaning: Localised;
  find: (context: Context) => Draft[];
}

export const RULE_FAMILIES = {
  sums: { zh: '分项与合计', en: 'Parts against totals' },
  tables: { zh: '表与表', en: 'Table against table' },
  balance: { zh: '收入与支出', en: 'Income against expenditure' },
  prose: { zh: '文字说明', en: 'Prose' },
  projects: { zh: '项目与绩效', en: 'Projects and performance' },
  codes: { zh: '科目对应', en: 'Classifications' },
  statements: { zh: '年度、单位与空表', en: 'Years, units and empty tables' },
} as const satisfies Record<string, Localised>;
export type RuleFamily = keyof typeof RULE_FAMILIES;

export function plus(figure: Figure): Term {
  return { figure, weight: 1 };
}
export function minus(figure: Figure): Term {
  return { figure, weight: -1 };
}
