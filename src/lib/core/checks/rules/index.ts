import { ACROSS_RULES } from './across.ts';
import { BALANCE_RULES } from './balance.ts';
import { CODE_RULES } from './code-sums.ts';
import { COLUMN_RULES } from './columns.ts';
import { CROSSWALK_RULES } from './crosswalk.ts';
import { DECLARED_RULES } from './declared.ts';
import { FORMAL_RULES } from './formal.ts';
import { FORM_RULES } from './forms.ts';
import { PROCUREMENT_RULES } from './procurement.ts';
import { PROJECT_LIST_RULES } from './project-list.ts';
import { PROJECT_FORM_RULES } from './project-forms.ts';
import { PROSE_TABLE_RULES } from './prose-table.ts';
import { PROSE_RULES } from './prose.ts';
import { TARGET_RULES } from './targets-met.ts';
import { THREE_PUBLIC_RULES } from './three-public.ts';
import { UNIT_RULES } from './units.ts';
import { WIDE_RULES } from './wide.ts';
import type { CheckRule } from '../judge/rule.ts';

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
  ...PROJECT_FORM_RULES,
  ...FORM_RULES,
  ...TARGET_RULES,
  ...DECLARED_RULES,
  ...FORMAL_RULES,
];
