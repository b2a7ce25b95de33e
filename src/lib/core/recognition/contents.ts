import type { SourceBlock, SourceParagraph, SourceRow, SourceTable } from '../model/index.ts';
import { compactText } from '../text/index.ts';
import {
  isTitleLike,
  isUmbrellaTitle,
  numberOrdinal,
  tableNumber,
  titleLikeness,
  titleText,
} from './phrases.ts';
import { cellTexts } from './rows.ts';

/** One line of a list of tables. */
export interface ContentsEntry {
  title: string;
  number: string | null;
  ordinal: number | null;
  locator: string;
  /** 是否空表: true, false, or null where the list doesn't say. */
  empty: boolean | null;
  reason: string | null;
}

export interface Contents {
  entries: ContentsEntry[];
  /** Paragraphs and tables that are the list and nothing else. */
  blocks: Set<SourceBlock>;
}

/** Lists of tables (the last title before a table is that table's own and no entry): a table with 报表名称 (and 是否空表), or at least three titles in a row in the text. */
export function readContents(blocks: readonly SourceBlock[]): Contents {
  const entries: ContentsEntry[] = [];
  const used = new Set<SourceBlock>();
  let run: SourceParagraph[] = [];
  let between: SourceParagraph[] = [];
  const close = (): void => {
    if (run.length >= 3) {
      for (const paragraph of run) {
        used.add(paragraph);
        addEntry(entries, paragraphEntry(paragraph));
      }
    }
    run = [];
    between = [];
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      if (isContentsTable(block)) {
        close();
        used.add(block);
        for (const row of block.rows) {
          const entry = rowEntry(row);
          if (entry) addEntry(entries, entry);
        }
      } else {
        run.pop();
        close();
      }
      continue;
    }
    if (isEntry(block.text)) {
      run.push(block);
      between = [];
    } else if (run.length > 0) {
      between.push(block);
      if (between.length > 2) close();
    }
  }
  close();
  return { entries, blocks: used };
}

function isEntry(text: string): boolean {
  const compact = compactText(text);
  if (isTitleLike(compact)) return true;
  return /表\s*[.．…·]{3,}\s*\d+$/.test(compact);
}

function paragraphEntry(paragraph: SourceParagraph): ContentsEntry {
  const compact = compactText(paragraph.text);
  const number = tableNumber(compact)?.number ?? null;
  const leading = /^\(?([一二三四五六七八九十]+|\d{1,2})\)?[、.．)]/.exec(compact)?.[1];
  const ordinal =
    number !== null ? numberOrdinal(number) : leading !== undefined ? numberOrdinal(leading) : null;
  return {
    title: titleText(paragraph.text),
    number,
    ordinal,
    locator: paragraph.locator,
    empty: null,
    reason: null,
  };
}

function isContentsTable(table: SourceTable): boolean {
  if (table.rows.length < 3) return false;
  const header = table.rows.slice(0, 2).flatMap(cellTexts);
  if (header.some((text) => /报表名称|是否空表|表格名称/.test(text))) return true;
  const titled = table.rows.filter((row) => rowEntry(row) !== null).length;
  return titled >= 5 && titled >= table.rows.length * 0.7 && table.columnCount <= 5;
}

function rowEntry(row: SourceRow): ContentsEntry | null {
  const at = row.cells.findIndex((cell) => isTitleLike(cell.text));
  const titleCell = row.cells[at];
  if (!titleCell) return null;
  const before = compactText(row.cells[at - 1]?.text ?? '');
  const own = tableNumber(titleCell.text);
  const number = tableNumber(before)?.number ?? own?.number ?? null;
  const ordinal = number !== null ? numberOrdinal(number) : numberOrdinal(before);
  const rest = row.cells.slice(at + 1).map((cell) => compactText(cell.text));
  const flag = rest.find((text) => text === '是' || text === '否');
  const reason =
    rest.find((text) => text !== '' && text !== '是' && text !== '否' && !/^\d+$/.test(text)) ?? null;
  return {
    title: titleText(titleCell.text),
    number,
    ordinal,
    locator: titleCell.locator,
    empty: flag === undefined ? null : flag === '是',
    reason,
  };
}

/** A second list of the same tables adds nothing but what the first left open. */
function addEntry(entries: ContentsEntry[], entry: ContentsEntry): void {
  if (isUmbrellaTitle(entry.title)) return;
  const same = entries.find(
    (known) =>
      titleLikeness(known.title, entry.title) > 0.95 ||
      (known.ordinal !== null &&
        known.ordinal === entry.ordinal &&
        titleLikeness(known.title, entry.title) > 0.6),
  );
  if (!same) {
    entries.push(entry);
    return;
  }
  if (same.empty === null && entry.empty !== null) {
    same.empty = entry.empty;
    same.reason = entry.reason;
    same.locator = entry.locator;
  }
  same.number ??= entry.number;
  if (entry.title.length > same.title.length) same.title = entry.title;
}
