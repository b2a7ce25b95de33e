import type { CheckStatus } from '../../core/model/extract.ts';
import { Decimal } from '../../core/money/index.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import { locatorOf, parseReference } from './reference.ts';

/** What the verdict of a figure hangs on: the checks of its document, and what its sentences' figures amount to. */
export interface CheckedRecords {
  checks: readonly CheckParts[];
  claims: readonly { claim_id: string; yuan_text: string | null }[];
  /** Figures that were corrected by hand. */
  corrections?: readonly { fact_id: string }[];
}
export interface CheckParts {
  status: CheckStatus;
  facts: readonly string[];
  claims: readonly string[];
  expected_yuan: string | null;
  actual_yuan: string | null;
}

/** How one figure of a comparison came out of its checks, in whole and by side. */
export interface RowVerdict {
  value: CheckStatus;
  numerator: CheckStatus;
  denominator: CheckStatus;
  /** Whether a figure that it was worked out from was corrected by hand; left out where none was. */
  corrected?: true;
}

const GRAVITY: Record<CheckStatus, number> = { unchecked: 0, exact: 1, rounding: 2, explained: 3, broken: 4 };

/** The worst of several: 不符, then 文件有说明, 舍入相符, 相符; 无法核对 where none could be made. */
export function worst(statuses: Iterable<CheckStatus>): CheckStatus {
  let found: CheckStatus = 'unchecked';
  for (const status of statuses) if (GRAVITY[status] > GRAVITY[found]) found = status;
  return found;
}

/** Finds the checks that a figure takes part in, by its reference. */
export function checkFinder<T extends CheckParts>(
  checks: readonly T[],
  claims: CheckedRecords['claims'],
): (ref: string) => T[] {
  const byFact = new Map<string, T[]>();
  const byPlace = new Map<string, T[]>();
  for (const check of checks) {
    for (const fact of new Set(check.facts)) push(byFact, fact, check);
    for (const place of new Set(check.claims)) push(byPlace, place, check);
  }
  const amounts = new Map(claims.map((claim) => [claim.claim_id, claim.yuan_text]));
  return (ref) => {
    const reference = parseReference(ref);
    if (reference.kind === 'fact') return byFact.get(ref) ?? [];
    if (reference.kind === 'table') return [];
    const here = byPlace.get(locatorOf(reference)) ?? [];
    if (reference.kind !== 'claim') return here;
    return here.filter((check) => means(check, amounts.get(reference.id) ?? null));
  };
}

/** A sentence may hold several figures and a check names the sentence: the amounts say which one it means. */
function means(check: CheckParts, yuan: string | null): boolean {
  const sides = [check.expected_yuan, check.actual_yuan].filter((side) => side !== null);
  if (yuan === null || sides.length === 0 || check.claims.length > 1) return true;
  const amount = new Decimal(yuan).abs();
  return sides.some((side) => new Decimal(side).abs().eq(amount));
}

/** The verdict of rows of one document. */
export function verdictReader(records: CheckedRecords): (row: MetricRow) => RowVerdict {
  const find = checkFinder(records.checks, records.claims);
  const corrected = new Set(records.corrections?.map(({ fact_id }) => fact_id));
  const of = (refs: readonly string[]): CheckStatus =>
    worst(refs.flatMap((ref) => find(ref).map(({ status }) => status)));
  return ({ numerator_facts, denominator_facts }) => {
    const [numerator, denominator] = [of(numerator_facts), of(denominator_facts)];
    const value = worst([numerator, denominator]);
    const verdict = { value, numerator, denominator };
    const isCorrected = [...numerator_facts, ...denominator_facts].some((ref) => corrected.has(ref));
    return isCorrected ? { ...verdict, corrected: true } : verdict;
  };
}

/** The verdict of single cells of one document, by reference. */
export function cellVerdictReader(records: CheckedRecords): (ref: string) => CheckStatus {
  const find = checkFinder(records.checks, records.claims);
  return (ref) => worst(find(ref).map(({ status }) => status));
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
