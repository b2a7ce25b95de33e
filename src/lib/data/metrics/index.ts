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
import type { MetricId, MetricRecord } from './types.ts';

export * from './evaluate.ts';
export * from './notes.ts';
export * from './run.ts';
export * from './types.ts';

/** Every metric by id. */
export const METRICS: Record<MetricId, MetricRecord> = {
  'staff-cost-per-head': STAFF_COST_PER_HEAD,
  'project-share': PROJECT_SHARE,
  'three-public': THREE_PUBLIC,
  'indicator-coverage': INDICATOR_COVERAGE,
  'running-cost-per-head': RUNNING_COST_PER_HEAD,
  'operating-cost': OPERATING_COST,
  'budget-change': BUDGET_CHANGE,
  'meeting-training-per-head': MEETING_TRAINING_PER_HEAD,
  'function-mix': FUNCTION_MIX,
  'economic-mix': ECONOMIC_MIX,
  'procurement-share': PROCUREMENT_SHARE,
  'disclosure-completeness': DISCLOSURE_COMPLETENESS,
  reconciliation: RECONCILIATION,
};
