import { Decimal } from '../../core/money/index.ts';
import type { Lang } from '../../core/model/localised.ts';
import { formatDecimal } from '../comparison/figures.ts';

/** An exact decimal with every digit that it has, grouped: 8,491,991.5. */
export function writeExact(value: Decimal.Value, least = 0): string {
  const exact = new Decimal(value);
  return formatDecimal(exact, Math.max(least, exact.decimalPlaces()));
}

/** Yuan written out: 1,900 元, 20,429.16 元. */
export function writeYuan(yuan: Decimal.Value, lang: Lang): string {
  const exact = new Decimal(yuan);
  return `${formatDecimal(exact, exact.isInteger() ? 0 : Math.max(2, exact.decimalPlaces()))} ${lang === 'zh' ? '元' : 'yuan'}`;
}

/** The unit word of a printed figure in the reader's language: 万元 stays beside its English. */
export function writeUnit(unit: string | null, lang: Lang): string {
  if (unit === null || lang === 'zh') return unit ?? '';
  const words: Record<string, string> = {
    元: 'yuan',
    万元: 'wan yuan',
    亿元: 'yi yuan',
    千元: 'thousand yuan',
    百万元: 'million yuan',
    人: 'people',
    个: '',
    项: 'items',
  };
  return words[unit] ?? unit;
}
