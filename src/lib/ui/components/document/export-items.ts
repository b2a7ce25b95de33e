import type { DocumentPage } from '$lib/view/document/index';
import {
  documentTables,
  listedTable,
  publishedTable,
  type ExportContext,
  type ExportItem,
} from '$lib/view/export/index';
import { documentPath } from '$lib/view/proof/index';
import type { Interface } from '../../session/interface';
import { exportContext } from '../export/context';
import type { ListId } from './print';

/** What of a document's page can be exported. */
export interface DocumentExports {
  /** A table by its id. */
  table: (id: string) => ExportItem;
  list: (id: ListId, title: string) => ExportItem;
  all: () => ExportItem[];
}

/** Exports of a document's page; made when a reader asks. */
export function documentExports(page: DocumentPage, release: string, ui: Interface): DocumentExports {
  const context = (): ExportContext => exportContext(ui, release, documentPath(page.document.document_id));
  const { derived, headcounts, claims, indicators } = ui.m.proof.documents;
  return {
    table: (id) => {
      const table = page.tables.find((candidate) => candidate.id === id);
      if (!table) throw new Error(`the document has no table ${id}`);
      return { table: publishedTable(page, table, context()) };
    },
    list: (id, title) => ({ table: listedTable(page, { id, title, figures: page[id] }, context()) }),
    all: () =>
      documentTables(page, { derived, headcounts, claims, indicators }, context()).map((table) => ({
        table,
      })),
  };
}
