import {
  Decimal,
  addIntervals,
  divideIntervals,
  exactInterval,
  scaleInterval,
} from '../../core/money/index.ts';
import type { Interval } from '../../core/money/index.ts';
import type { MetricRow, MetricUnit } from './row.ts';

/** A metric row as the SQL answers it: inputs only. */
export type MetricInputs = Omit<MetricRow, 'value' | 'low' | 'high'>;

const QUOTIENT_DECIMALS = 12;

/**
 * Works the value and its rounding interval out of the inputs, exactly (docs/metrics.md, units and rounding).
 * A row without a numerator, or whose metric divides and has no denominator, is absent; a denominator of
 * zero, or one that rounding lets reach zero, gives no value and the reason `denominator-zero`. Unless the metric
 * is `signed`, nothing is less than zero: rounding does not make spending negative.
 */
export function evaluateRow(
  inputs: MetricInputs,
  unit: MetricUnit,
  divides: boolean,
  signed = false,
): MetricRow {
  const absent = (reason: MetricRow['reason']): MetricRow => ({
    ...inputs,
    status: 'absent',
    reason: inputs.reason ?? reason,
    value: null,
    low: null,
    high: null,
  });
  if (inputs.status === 'absent' || inputs.numerator === null) return absent('figure-not-disclosed');
  const numerator = signed
    ? intervalOf(inputs.numerator, inputs.numerator_slack)
    : notBelowZero(intervalOf(inputs.numerator, inputs.numerator_slack));
  if (!divides)
    return { ...inputs, value: inputs.numerator, low: written(numerator.low), high: written(numerator.high) };
  if (inputs.denominator === null) return absent('figure-not-disclosed');
  const scaled = unit === 'percent' ? scaleInterval(numerator, 100) : numerator;
  const quotient = divideIntervals(scaled, intervalOf(inputs.denominator, inputs.denominator_slack));
  if (!quotient) return absent('denominator-zero');
  const factor = unit === 'percent' ? 100 : 1;
  return {
    ...inputs,
    value: written(new Decimal(inputs.numerator).times(factor).div(inputs.denominator)),
    low: written(quotient.low),
    high: written(quotient.high),
  };
}

/**
 * The row of a share of which `unlisted` on both sides may not belong there: its interval reaches down to what the share
 * would be without all of it.
 */
export function withoutUnlisted(row: MetricRow, unlisted: string, unit: MetricUnit): MetricRow {
  if (row.value === null || row.numerator === null || row.denominator === null) return row;
  const less = (amount: string): string => Decimal.max(new Decimal(amount).minus(unlisted), 0).toFixed();
  const least = evaluateRow(
    { ...row, numerator: less(row.numerator), denominator: less(row.denominator) },
    unit,
    true,
  );
  return { ...row, low: least.low ?? '0' };
}

/** The row again with a denominator that the reader typed in: marked as the reader's own. */
export function withReaderHeadcount(row: MetricRow, headcount: number, unit: MetricUnit): MetricRow {
  return evaluateRow(
    {
      ...row,
      status: row.numerator === null ? 'absent' : 'reader',
      reason: row.numerator === null ? row.reason : null,
      denominator: String(headcount),
      denominator_slack: '0',
      denominator_facts: [],
    },
    unit,
    true,
  );
}

function intervalOf(value: string, slack: string | null): Interval {
  const half = new Decimal(slack ?? 0);
  return addIntervals(exactInterval(value), { low: half.neg(), high: half });
}

function notBelowZero({ low, high }: Interval): Interval {
  return low.isNegative() && high.gte(0) ? { low: new Decimal(0), high } : { low, high };
}

function written(value: Decimal): string {
  return value.toDecimalPlaces(QUOTIENT_DECIMALS).toFixed();
}
