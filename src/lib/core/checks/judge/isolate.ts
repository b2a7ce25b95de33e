import type { Check } from '../../model/extract.ts';

/** So many different gaps in one table, in more than half of its sums, are no slips of the document. */
const MANY = 3;

/**
 * Where most sums of one table break, the table was read wrongly: they are unchecked. `isSum` says which rules add up the
 * cells of one table. A slip of the document breaks few sums, or several by the same amount.
 */
export function withoutMisreadTables(checks: readonly Check[], isSum: (rule: string) => boolean): Check[] {
  const sums = new Map<string, Check[]>();
  for (const check of checks) {
    const table = tableOf(check);
    if (table !== null && isSum(check.rule)) sums.set(table, [...(sums.get(table) ?? []), check]);
  }
  const misread = new Set<Check>();
  for (const own of sums.values()) {
    const broken = own.filter(({ status }) => status === 'broken');
    const held = own.filter(
      ({ status, actual_yuan: amount }) => status !== 'unchecked' && !isNothing(amount),
    );
    const gaps = new Set(broken.map(({ gap_yuan: gap }) => gap?.replace('-', '')));
    if (gaps.size >= MANY && broken.length * 2 > held.length) for (const check of broken) misread.add(check);
  }
  return checks.map((check) => (misread.has(check) ? unchecked(check) : check));
}

/** The table that all cells of a check stand in. */
function tableOf({ facts }: Check): string | null {
  const tables = new Set(facts.map((id) => id.slice(0, id.indexOf('.'))));
  const [table] = tables;
  return tables.size === 1 ? (table ?? null) : null;
}

function isNothing(amount: string | null): boolean {
  return amount === null || /^-?0(\.0+)?$/.test(amount);
}

function unchecked(check: Check): Check {
  return {
    ...check,
    status: 'unchecked',
    expected_yuan: null,
    actual_yuan: null,
    gap_yuan: null,
    slack_yuan: null,
    text: `${check.text}此表的合计大多不成立，可能是读表有误，不作判断。`,
    text_en: `${check.text_en} Most sums of this table don’t hold, so it may have been misread; this is not judged.`,
  };
}
