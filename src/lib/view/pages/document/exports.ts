import type { DocumentPage } from '../../document/index.ts';
import {
  documentTables,
  listedTable,
  publishedTable,
  type ExportContext,
  type ExportItem,
} from '../../export/index.ts';
import { MESSAGES } from '../../../words/index.ts';

/** Figures that stand in no table. */
export type ListId = 'headcounts' | 'claims' | 'derived' | 'indicators';

/** What of a document's page can be exported. */
export interface DocumentExports {
  /** A table by its id. */
  table: (id: string) => ExportItem;
  list: (id: ListId, title: string) => ExportItem;
  all: () => ExportItem[];
}

/** Exports of a document's page; made when a reader asks. */
export function documentExports(page: DocumentPage, context: ExportContext): DocumentExports {
  const { derived, headcounts, claims, indicators } = MESSAGES[context.lang].proof.documents;
  return {
    table: (id) => {
      const table = page.tables.find((candidate) => candidate.id === id);
      if (!table) throw new Error(`the document has no table ${id}`);
      return { table: publishedTable(page, table, context) };
    },
    list: (id, title) => ({ table: listedTable(page, { id, title, figures: page[id] }, context) }),
    all: () =>
      documentTables(page, { derived, headcounts, claims, indicators }, context).map((table) => ({
        table,
      })),
  };
}
