import type { FactStatus, Unit } from '../model/extract.ts';
import { normaliseText } from '../text/normalise.ts';
import { figureWithoutMarks } from '../text/note-marks.ts';
import { Decimal, isUnit, yuanPerUnit } from './interval.ts';

/** A figure as printed: its exact value, how many decimals were printed, and whether it was written as a percentage. */
export interface PrintedNumber {
  value: Decimal;
  decimals: number;
  percent: boolean;
  /** The unit of money printed with the figure itself: 12.50万元, ￥3. */
  unit?: Unit;
}

export type ParsedCell =
  | { kind: 'number'; number: PrintedNumber; status: Extract<FactStatus, 'reported' | 'zero'> }
  | { kind: 'blank' }
  | { kind: 'dash' }
  /** What a spreadsheet shows instead of a figure: #N/A, #REF!, #### */
  | { kind: 'error' }
  /** Made of digits and separators, yet no number: 1,23.4 */
  | { kind: 'malformed' }
  | { kind: 'text' };

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^(\d+(\.\d*)?|\.\d+)$/;
const NUMERIC_CHARACTERS = /^[-+()\d.,%' ]+$/;
const ERROR = /^#(?:n\/?a|ref!?|div\/0!?|value!?|name\??|num!?|null!?|spill!?|calc!?|#+)$/i;
/** A figure that prints its currency or its unit with it. */
const CURRENCY = /^([-+(]*)(?:¥|￥|rmb|cny|人民币)([-+]?)/i;
const OWN_UNIT = /(?<=\d)(百万元|十万元|亿元|万元|千元|元|亿|万)(\)?)$/;

/** One table cell as number, blank (nothing printed), dash (—, -, /), malformed, or text. */
export function parseCell(raw: string): ParsedCell {
  const plain = normaliseText(raw);
  if (plain === '') return { kind: 'blank' };
  if (/^[-/]+$/.test(plain)) return { kind: 'dash' };
  if (ERROR.test(plain)) return { kind: 'error' };
  if (!/\d/.test(plain)) return { kind: 'text' };
  const { text, unit } = withoutUnit(normaliseText(figureWithoutMarks(raw)));
  if (!NUMERIC_CHARACTERS.test(text) || !/\d/.test(text)) return { kind: 'text' };
  const number = parseNumber(text);
  if (!number) return { kind: 'malformed' };
  const status = number.value.isZero() ? 'zero' : 'reported';
  return { kind: 'number', number: unit === null ? number : { ...number, unit }, status };
}

/** A figure without the currency and the unit printed with it; 万 and 亿 alone are amounts of money in an amount's place. */
function withoutUnit(text: string): { text: string; unit: Unit | null } {
  const compact = text.replaceAll(' ', '');
  if (!CURRENCY.test(compact) && !OWN_UNIT.test(compact)) return { text, unit: null };
  const printed = OWN_UNIT.exec(compact)?.[1];
  const bare = compact.replace(CURRENCY, '$1$2').replace(OWN_UNIT, '$2');
  if (printed === undefined) return { text: bare, unit: null };
  const unit = printed.endsWith('元') ? printed : `${printed}元`;
  return isUnit(unit) ? { text: bare, unit } : { text, unit: null };
}

/** A printed number, or null: grouping must be by three, brackets and minus signs mean negative. Takes normalised text. */
export function parseNumber(text: string): PrintedNumber | null {
  let body = text.replaceAll(' ', '').replace(/^[¥￥]/, '');
  const percent = body.endsWith('%');
  if (percent) body = body.slice(0, -1);
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(body);
  if (bracketed?.[1] !== undefined) {
    negative = true;
    body = bracketed[1];
  }
  if (/^[-+]/.test(body)) {
    if (body.startsWith('-')) negative = !negative;
    body = body.slice(1);
  }
  if (!GROUPED.test(body) && !PLAIN.test(body)) return null;
  const digits = body.replaceAll(',', '').replace(/\.$/, '');
  const value = new Decimal(digits.startsWith('.') ? `0${digits}` : digits);
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  return { value: negative ? value.neg() : value, decimals, percent };
}

/** The figure in yuan, exact, as a contract string: 0.19 in 万元 is "1900.00". At least two decimals. */
export function toYuanString(value: Decimal, unit: Unit): string {
  return yuanString(value.times(yuanPerUnit(unit)));
}

/** Exact decimal string with at least two decimals and no exponent. */
export function yuanString(yuan: Decimal): string {
  return yuan.toFixed(Math.max(2, yuan.decimalPlaces()));
}
