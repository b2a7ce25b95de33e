import { Decimal, parseCell } from '../../money/index.ts';
import { raised } from '../../text/index.ts';
import { legacyText } from './legacy-text.ts';

export interface RawCell {
  /** Type: number, string, boolean, date, error, stub. */
  t: string;
  v?: unknown;
  /** Formatted as the sheet shows it. */
  w?: string;
  /** Number format. */
  z?: string;
  /** Formula. */
  f?: string;
  /** Rich text as HTML. */
  h?: string;
}

/** Decimals of a stored value that are more than any budget has are noise of the calculation. */
const MOST_DECIMALS = 6;
/** A point written as a letter in a number format: 0"."0, and 0!.0, show ten-thousands. */
const LITERAL_POINT = /"\."|[\\!]\./g;
const POINT = '\u0001';

/**
 * What a cell says. A number is its stored value where the format shows another (rounded, cut, scientific, General), moved
 * by as many places as the format scales it; what the format adds (a sign of currency, 万元) stays where it shows the value.
 */
export function shownText(cell: RawCell): string {
  if (cell.t === 'e') return (cell.w ?? '').trim() || '#VALUE!';
  if (cell.t === 'z') return '';
  const shown = legacyText((cell.w ?? (typeof cell.v === 'string' ? cell.v : '')).trim());
  if (cell.t !== 'n' || typeof cell.v !== 'number') return raisedText(cell) ?? shown;
  const general = cell.z === undefined || /^general$/i.test(cell.z);
  const { places, unit } = scaleOf(cell.z ?? '');
  if (places > 0) return `${shifted(cell.v, places)}${unit}`;
  if (general || shown === '' || /^#+$|\d[eE][-+]?\d/.test(shown)) return plainNumber(cell.v);
  const parsed = parseCell(shown);
  if (parsed.kind !== 'number') return parsed.kind === 'malformed' ? plainNumber(cell.v) : shown;
  if (parsed.number.percent || parsed.number.value.eq(plainNumber(cell.v))) return withoutGrouping(shown);
  return shifted(cell.v, 0);
}

/** A formula whose result was never stored: the sheet was written by a program and not opened since. */
export const lacksResult = (cell: RawCell): boolean =>
  cell.f !== undefined && (cell.t === 'z' || cell.v === undefined || cell.v === '');

/** Rich text with raised characters kept apart from what they stand behind. */
function raisedText({ h }: RawCell): string | null {
  if (h === undefined || !/<sup>/i.test(h)) return null;
  const marked = h.replace(/<sup>(.*?)<\/sup>/gi, (_, text: string) => raised(text.replace(/<[^>]*>/g, '')));
  return marked
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

/** A whole number without separators: a code in a column formatted as amounts is still a code. */
const withoutGrouping = (shown: string): string =>
  /^\d{1,3}(,\d{3})+$/.test(shown) ? shown.replaceAll(',', '') : shown;

/** By how many powers of ten a format shows less than is stored, and the unit that it prints. */
function scaleOf(format: string): { places: number; unit: string } {
  const section = (format.split(';')[0] ?? '').replace(/\[[^\]]*\]/g, '').replace(LITERAL_POINT, POINT);
  const unit = /(亿元|百万元|万元|千元)/.exec(section)?.[1] ?? '';
  const digits = section.replace(/"[^"]*"|[\\_!*]./g, '');
  if (/%|[eE][-+]|[ymdhs]/i.test(digits)) return { places: 0, unit: '' };
  const behind = new RegExp(`${POINT}([0#?]+)`).exec(digits)?.[1]?.length ?? 0;
  const commas = /[0#?](,+)(?![0#?.,])/.exec(digits)?.[1]?.length ?? 0;
  return { places: behind + 3 * commas, unit };
}

/** A stored number divided by a power of ten, exact to the decimals that a budget has. */
function shifted(value: number, places: number): string {
  const moved = new Decimal(plainNumber(value)).times(new Decimal(10).pow(-places));
  return (places > 0 ? moved : moved.toDecimalPlaces(MOST_DECIMALS)).toFixed();
}

/** A double in plain digits, at most fifteen of them (what a spreadsheet holds). */
function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const digits = value.toPrecision(15);
  if (!/[eE]/.test(digits)) return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return Math.abs(value) >= 1
    ? BigInt(Math.trunc(value)).toString()
    : value.toFixed(15).replace(/\.?0+$/, '');
}
