import type { AnsweredDocument } from '../../../data/answers.ts';

/** How many of a document's sums could be made. */
export function madeChecks({ checks }: Pick<AnsweredDocument, 'checks'>): number {
  return checks.exact + checks.rounding + checks.broken;
}
