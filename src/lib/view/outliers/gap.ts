import { Decimal } from '../../core/money/index.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import type { LineItem } from '../../data/metrics/line-items.ts';

/** What one line contributes to a gap, in the unit of the metric. */
export interface GapStep {
  /** Code or item id; `rest` for the small ones together, `middle` for a middle whose lines are not known, `open` for what no line explains. */
  id: string;
  label: string;
  /** How many lines it stands for. */
  lines: number;
  value: Decimal;
}

export interface GapPart {
  id: string;
  label: string;
  value: Decimal;
}

const MOST_STEPS = 7;

/**
 * The steps from the median to a figure: part by part what it has more or less than the middle (mean of one agency or
 * two), largest first, the small ones together, and last what the parts leave open. They sum to the gap exactly.
 */
export function gapSteps(
  gap: Decimal,
  own: readonly GapPart[],
  middle: readonly (readonly GapPart[])[],
): GapStep[] {
  const labels = new Map([...middle.flat(), ...own].map(({ id, label }) => [id, label]));
  const steps = [...labels]
    .map(([id, label]): GapStep => {
      const theirs = sum(middle.map((parts) => valueOf(parts, id))).div(middle.length || 1);
      return { id, label, lines: 1, value: rounded(valueOf(own, id).minus(theirs)) };
    })
    .filter(({ value }) => !value.isZero())
    .sort((a, b) => b.value.abs().cmp(a.value.abs()) || (a.id < b.id ? -1 : 1));
  const [shown, small] =
    steps.length > MOST_STEPS + 1 ? [steps.slice(0, MOST_STEPS), steps.slice(MOST_STEPS)] : [steps, []];
  const rest = sum(small.map(({ value }) => value));
  const open = gap.minus(sum(steps.map(({ value }) => value)));
  return [
    ...shown,
    ...(rest.isZero() ? [] : [{ id: 'rest', label: '', lines: small.length, value: rest }]),
    ...(open.isZero() ? [] : [{ id: 'open', label: '', lines: 0, value: open }]),
  ];
}

/** Lines of a document as parts of one figure, at one depth of the classification or all, divided as the figure is. */
export function partsOfRow(
  row: MetricRow,
  items: readonly LineItem[],
  depth: number | null,
  factor: Decimal,
): GapPart[] {
  const divisor = new Decimal(row.denominator ?? 1);
  return items
    .filter(
      ({ document_id, code }) => document_id === row.document_id && (depth === null || code.length === depth),
    )
    .map(({ code, label, amount }) => ({
      id: code,
      label,
      value: new Decimal(amount).times(factor).div(divisor),
    }));
}

const DECIMALS = 12;

function rounded(value: Decimal): Decimal {
  return value.toDecimalPlaces(DECIMALS);
}

function valueOf(parts: readonly GapPart[], id: string): Decimal {
  return sum(parts.filter((entry) => entry.id === id).map(({ value }) => value));
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Decimal(0));
}
