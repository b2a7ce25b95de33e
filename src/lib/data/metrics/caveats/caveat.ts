import type { Caveat, DocumentFacts } from '../record.ts';
import type { MetricRow, RowNote } from '../row.ts';

type Predicate = (rows: readonly MetricRow[], documents: readonly DocumentFacts[]) => string[];

/**
 * A caveat out of a predicate that lists the documents it is about (none: it stays silent) and a sentence for each
 * language; `{names}` stands for their names, `{is|are}` for the word that suits one name or several.
 */
export function caveat(id: string, documentsConcerned: Predicate, text: { zh: string; en: string }): Caveat {
  return {
    id,
    applies: (rows, documents) => {
      const concerned = [...new Set(documentsConcerned(rows.filter(hasValue), documents))].sort();
      return concerned.length ? concerned : null;
    },
    text: (names, lang) =>
      text[lang]
        .replace(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, one: string, several: string) =>
          names.length === 1 ? one : several,
        )
        .replace('{names}', () => listed(names, lang)),
  };
}

/** Documents among those shown for which the test holds. */
export function shownWhere(
  test: (document: DocumentFacts, rows: readonly MetricRow[]) => boolean,
): Predicate {
  return (rows, documents) =>
    documents
      .filter((document) => {
        const own = rows.filter((row) => row.document_id === document.document_id);
        return own.length > 0 && test(document, own);
      })
      .map((document) => document.document_id);
}

/** Documents with a row that carries the note. */
export function noted(...notes: RowNote[]): Predicate {
  return (rows) =>
    rows.filter((row) => notes.some((note) => row.notes.includes(note))).map((row) => row.document_id);
}

/**
 * Documents whose key is not the one that most of those shown have (the first in order where as many have another).
 * Those of which it isn't known (null) don't count.
 */
export function outOfStep(key: (document: DocumentFacts) => string | null): Predicate {
  return (rows, documents) => {
    const shown = documents.flatMap((document) => {
      const value = key(document);
      const there = rows.some((row) => row.document_id === document.document_id);
      return there && value !== null ? [{ id: document.document_id, value }] : [];
    });
    const counts = new Map<string, number>();
    for (const { value } of shown) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size < 2) return [];
    const [usual] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return shown.filter(({ value }) => value !== usual?.[0]).map(({ id }) => id);
  };
}

export function positive(amount: string | null): boolean {
  return amount !== null && /[1-9]/.test(amount) && !amount.startsWith('-');
}

/** 甲、乙 — A, B and C. */
function listed(names: readonly string[], lang: 'zh' | 'en'): string {
  if (lang === 'zh') return names.join('、');
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function hasValue(row: MetricRow): boolean {
  return row.value !== null;
}
