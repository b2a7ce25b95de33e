import type { Decimal } from '../../money/index.ts';
import { compactText } from '../../text/normalise.ts';
import type { Context } from './figures.ts';
import type { Draft } from './rule.ts';

/** A sentence of the document that says why amounts don’t add up. */
export interface Explanation {
  quote: string;
  locator: string;
}

const SECRET = /涉密|保密|国家秘密/;
const LEFT_OUT = /剔除|不予(对外)?公开|不公开|未公开|不予?列示|隐去/;
const ROUNDED = /四舍五入|单位转换|换算/;
const ENDS_DIFFER = /尾差|尾数|略有(差异|出入)|误差/;

/** Longer sentences are cut: the place leads to the rest. */
const LONGEST = 60;

/**
 * Where the document says why a sum doesn’t hold: parts left out for secrecy explain a sum that falls short, rounding
 * explains what differs in the last digits. A note of the table counts before a sentence of the text.
 */
export function explanationOf(
  context: Context,
  draft: Draft,
  { gap, slack }: { gap: Decimal; slack: Decimal },
): Explanation | null {
  if (draft.wording.kind !== 'sum' || !draft.compared || draft.expected) return null;
  const tableId = draft.compared.fact?.table_id ?? null;
  const find = (...patterns: RegExp[]) =>
    sentences(context, tableId).find(({ quote }) => patterns.every((pattern) => pattern.test(quote))) ?? null;
  const secret = gap.gt(0) ? find(SECRET, LEFT_OUT) : null;
  const found = secret ?? (gap.abs().lte(slack.times(2)) ? find(ROUNDED, ENDS_DIFFER) : null);
  return found && { ...found, quote: shorten(found.quote) };
}

function sentences(context: Context, tableId: string | null): Explanation[] {
  const own = context.surroundings.tables
    .filter((table) => table.tableId === tableId)
    .flatMap((table) => table.notes);
  const elsewhere = context.surroundings.tables
    .filter((table) => table.tableId !== tableId)
    .flatMap((table) => table.notes)
    .filter(({ text }) => /本套|全套|下同/.test(text));
  return [...own, ...elsewhere, ...context.surroundings.narrative].flatMap(({ text, locator }) =>
    compactText(text)
      .split('。')
      .map((quote) => ({ quote: quote.replace(/^[（(]?(备?注)?[:：]?/, '').replace(/[)）]$/, ''), locator })),
  );
}

function shorten(quote: string): string {
  return quote.length <= LONGEST ? quote : `${quote.slice(0, LONGEST - 1)}…`;
}
