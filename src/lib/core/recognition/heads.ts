import type { SourceCell, SourceParagraph, SourceRow, SourceTable, Unit } from '../model/index.ts';
import { compactText } from '../text/index.ts';
import {
  bracketedUnit,
  isCaption,
  isContinuationLine,
  isContinuedTitle,
  isDateLine,
  isNote,
  isOrganisationLine,
  isTitleLike,
  statedUnit,
  tableNumber,
  titleText,
} from './phrases.ts';
import { filledCells } from './rows.ts';

/** What stands above a table and belongs to it. */
export interface TableHead {
  title: string | null;
  number: string | null;
  units: { unit: Unit; locator: string }[];
  locator: string | null;
  /** Whether the title has the form of one, rather than being just the nearest caption. */
  formal: boolean;
  organisation: string | null;
  /** The head says that the table above goes on: 续表. */
  continues: boolean;
  asOfYear: number | null;
}

/** No table has more lines than this between the text and itself. */
const MOST_HEAD_LINES = 8;

export interface SplitParagraphs {
  notes: SourceParagraph[];
  narrative: SourceParagraph[];
  head: TableHead;
}

/** The paragraphs between two tables: notes of the one above, text, and the head of the one below. */
export function splitParagraphs(paragraphs: readonly SourceParagraph[], after: boolean): SplitParagraphs {
  const notes: SourceParagraph[] = [];
  let start = 0;
  if (after) {
    while (start < paragraphs.length) {
      const paragraph = paragraphs[start];
      if (!paragraph || !belongsToTableAbove(paragraph.text, notes.length > 0)) break;
      notes.push(paragraph);
      start += 1;
    }
  }
  const { head, from } = readHead(paragraphs.slice(start));
  return { notes, narrative: paragraphs.slice(start, start + from), head };
}

function belongsToTableAbove(text: string, noted: boolean): boolean {
  const compact = compactText(text);
  if (isNote(text)) return true;
  if (noted && /^(?:\d{1,2}[、.．)]|\(\d{1,2}\)|[①-⑳])/.test(compact) && !isTitleLike(text)) return true;
  return (
    /^(?:本|我)(?:单位|部门)[^。]{0,16}(?:预算|决算|支出|收入|安排)[^。]{0,16}[。.]?$/.test(compact) &&
    compact.length <= 40
  );
}

