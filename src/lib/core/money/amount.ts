import type { FactStatus, Unit } from '../model/extract.ts';
import { normaliseText } from '../text/normalise.ts';
import { Decimal, yuanPerUnit } from './interval.ts';

/** A figure as printed: its exact value, how many decimals were printed, and whether it was written as a percentage. */
export interface PrintedNumber {
  value: Decimal;
  decimals: number;
  percent: boolean;
}

export type ParsedCell =
  | { kind: 'number'; number: PrintedNumber; status: Extract<FactStatus, 'reported' | 'zero'> }
  | { kind: 'blank' }
  | { kind: 'dash' }
  /** Made of digits and separators, yet no number: 1,23.4 */
  | { kind: 'malformed' }
  | { kind: 'text' };

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^(\d+(\.\d*)?|\.\d+)$/;
const NUMERIC_CHARACTERS = /^[-+()¥￥\d.,%' ]+$/;

/** One table cell as number, blank (nothing printed), dash (—, -, /), malformed, or text. */
export function parseCell(raw: string): ParsedCell {
  const text = normaliseText(raw);
  if (text === '') return { kind: 'blank' };
  if (/^[-/]+$/.test(text)) return { kind: 'dash' };
  if (!NUMERIC_CHARACTERS.test(text) || !/\d/.test(text)) return { kind: 'text' };
  const number = parseNumber(text);
  if (!number) return { kind: 'malformed' };
  return { kind: 'number', number, status: number.value.isZero() ? 'zero' : 'reported' };
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
