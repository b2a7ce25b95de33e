import { checkExtract } from '../../core/checks/index.ts';
import type { Check, DocumentRecord, Fact, Indicator } from '../../core/model/extract.ts';
import type { DocumentRows } from '../arrow/records.ts';
import type { RowOf } from '../arrow/tables.ts';
import { compareNaturally } from './natural-order.ts';

/**
 * The checks of a document after figures of it were corrected: worked out again from its records. A check that rests on
 * what only the file itself says (notes, headings of forms) can't be; where it holds a corrected figure it says so and
 * counts as unchecked, else it stays as it was.
 */
export function recheck(before: DocumentRows, after: DocumentRows, corrected: ReadonlySet<string>): Check[] {
  const was = new Map(checksOf(before).map((check) => [check.check_id, check]));
  const is = new Map(checksOf(after).map((check) => [check.check_id, check]));
  const published = new Set(before.checks.map((check) => check.check_id));
  const kept = before.checks.flatMap((row): Check[] => {
    const check = asCheck(row);
    const old = was.get(check.check_id);
    if (old && cameOut(old) === cameOut(check)) {
      const now = is.get(check.check_id);
      return now ? [now] : [];
    }
    return [check.facts.some((fact) => corrected.has(fact)) ? unchecked(check) : check];
  });
  const added = [...is].filter(([id]) => !was.has(id) && !published.has(id)).map(([, check]) => check);
  return [...kept, ...added];
}

function asCheck({ facts, weights, claims, ...check }: RowOf<'checks'>): Check {
  return { ...check, facts: [...facts], weights: [...weights], claims: [...claims] };
}

function checksOf(rows: DocumentRows): Check[] {
  return rows.documents.flatMap((document) =>
    checkExtract({
      document: asDocument(document),
      tables: rows.tables,
      facts: asRead(rows),
      headcounts: rows.headcounts,
      claims: rows.claims.map((row) => ({ ...row, raw: row.raw ?? '' })),
      indicators: rows.indicators.map((row) => ({ ...row, prior: priorOf(row.prior) })),
    }),
  );
}

function asDocument({ document_id, ...document }: RowOf<'documents'>): DocumentRecord {
  return { id: document_id, ...document };
}

/** Facts in the order of the file, as rules take the first of several that say the same; a CSV is ordered by id. */
function asRead({ facts, tables }: DocumentRows): Fact[] {
  const places = new Map<string | null, string>(tables.map((table) => [table.table_id, table.locator]));
  const place = (fact: Fact): string => places.get(fact.table_id) ?? '';
  return facts
    .map((fact) => ({ ...fact, raw: fact.raw ?? '', column_label: fact.column_label ?? '' }))
    .sort(
      (a, b) =>
        compareNaturally(place(a), place(b)) ||
        Number(a.row) - Number(b.row) ||
        Number(a.column) - Number(b.column),
    );
}

function priorOf(cell: string | null): Indicator['prior'] {
  return cell === null ? [] : (JSON.parse(cell) as Indicator['prior']);
}

/** What a check says in amounts; its words may differ in what the CSV cut. */
function cameOut({ status, expected_yuan, actual_yuan, facts }: Check): string {
  return JSON.stringify([status, expected_yuan, actual_yuan, facts]);
}

function unchecked(check: Check): Check {
  return {
    ...check,
    status: 'unchecked',
    finding: null,
    text: `${check.text}其中的数已更正，要有原文件才能重新核对。`,
    text_en: `${check.text_en} A figure of it was corrected; only the file itself can say how it comes out now.`,
  };
}