function readHead(paragraphs: readonly SourceParagraph[]): { head: TableHead; from: number } {
  const head = emptyHead();
  let from = paragraphs.length;
  let caption: { index: number; paragraph: SourceParagraph } | null = null;
  for (
    let index = paragraphs.length - 1;
    index >= 0 && paragraphs.length - index <= MOST_HEAD_LINES;
    index -= 1
  ) {
    const paragraph = paragraphs[index];
    if (!paragraph) break;
    const kind = lineKind(paragraph.text);
    if (kind === 'other') {
      if (head.title === null && !caption && isCaption(paragraph.text)) {
        caption = { index, paragraph };
        continue;
      }
      break;
    }
    if (kind === 'title') {
      if (head.title !== null) break;
      if (caption && !/^\(/.test(compactText(caption.paragraph.text))) {
        if (!takesSubtitle(caption.paragraph.text)) break;
      }
      head.title = caption
        ? `${titleText(paragraph.text)}${compactText(caption.paragraph.text)}`
        : titleText(paragraph.text);
      head.number ??= tableNumber(paragraph.text)?.number ?? null;
      head.formal = true;
      head.continues ||= isContinuedTitle(paragraph.text);
      head.locator = paragraph.locator;
      const unit = statedUnit(paragraph.text);
      if (unit) head.units.push({ unit, locator: paragraph.locator });
      from = index;
      continue;
    }
    const opens =
      kind === 'number' || kind === 'continuation' || (kind === 'unit' && head.units.length === 0);
    if (head.title !== null && !opens) break;
    if (caption) break;
    takeLine(head, paragraph.text, paragraph.locator);
    from = index;
  }
  if (head.title === null && caption) {
    head.title = titleText(caption.paragraph.text);
    head.locator = caption.paragraph.locator;
    from = Math.min(from, caption.index);
  }
  return { head, from };
}

/** A line under the title that completes it: （按政府预算经济分类）. */
function takesSubtitle(text: string): boolean {
  return /^[(（].*[)）]$/.test(compactText(text));
}

type LineKind = 'continuation' | 'title' | 'number' | 'unit' | 'organisation' | 'date' | 'other';

function lineKind(text: string): LineKind {
  const compact = compactText(text);
  if (isContinuationLine(compact)) return 'continuation';
  const number = tableNumber(compact);
  if (number && number.rest === '') return 'number';
  if (isTitleLike(compact)) return 'title';
  if (
    compact.length <= 60 &&
    statedUnit(compact) !== null &&
    /^(?:.*\s)?[(（]?(?:金额)?(?:计量)?单位|[:：].*单位[:：]|单位[:：]/.test(compact)
  )
    return 'unit';
  if (compact.length <= 60 && isOrganisationLine(compact)) return 'organisation';
  if (isDateLine(compact)) return 'date';
  return 'other';
}

function takeLine(head: TableHead, text: string, locator: string): void {
  const unit = statedUnit(text);
  if (unit) head.units.push({ unit, locator });
  if (isContinuationLine(text)) {
    head.continues = true;
    head.locator ??= locator;
    return;
  }
  const number = tableNumber(text);
  if (number?.rest === '') head.number ??= number.number;
  if (isOrganisationLine(text)) head.organisation ??= text;
  const asOf = /^截(?:止|至)(?:时间|日期)?[:：]?(20\d{2})/.exec(compactText(text))?.[1];
  if (asOf !== undefined) head.asOfYear ??= Number(asOf);
}

export function emptyHead(): TableHead {
  return {
    title: null,
    number: null,
    units: [],
    locator: null,
    formal: false,
    organisation: null,
    continues: false,
    asOfYear: null,
  };
}

/**
 * Rows on top of a table that are its title, number, unit line or owner rather than header: spreadsheets and web pages keep
 * them inside. They are taken off.
 */
export function takeHeadRows(table: SourceTable): { rows: SourceRow[]; head: TableHead } {
  const head = emptyHead();
  let index = 0;
  for (; index < table.rows.length && index < 6; index += 1) {
    const row = table.rows[index];
    if (!row) break;
    const cells = filledCells(row);
    if (cells.length === 0) {
      if (index === 0 || head.title !== null) continue;
      break;
    }
    if (!cells.every((cell) => isHeadCell(cell, cells.length, index))) break;
    for (const cell of cells) takeCell(head, cell, cells.length);
  }
  if (
    index > 0 &&
    head.title === null &&
    head.units.length === 0 &&
    head.number === null &&
    !head.continues &&
    head.organisation === null
  ) {
    return { rows: table.rows, head: emptyHead() };
  }
  return { rows: table.rows.slice(index), head };
}

function isHeadCell(cell: SourceCell, count: number, rowIndex: number): boolean {
  const kind = lineKind(cell.text);
  if (kind === 'unit' || kind === 'number' || kind === 'date' || kind === 'continuation') return true;
  if (kind === 'title') return count <= 2;
  if (kind === 'organisation') return true;
  const compact = compactText(cell.text);
  if (/^\d{6}[\u4e00-\u9fff]{4,}$/.test(compact)) return true;
  return rowIndex === 0 && count === 1 && cell.colSpan > 2 && isCaption(compact);
}

function takeCell(head: TableHead, cell: SourceCell, count: number): void {
  const kind = lineKind(cell.text);
  if (kind === 'title' || (kind === 'other' && count === 1 && cell.colSpan > 2)) {
    head.title ??= titleText(cell.text);
    head.locator ??= cell.locator;
    head.formal = kind === 'title';
    head.continues ||= isContinuedTitle(cell.text);
    head.number ??= tableNumber(cell.text)?.number ?? null;
  }
  if (/^\d{6}[\u4e00-\u9fff]{4,}$/.test(compactText(cell.text))) head.organisation ??= cell.text;
  takeLine(head, cell.text, cell.locator);
}

/** Head rows inside the table complete what stands above it. */
export function mergeHeads(outer: TableHead, inner: TableHead): TableHead {
  const useInner = inner.title !== null && (inner.formal || !outer.formal);
  return {
    title: useInner ? inner.title : outer.title,
    formal: useInner ? inner.formal : outer.formal,
    number: inner.number ?? outer.number,
    units: [...outer.units, ...inner.units],
    locator: useInner ? inner.locator : outer.locator,
    organisation: inner.organisation ?? outer.organisation,
    continues: inner.continues || outer.continues,
    asOfYear: inner.asOfYear ?? outer.asOfYear,
  };
}

/** The unit in brackets in the title: …表（单位：万元）. */
export function titleUnit(title: string): Unit | null {
  return bracketedUnit(title);
}
