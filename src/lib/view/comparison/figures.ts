import { Decimal } from '../../core/money/index.ts';
import type { Lang } from '../../core/model/localised.ts';
import type { MetricUnit } from '../../data/metrics/types.ts';
import type { DisplayUnit } from '../state.ts';

/** Figures of one column: one unit, one number of decimals, exact until they are written. */
export interface Figures {
  /** The unit as it stands in a head. */
  label: string;
  /** From the metric's unit (元, %, a count) into the display unit; exact. */
  convert: (value: Decimal.Value) => Decimal;
  /** A converted value, rounded for a chart or a sentence. */
  text: (converted: Decimal.Value) => string;
  /** As a sentence says it: with its unit, 元 to the 分 where there are any. */
  withUnit: (converted: Decimal.Value) => string;
  /** A converted value, rounded for a table. */
  cell: (converted: Decimal.Value) => string;
  /** How far rounding reaches around a converted value. */
  slack: (low: Decimal.Value, high: Decimal.Value) => string;
}

const YUAN: Record<DisplayUnit, string> = { yuan: '1', wan: '10000', yi: '100000000' };
const WORDS: Record<Lang, Record<DisplayUnit, string>> = {
  zh: { yuan: '元', wan: '万元', yi: '亿元' },
  en: { yuan: 'yuan', wan: 'wan yuan', yi: 'yi yuan' },
};
/** What a head adds for readers who don't know the unit. */
const EXPLAINED: Record<DisplayUnit, string> = { yuan: '', wan: ' = 10,000 yuan', yi: ' = 100 million yuan' };
const MOST_DECIMALS = 8;
/** Amounts in 元 from here on need no 分 in a chart. */
const WHOLE_FROM = 100;

/** Chooses unit and decimals so that the smallest of the values (in the metric's own unit) still reads. */
export function figuresFor(
  unit: MetricUnit,
  display: DisplayUnit,
  values: readonly Decimal.Value[],
  lang: Lang,
): Figures {
  const money = unit === 'yuan' || unit === 'yuan-per-head';
  const divisor = new Decimal(money ? YUAN[display] : 1);
  const convert = (value: Decimal.Value): Decimal => new Decimal(value).div(divisor);
  const decimals = decimalsFor(unit, display, values.map(convert));
  const word = unitWord(unit, display, lang);
  const label = money && lang === 'en' ? `${word}${EXPLAINED[display]}` : word;
  const text = (value: Decimal.Value): string => formatDecimal(value, decimals.text);
  const cell = (value: Decimal.Value): string => formatDecimal(value, decimals.cell);
  return {
    label,
    convert,
    text,
    cell,
    withUnit: (value) => {
      const said = unit === 'yuan' && display === 'yuan' ? inFull(new Decimal(value)) : text(value);
      return `${said}${unit === 'percent' ? '%' : word && ` ${word}`}`;
    },
    slack: (low, high) => formatSlack(new Decimal(high).minus(low).div(2), decimals.cell, lang),
  };
}

function unitWord(unit: MetricUnit, display: DisplayUnit, lang: Lang): string {
  if (unit === 'percent') return '%';
  if (unit === 'count') return lang === 'zh' ? '项' : '';
  if (unit === 'yuan') return WORDS[lang][display];
  return lang === 'zh' ? `${WORDS.zh[display]}/人` : `${WORDS.en[display]} per head`;
}

/** Decimals for charts and for cells: 元 none in a chart where none are needed, 万元 and 亿元 two, percent one or two. */
function decimalsFor(
  unit: MetricUnit,
  display: DisplayUnit,
  values: readonly Decimal[],
): { text: number; cell: number } {
  if (unit === 'count') return { text: 0, cell: 0 };
  const sizes = values.filter((value) => !value.isZero()).map((value) => value.abs());
  const smallest = sizes.length > 0 ? Decimal.min(...sizes) : new Decimal(1);
  if (unit === 'percent') return { text: smallest.lt(1) ? 2 : 1, cell: 2 };
  if (display === 'yuan') {
    const whole = smallest.gte(WHOLE_FROM) || (unit === 'yuan' && values.every((value) => value.isInteger()));
    return { text: whole ? 0 : 2, cell: 2 };
  }
  const leading = Math.floor(Number(smallest.log(10)));
  const decimals = Math.min(MOST_DECIMALS, Math.max(2, 1 - leading));
  return { text: decimals, cell: decimals };
}

/** 元 as a sentence says them: 43,800 and 20,429.16. */
function inFull(value: Decimal): string {
  return formatDecimal(value, value.isInteger() ? 0 : 2);
}

/** Rounded half up, grouped by three, with a real minus sign: −1,234.50. */
export function formatDecimal(value: Decimal.Value, decimals: number): string {
  const rounded = new Decimal(value).toFixed(decimals, Decimal.ROUND_HALF_UP);
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(rounded) ?? [];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const zero = /^[0.]*$/.test(whole + fraction);
  return `${sign && !zero ? '−' : ''}${grouped}${fraction}`;
}

function formatSlack(half: Decimal, decimals: number, lang: Lang): string {
  if (half.isZero()) return lang === 'zh' ? '精确' : 'exact';
  const step = new Decimal(10).pow(-decimals);
  if (half.lt(step)) return `±<${step.toFixed()}`;
  return `±${formatDecimal(half.toDecimalPlaces(decimals, Decimal.ROUND_UP), decimals)}`;
}
