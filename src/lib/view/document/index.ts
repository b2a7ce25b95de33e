export { rebuildDocument } from './rebuild.ts';
export type { ColumnGroup, RebuiltDocument, RebuiltRow, RebuiltTable, RowPart } from './rebuild.ts';
export { cellTarget } from './target.ts';
export type { CellTarget } from './target.ts';
