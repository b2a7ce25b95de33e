import { Decimal } from '../../core/money/index.ts';
import type { Lang } from '../../core/model/localised.ts';
import type { MetricRow, MetricUnit } from '../../data/metrics/types.ts';
import { formatDecimal } from '../comparison/figures.ts';
import { writeExact, writeYuan } from './money-words.ts';
import type { Arithmetic, ProofInput, SignedRef } from './types.ts';

/** Beyond so many inputs only their plain sum is tried. */
const MOST_SIGNED = 11;
const MOST_LEFT_OUT = 5;

/**
 * The equation by which inputs make the figure. Which inputs are added and which taken off is found from the amounts:
 * a row names its inputs and what they came to, and only signs that give exactly that are written.
 */
export function workOut(
  row: MetricRow,
  inputs: readonly ProofInput[],
  unit: MetricUnit,
  lang: Lang,
): Arithmetic {
  const top = side(
    row.numerator,
    inputs.filter((input) => input.side === 'numerator'),
    lang,
  );
  const bottom = side(
    row.denominator,
    inputs.filter((input) => input.side === 'denominator'),
    lang,
  );
  const divides = row.denominator !== null && row.value !== null && row.numerator !== null;
  return {
    unit,
    numerator: top.signed,
    denominator: bottom.signed,
    lines: [
      ...top.lines,
      ...bottom.lines,
      ...(divides ? [division(row, top.amount, bottom.amount, unit, lang)] : []),
    ],
  };
}

interface Side {
  signed: SignedRef[];
  lines: string[];
  amount: string;
}

function side(amount: string | null, inputs: readonly ProofInput[], lang: Lang): Side {
  if (amount === null) return { signed: [], lines: [], amount: '' };
  const target = new Decimal(amount);
  const people = inputs.some(({ kind }) => kind === 'headcount');
  const money = !people && inputs.some((input) => /元|yuan/.test(input.amountText));
  const word = people ? (lang === 'zh' ? '人' : 'people') : '';
  const write = (value: Decimal.Value): string =>
    money ? writeYuan(value, lang) : `${writeExact(value)} ${word}`.trim();
  const signed = findSigns(target, inputs);
  if (signed) {
    const amounts = new Map(inputs.map((input) => [input.ref, input.amount ?? '0']));
    const line = signed
      .map(({ ref, sign }, index) => {
        const mark = sign === 1 ? (index === 0 ? '' : ' + ') : index === 0 ? '−' : ' − ';
        return `${mark}${write(amounts.get(ref) ?? '0')}`;
      })
      .join('');
    return { signed, lines: signed.length > 1 ? [`${line} = ${write(target)}`] : [], amount: write(target) };
  }
  const counted = target.eq(inputs.length);
  const items = lang === 'zh' ? '项' : inputs.length === 1 ? 'item' : 'items';
  return {
    signed: [],
    lines: counted
      ? [lang === 'zh' ? `下列 ${inputs.length} ${items}，逐项计数` : `${inputs.length} ${items}, counted`]
      : [],
    amount: counted ? `${writeExact(target)} ${items}` : write(target),
  };
}

/**
 * Signs under which the amounts come to the target exactly, or null where there are none. The plain sum is tried first,
 * then fewest taken off; inputs are left out (one of a pair that says the same) only where nothing else fits.
 */
export function findSigns(
  target: Decimal,
  inputs: readonly Pick<ProofInput, 'ref' | 'amount'>[],
): SignedRef[] | null {
  const amounts = inputs.map(({ amount }) => (amount === null ? null : new Decimal(amount)));
  if (inputs.length === 0 || amounts.some((amount) => amount === null)) return null;
  for (const signs of candidates(inputs.length)) {
    const sum = amounts.reduce<Decimal>(
      (total, amount, index) => total.plus((amount ?? new Decimal(0)).times(signs[index] ?? 0)),
      new Decimal(0),
    );
    if (!sum.eq(target)) continue;
    return inputs.flatMap(({ ref }, index) => {
      const sign = signs[index] ?? 0;
      return sign === 0 ? [] : [{ ref, sign }];
    });
  }
  return null;
}

type Sign = 1 | -1 | 0;

function* candidates(length: number): Generator<Sign[]> {
  yield Array.from({ length }, (): Sign => 1);
  const choices: Sign[] = length <= MOST_LEFT_OUT ? [1, -1, 0] : [1, -1];
  if (length > MOST_SIGNED) return;
  const all = Array.from({ length: choices.length ** length }, (_, index) =>
    Array.from(
      { length },
      (_digit, place): Sign => choices[Math.floor(index / choices.length ** place) % choices.length] ?? 1,
    ),
  );
  const cost = (signs: readonly Sign[]): number =>
    signs.reduce<number>((sum, sign) => sum + (sign === 0 ? length + 1 : sign === -1 ? 1 : 0), 0);
  const usable = all.filter((signs) => signs.some((sign) => sign !== 0));
  yield* usable.sort((a, b) => cost(a) - cost(b));
}

function division(row: MetricRow, top: string, bottom: string, unit: MetricUnit, lang: Lang): string {
  const value = writeValue(row.value ?? '0', unit, lang);
  const percent = unit === 'percent' ? ' × 100%' : '';
  return `${top} ÷ ${bottom}${percent} = ${value}`;
}

/** A figure of a comparison in the metric's own unit, rounded for reading. */
export function writeValue(value: Decimal.Value, unit: MetricUnit, lang: Lang): string {
  const exact = new Decimal(value);
  switch (unit) {
    case 'percent':
      return `${formatDecimal(exact, 2)}%`;
    case 'yuan-per-head':
      return `${formatDecimal(exact, 2)} ${lang === 'zh' ? '元/人' : 'yuan per head'}`;
    case 'yuan':
      return writeYuan(exact.toDecimalPlaces(2, Decimal.ROUND_HALF_UP), lang);
    case 'count':
      return `${writeExact(exact)} ${lang === 'zh' ? '项' : ''}`.trim();
  }
}
