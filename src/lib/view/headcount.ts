import type { Localised } from '../core/model/localised.ts';

export const MOST_STAFF = 999_999;

export type ReaderHeadcount = { ok: true; count: number } | { ok: false; reason: Localised };

/** A headcount as the reader typed it, or the reason why it can't be one: a whole number from 1 to 999,999. */
export function parseHeadcount(text: string): ReaderHeadcount {
  const typed = text.normalize('NFKC').trim();
  if (!/^[+-]?\d+(\.\d+)?$/.test(typed)) return refused('不是一个数', 'is not a number');
  const count = Number(typed);
  if (!Number.isInteger(count)) return refused('人数须为整数', 'a headcount is a whole number');
  if (count < 1) return refused('人数至少为 1', 'a headcount is at least 1');
  if (count > MOST_STAFF) return refused('人数不超过 999,999', 'a headcount is at most 999,999');
  return { ok: true, count };
}

function refused(zh: string, en: string): ReaderHeadcount {
  return { ok: false, reason: { zh, en } };
}
