export { rebuildDocument } from './rebuild.ts';
export type { ColumnGroup, RebuiltDocument, RebuiltRow, RebuiltTable, RowPart } from './rebuild.ts';
export { knownCell } from './target.ts';
export type { CellTarget } from './target.ts';
export { documentPage } from './page.ts';
export type { DocumentPage, ListedFigure, PageCell, PageIssue, PageRow, PageTable } from './page.ts';
