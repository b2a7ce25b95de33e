import type { Lang } from '../../core/model/localised.ts';
import type { DatasetRows } from '../../data/arrow/records.ts';
import type { RowOf } from '../../data/arrow/tables.ts';
import { sayPlace } from '../proof/place.ts';
import type { CellName, CellNames, CheckBook, CheckLine } from './types.ts';

type Records = Pick<
  DatasetRows,
  'documents' | 'tables' | 'facts' | 'claims' | 'headcounts' | 'indicators' | 'checks'
>;

/** Every result of every document, with what its figures are called. */
export function checkBook(rows: Records, lang: Lang): CheckBook {
  const naming = cellNaming(rows, lang);
  const documents = new Map(rows.documents.map((row) => [row.document_id, row]));
  const names: CellNames = {};
  const lines = rows.checks.map((row): CheckLine => {
    const document = row.document_id;
    const record = documents.get(document);
    const refs = [...new Set([...row.facts, ...row.claims])];
    const own = (names[document] ??= {});
    const placed = refs.map((ref) => naming(document, ref));
    for (const { ref, name, yuan } of placed) own[ref] = { name, yuan };
    return {
      id: checkKey(document, row.check_id),
      document,
      agency: record?.agency_id ?? '',
      year: record?.fiscal_year ?? null,
      rule: row.rule,
      status: row.status,
      expected: row.expected_yuan,
      actual: row.actual_yuan,
      gap: row.gap_yuan,
      slack: row.slack_yuan,
      finding: checkKey(document, row.finding ?? row.check_id),
      text: lang === 'en' ? row.text_en : row.text,
      refs: placed.map(({ ref }) => ref),
    };
  });
  return { lines, names };
}

/** How a check is called outside its document. */
export function checkKey(documentId: string, checkId: string): string {
  return `${documentId}!${checkId}`;
}

interface Placed extends CellName {
  /** As cell links have it; a bare locator where no record stands there. */
  ref: string;
}

interface Owned {
  document_id: string;
}

function cellNaming(rows: Records, lang: Lang): (document: string, ref: string) => Placed {
  const key = (row: Owned, id: string | null): string => `${row.document_id} ${id ?? ''}`;
  const tables = new Map(rows.tables.map((row) => [key(row, row.table_id), row]));
  const facts = new Map(rows.facts.map((row) => [key(row, row.fact_id), row]));
  const places = new Map<string, { ref: string; label: string; yuan: string | null }>();
  const place = (row: Owned & { locator: string }, ref: string, label: string, yuan: string | null): void => {
    const at = key(row, row.locator);
    if (!places.has(at)) places.set(at, { ref, label, yuan });
  };
  for (const row of rows.indicators) place(row, `indicator:${row.indicator_id}`, row.level3, null);
  for (const row of rows.claims) place(row, `claim:${row.claim_id}`, '', row.yuan_text);
  for (const row of rows.headcounts) place(row, `headcount:${row.headcount_id}`, '', null);
  return (document, ref) => {
    const fact = facts.get(`${document} ${ref}`);
    if (fact) {
      const name = factName(fact, tables.get(key(fact, fact.table_id)), lang);
      return { ref, name, yuan: fact.yuan_text };
    }
    const found = places.get(`${document} ${ref}`);
    const where = `${lang === 'zh' ? '原文' : 'text, '}${sayPlace(ref, lang)}`;
    return {
      ref: found?.ref ?? ref,
      name: found?.label ? `${where} · ${found.label}` : where,
      yuan: found?.yuan ?? null,
    };
  };
}

function factName(fact: RowOf<'facts'>, table: RowOf<'tables'> | undefined, lang: Lang): string {
  const number = table?.number ?? '';
  const where = number === '' ? (table?.title ?? '') : tableName(number, lang);
  const label = [fact.code, fact.label].filter((part) => part !== null).join(' ');
  const column = (fact.column_label ?? '').split(' / ').at(-1);
  return [where, label, column].filter((part) => part !== undefined && part.trim() !== '').join(' · ');
}

/** 表6: numbers are printed as 6, 表6 and 预算06表. */
function tableName(number: string, lang: Lang): string {
  if (lang === 'en') return `table ${number.replaceAll('表', '')}`;
  return number.includes('表') ? number : `表${number}`;
}
