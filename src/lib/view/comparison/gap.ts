import type { Decimal } from '../../core/money/index.ts';
import type { Lang } from '../../core/model/localised.ts';
import type { MetricUnit } from '../../data/metrics/types.ts';
import { say } from '../../words/say.ts';
import type { Said } from '../../words/say.ts';
import { formatDecimal } from './figures.ts';
import type { Measured } from './ranks.ts';

const TWICE = 2;

/**
 * How far a stands above b, as a clause about `what` b is: 比中位数高 20.0%, 是中位数的 2.3 倍, 比中位数高 5.2 个百分点.
 * No more digits than both ends of the intervals agree on. Null where a isn't above b for certain, or where
 * the ratio means nothing because b isn't above zero for certain.
 */
export function gapAbove<F = never>(
  a: Measured,
  b: Measured,
  unit: MetricUnit,
  what: string | Said<F>,
  lang: Lang,
): Said<F> | null {
  const zh = lang === 'zh';
  if (a.low.lte(b.high)) return null;
  if (unit === 'percent') {
    const points = agreed(a.low.minus(b.high), a.high.minus(b.low));
    return zh ? say`比${what}高 ${points} 个百分点` : say`${points} percentage points above ${what}`;
  }
  if (b.low.lte(0)) return null;
  const [low, high] = [a.low.div(b.high), a.high.div(b.low)];
  if (low.gte(TWICE)) {
    const times = agreed(low, high);
    return zh ? say`是${what}的 ${times} 倍` : say`${times} times ${what}`;
  }
  const percent = agreed(low.minus(1).times(100), high.minus(1).times(100));
  return zh ? say`比${what}高 ${percent}%` : say`${percent}% above ${what}`;
}

const DECIMALS_TRIED = [1, 0];

/** The number that both ends round to, with one decimal or none; where they agree on neither, the range. */
export function agreed(low: Decimal, high: Decimal): string {
  for (const decimals of DECIMALS_TRIED) {
    const text = formatDecimal(low, decimals);
    if (text === formatDecimal(high, decimals)) return text;
  }
  return `${formatDecimal(low, 0)}–${formatDecimal(high, 0)}`;
}
