import type { Lang } from '../../core/model/localised.ts';
import type { CheckStatus } from '../../core/model/extract.ts';
import type { Row } from '../../data/arrow/column.ts';
import type { DatasetRows } from '../../data/arrow/records.ts';
import { sayPlace } from '../proof/place.ts';
import type { CellName, CellNames, CheckBook, CheckLine } from './types.ts';

type Records = Pick<
  DatasetRows,
  'documents' | 'tables' | 'facts' | 'claims' | 'headcounts' | 'indicators' | 'checks'
>;

/** Every result of every document, with what its figures are called. */
export function checkBook(rows: Records, lang: Lang): CheckBook {
  const naming = cellNaming(rows, lang);
  const documents = new Map(rows.documents.map((row) => [String(row['document_id']), row]));
  const names: CellNames = {};
  const lines = rows.checks.map((row): CheckLine => {
    const document = String(row['document_id']);
    const record = documents.get(document);
    const refs = [...new Set([...list(row['facts']), ...list(row['claims'])])];
    const own = (names[document] ??= {});
    const placed = refs.map((ref) => naming(document, ref));
    for (const { ref, name, yuan } of placed) own[ref] = { name, yuan };
    return {
      id: checkKey(document, String(row['check_id'])),
      document,
      agency: String(record?.['agency_id'] ?? ''),
      year: typeof record?.['fiscal_year'] === 'number' ? record['fiscal_year'] : null,
      rule: String(row['rule']),
      status: row['status'] as CheckStatus,
      expected: text(row['expected_yuan']),
      actual: text(row['actual_yuan']),
      gap: text(row['gap_yuan']),
      slack: text(row['slack_yuan']),
      finding: checkKey(document, text(row['finding']) ?? String(row['check_id'])),
      text: String(lang === 'en' ? row['text_en'] : row['text']),
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

function cellNaming(rows: Records, lang: Lang): (document: string, ref: string) => Placed {
  const key = (row: Row, id: unknown): string => `${String(row['document_id'])} ${String(id)}`;
  const tables = new Map(rows.tables.map((row) => [key(row, row['table_id']), row]));
  const facts = new Map(rows.facts.map((row) => [key(row, row['fact_id']), row]));
  const places = new Map<string, { ref: string; label: string; yuan: string | null }>();
  const place = (row: Row, ref: string, label: unknown): void => {
    const at = key(row, row['locator']);
    if (!places.has(at))
      places.set(at, { ref, label: String(label ?? ''), yuan: text(row['yuan_text'] ?? null) });
  };
  for (const row of rows.indicators) place(row, `indicator:${String(row['indicator_id'])}`, row['level3']);
  for (const row of rows.claims) place(row, `claim:${String(row['claim_id'])}`, '');
  for (const row of rows.headcounts) place(row, `headcount:${String(row['headcount_id'])}`, '');
  return (document, ref) => {
    const fact = facts.get(`${document} ${ref}`);
    if (fact) {
      const name = factName(fact, tables.get(key(fact, fact['table_id'])), lang);
      return { ref, name, yuan: text(fact['yuan_text'] ?? null) };
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

function factName(fact: Row, table: Row | undefined, lang: Lang): string {
  const number = text(table?.['number'] ?? null);
  const title = text(table?.['title'] ?? null);
  const where = number === null ? (title ?? '') : tableName(number, lang);
  const label = [text(fact['code'] ?? null), String(fact['label'])].filter((part) => part !== null).join(' ');
  const column = String(fact['column_label'] ?? '')
    .split(' / ')
    .at(-1);
  return [where, label, column].filter((part) => part !== undefined && part.trim() !== '').join(' · ');
}

/** 表6: numbers are printed as 6, 表6 and 预算06表. */
function tableName(number: string, lang: Lang): string {
  if (lang === 'en') return `table ${number.replaceAll('表', '')}`;
  return number.includes('表') ? number : `表${number}`;
}

function list(cell: unknown): string[] {
  return Array.isArray(cell) ? cell.map(String) : [];
}

function text(cell: unknown): string | null {
  return cell === null || cell === undefined || cell === '' ? null : String(cell);
}
