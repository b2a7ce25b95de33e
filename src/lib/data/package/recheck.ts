import { checkExtract } from '../../core/checks/index.ts';
import type { CheckInput } from '../../core/checks/index.ts';
import type { Row } from '../arrow/column.ts';
import type { DocumentRows } from '../arrow/records.ts';
import { compareNaturally } from './natural-order.ts';

/**
 * The checks of a document after figures of it were corrected: worked out again from its records. A check that rests on
 * what only the file itself says (notes, headings of forms) can't be; where it holds a corrected figure it says so and
 * counts as unchecked, else it stays as it was.
 */
export function recheck(before: DocumentRows, after: DocumentRows, corrected: ReadonlySet<string>): Row[] {
  const was = new Map(checksOf(before).map((check) => [check['check_id'], check]));
  const is = new Map(checksOf(after).map((check) => [check['check_id'], check]));
  const published = new Set(before.checks.map((check) => check['check_id']));
  const kept = before.checks.flatMap((check): Row[] => {
    const id = check['check_id'];
    const old = was.get(id);
    if (old && cameOut(old) === cameOut(check)) {
      const now = is.get(id);
      return now ? [now] : [];
    }
    const holds = factsOf(check).some((fact) => corrected.has(fact));
    return [holds ? unchecked(check) : check];
  });
  const added = [...is].filter(([id]) => !was.has(id) && !published.has(id)).map(([, check]) => check);
  return [...kept, ...added];
}

function checksOf(rows: DocumentRows): Row[] {
  const [document] = rows.documents;
  const input = {
    document: { ...document, id: document?.['document_id'] },
    tables: rows.tables,
    facts: asRead(rows),
    headcounts: rows.headcounts,
    claims: rows.claims,
    indicators: rows.indicators.map((row) => ({ ...row, prior: priorOf(row['prior']) })),
  };
  return checkExtract(input as unknown as CheckInput).map((check) => ({ ...check }));
}

/** Facts in the order of the file, as rules take the first of several that say the same; a CSV is ordered by id. */
function asRead({ facts, tables }: DocumentRows): Row[] {
  const places = new Map(tables.map((table) => [table['table_id'], String(table['locator'])]));
  const place = (fact: Row): string => places.get(fact['table_id']) ?? '';
  const at = (fact: Row, axis: 'row' | 'column'): number => Number(fact[axis] ?? 0);
  return facts
    .map((fact) => ({ ...fact, column_label: fact['column_label'] ?? '' }))
    .sort(
      (a, b) =>
        compareNaturally(place(a), place(b)) ||
        at(a, 'row') - at(b, 'row') ||
        at(a, 'column') - at(b, 'column'),
    );
}

function priorOf(cell: unknown): unknown {
  return typeof cell === 'string' ? JSON.parse(cell) : [];
}

/** What a check says in amounts; its words may differ in what the CSV cut. */
function cameOut(check: Row): string {
  const { status, expected_yuan, actual_yuan } = check;
  return JSON.stringify([status, expected_yuan ?? null, actual_yuan ?? null, factsOf(check)]);
}

function factsOf(check: Row): string[] {
  return Array.isArray(check['facts']) ? check['facts'].map(String) : [];
}

function unchecked(check: Row): Row {
  return {
    ...check,
    status: 'unchecked',
    finding: null,
    text: `${String(check['text'])}其中的数已更正，要有原文件才能重新核对。`,
    text_en: `${String(check['text_en'])} A figure of it was corrected; only the file itself can say how it comes out now.`,
  };
}
