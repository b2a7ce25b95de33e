import type { DocumentPage, ListedFigure, PageTable } from '$lib/view/document/index';
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

/** What of a document's page can be exported. */
export interface DocumentExports {
  table: (table: PageTable) => ExportItem;
  list: (id: string, title: string, figures: readonly ListedFigure[]) => ExportItem;
  all: () => ExportItem[];
}

/** Exports of a document's page; made when a reader asks. */
export function documentExports(page: DocumentPage, release: string, ui: Interface): DocumentExports {
  const context = (): ExportContext => exportContext(ui, release, documentPath(page.document.document_id));
  const { derived, headcounts, claims, indicators } = ui.m.proof.documents;
  return {
    table: (table) => ({ table: publishedTable(page, table, context()) }),
    list: (id, title, figures) => ({ table: listedTable(page, { id, title, figures }, context()) }),
    all: () =>
      documentTables(page, { derived, headcounts, claims, indicators }, context()).map((table) => ({
        table,
      })),
  };
}
