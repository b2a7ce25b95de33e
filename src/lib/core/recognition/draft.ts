import type { SourceParagraph, SourceRow, SourceTable } from '../model/index.ts';
import type { TableHead } from './heads.ts';

/** A table on its way to RecognisedTable: pages may still be joined to it. */
export interface Draft {
  head: TableHead;
  geometry: SourceTable['geometry'];
  columnCount: number;
  /** All rows, header first, before spans are put right. */
  rows: SourceRow[];
  headerRowCount: number;
  notes: SourceParagraph[];
  repeated: SourceRow[];
  performance: boolean;
  locator: string;
  incomplete: boolean;
}
