import { BUDGET_CHANGE } from './budget-change.ts';
import { DISCLOSURE_COMPLETENESS } from './disclosure-completeness.ts';
import { ECONOMIC_MIX } from './economic-mix.ts';
import { FUNCTION_MIX } from './function-mix.ts';
import { INDICATOR_COVERAGE } from './indicator-coverage.ts';
import { MEETING_TRAINING_PER_HEAD } from './meeting-training-per-head.ts';
import { OPERATING_COST } from './operating-cost.ts';
import { PROCUREMENT_SHARE } from './procurement-share.ts';
import { PROJECT_SHARE } from './project-share.ts';
import { RECONCILIATION } from './reconciliation.ts';
import { RUNNING_COST_PER_HEAD } from './running-cost-per-head.ts';
import { STAFF_COST_PER_HEAD } from './staff-cost-per-head.ts';
import { THREE_PUBLIC } from './three-public.ts';

/** Every metric, in the order in which pages list them. */
export const REGISTER = [
  STAFF_COST_PER_HEAD,
  PROJECT_SHARE,
  THREE_PUBLIC,
  INDICATOR_COVERAGE,
  RUNNING_COST_PER_HEAD,
  OPERATING_COST,
  BUDGET_CHANGE,
  MEETING_TRAINING_PER_HEAD,
  FUNCTION_MIX,
  ECONOMIC_MIX,
  PROCUREMENT_SHARE,
  DISCLOSURE_COMPLETENESS,
  RECONCILIATION,
] as const;
