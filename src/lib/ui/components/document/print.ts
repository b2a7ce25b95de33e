import type { Lang } from '$lib/core/model/localised';
import type { ProofData, ProofDocument } from '$lib/data/proof';
import { documentPage, type PageTable } from '$lib/view/document/index';
import type { ListId } from '$lib/view/pages/document/exports';
import { MESSAGES } from '$lib/words/index';
import { listHtml } from './listed-html';
import { issuesHtml, tableHtml } from './published-html';

/** A document's page: what its scripts need, and the figures as markup. */
export interface PrintedDocument {
  document: ProofDocument;
  factCount: number;
  tables: Pick<PageTable, 'id' | 'ref' | 'name' | 'status'>[];
  /** Tables and lists of figures in the order of the page. */
  parts: PrintedPart[];
  /** What was found outside the tables; '' where nothing was. */
  issues: string;
}

/** A table by its id, or a list of figures. */
export type PrintedPart = ({ kind: 'table'; id: string } | { kind: 'list'; id: ListId }) & {
  title: string;
  /** Escaped. */
  html: string;
  /** Whether it holds figures, which can be taken along. */
  filled: boolean;
};

/** Prints a document's page in one language. */
export function printDocument(data: ProofData, lang: Lang): PrintedDocument {
  const page = documentPage(data, lang);
  const to = { documentId: data.document.document_id, lang };
  const m = MESSAGES[lang].proof.documents;
  const list = (id: ListId, note?: string): PrintedPart => ({
    id,
    kind: 'list',
    title: m[id],
    html: listHtml(
      { id, title: m[id], figures: page[id], words: id === 'indicators', ...(note ? { note } : {}) },
      to,
    ).text,
    filled: page[id].length > 0,
  });
  const tables = page.tables.map((table): PrintedPart => ({
    id: table.id,
    kind: 'table',
    title: table.region,
    html: tableHtml(table, to).text,
    filled: table.rows.length > 0,
  }));
  return {
    document: page.document,
    factCount: page.factCount,
    tables: page.tables.map(({ id, ref, region, status }) => ({ id, ref, name: region, status })),
    parts: [
      ...tables,
      list('headcounts'),
      list('claims'),
      ...(page.derived.length > 0 ? [list('derived', m.derivedBody)] : []),
      list('indicators'),
    ],
    issues: page.issues.length > 0 ? issuesHtml(page.issues, lang).text : '',
  };
}
