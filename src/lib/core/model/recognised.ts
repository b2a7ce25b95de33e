import type { Issue, StatementKind, TableRecord, Unit } from './extract.ts';
import type { ColumnMeaning } from '../overrides/schema.ts';
import type { SourceParagraph, SourceRow } from './source.ts';

/**
 * One published table, put together: title and number found, unit line read, page-break repeats joined,
 * statement kind decided. `rows` still holds source cells with their locators.
 */
export interface RecognisedTable {
  tableId: string;
  number: string | null;
  title: string;
  statement: StatementKind;
  unit: Unit | null;
  /** Where the unit line stands; null where the unit was inherited or is not given. */
  unitLocator: string | null;
  status: TableRecord['status'];
  reason: string | null;
  locator: string;
  geometry: 'exact' | 'aligned' | 'ragged';
  /** Header rows first, then the body; header rows and totals repeated after a page break are left out. */
  rows: SourceRow[];
  headerRowCount: number;
  columnCount: number;
  /** Paragraphs directly under the table that belong to it (注：…). */
  notes: SourceParagraph[];
  /** The year of the date that the table is drawn up for (截止时间：2022-12-31), where it states one. */
  asOfYear?: number | null;
  /** Parts of it are hidden or not stored: a sum of what is left proves nothing. */
  incomplete?: boolean;
  /** Rows left out of `rows` (repeats), so that their cells can be accounted for. */
  repeated: SourceRow[];
  /** What a person said of its columns, by grid column. */
  meanings?: ReadonlyMap<number, ColumnMeaning>;
}

/** What the document is, as far as its text says. */
export interface DocumentIdentity {
  title: string;
  agency: string;
  regionCode: string | null;
  fiscalYear: number | null;
  stage: 'budget' | 'final-account';
  scope: 'department' | 'unit';
}

/** The two kinds of content that later stages read, and what went wrong. */
export interface Recognition {
  tables: RecognisedTable[];
  /** Everything that is not a table, its title or its notes, in reading order. */
  narrative: SourceParagraph[];
  issues: Issue[];
}

/** What every stage after recognition knows about the document. */
export interface ExtractContext extends DocumentIdentity {
  documentId: string;
}
