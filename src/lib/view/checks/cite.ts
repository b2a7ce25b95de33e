import { Decimal, yuanPerUnit } from '../../core/money/index.ts';
import type { Unit } from '../../core/model/extract.ts';
import type { CellName, CheckLine } from './types.ts';

/** A piece of a check's sentence; `ref` names the figure that it writes, null where it is words or was computed. */
export interface CitedAmount {
  text: string;
  ref: string | null;
}

const AMOUNT = /(−|-)?(\d[\d,]*(?:\.\d+)?) (万元|亿元|元|wan yuan|yi yuan|yuan)/g;
const UNIT_OF: Record<string, Unit> = { 'wan yuan': '万元', 'yi yuan': '亿元', yuan: '元' };

/**
 * Cuts a check's sentence at the amounts that are figures of the document: each goes to the first figure of the check
 * that comes to as much and has not been named yet. Sums, gaps and margins are computed and stay plain.
 */
export function citeAmounts(
  { text, refs, gap }: Pick<CheckLine, 'text' | 'refs' | 'gap'>,
  names: Readonly<Record<string, CellName>>,
): CitedAmount[] {
  const left = new Set(refs);
  const parts: CitedAmount[] = [];
  let plainFrom = 0;
  for (const match of text.matchAll(AMOUNT)) {
    const [written, , digits = '', unit = ''] = match;
    const yuan = new Decimal(digits.replaceAll(',', '')).times(yuanPerUnit(UNIT_OF[unit] ?? (unit as Unit)));
    if (gap !== null && yuan.eq(new Decimal(gap).abs()) && parts.length > 0) continue;
    const ref = [...left].find((candidate) => comesTo(names[candidate], yuan));
    if (ref === undefined) continue;
    left.delete(ref);
    parts.push({ text: text.slice(plainFrom, match.index), ref: null }, { text: written, ref });
    plainFrom = match.index + written.length;
  }
  parts.push({ text: text.slice(plainFrom), ref: null });
  return parts.filter((part) => part.text !== '');
}

function comesTo(name: CellName | undefined, yuan: Decimal): boolean {
  return typeof name?.yuan === 'string' && new Decimal(name.yuan).abs().eq(yuan);
}
