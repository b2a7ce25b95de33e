import type { Issue, RecognisedTable, SourceParagraph, SourceRow, Unit } from '../model/index.ts';
import { statementTerm } from '../terms/index.ts';
import { compactText } from '../text/index.ts';
import type { ContentsEntry } from './contents.ts';
import type { Draft } from './draft.ts';
import { spanHeader } from './header.ts';
import { titleUnit } from './heads.ts';
import { statementKind } from './kind.ts';
import { nameTables } from './names.ts';
import { bracketedUnit, isEmptyReason, numberOrdinal, titleLikeness } from './phrases.ts';
import { cellTexts, hasAmount } from './rows.ts';

/** Titles less alike than this are different tables. */
const SAME_TITLE = 0.7;

/** Drafts and the list of tables -> tables with kind, unit and status. */
export function finishTables(
  drafts: readonly Draft[],
  entries: readonly ContentsEntry[],
  narrative: readonly SourceParagraph[],
  context: { fiscalYear: number | null },
  issues: Issue[],
): RecognisedTable[] {
  const tables = drafts.filter(hasFigures).map((draft) => finishTable(draft, issues));
  const matched = matchEntries(tables, entries);
  for (const table of tables) {
    const entry = matched.get(table) ?? null;
    if (entry && table.number === null && entry.number !== null) table.number = entry.number;
    settleStatus(table, entry, narrative);
    checkYear(table, context.fiscalYear, issues);
  }
  const found = new Set(matched.values());
  for (const table of tables) noteSourceColumns(table, issues);
  for (const table of tables) noteRepeats(table, issues);
  fillUnits(tables, issues);
  const listed = entries.flatMap((entry) => (found.has(entry) ? [] : [listedTable(entry)]));
  nameTables(tables, 't');
  nameTables(listed, 'c');
  return [...tables, ...listed];
}

function finishTable(draft: Draft, issues: Issue[]): RecognisedTable {
  const { head } = draft;
  const header = draft.rows.slice(0, draft.headerRowCount);
  const body = draft.rows.slice(draft.headerRowCount);
  const table = {
    kind: 'table' as const,
    rows: draft.rows,
    geometry: draft.geometry,
    columnCount: draft.columnCount,
  };
  const headerRows = draft.performance ? header : spanHeader(table, header);
  const title = head.title ?? '';
  const { kind } = statementKind({
    title,
    headerRows,
    bodyRows: body,
    columnCount: draft.columnCount,
  });
  return {
    tableId: '',
    number: head.number,
    title,
    statement: kind,
    unit: decideUnit(draft, title, issues),
    unitLocator: head.units.at(-1)?.locator ?? null,
    status: 'published',
    reason: null,
    locator: head.locator ?? draft.locator,
    geometry: draft.geometry,
    rows: [...headerRows, ...body],
    headerRowCount: draft.headerRowCount,
    columnCount: draft.columnCount,
    notes: draft.notes,
    asOfYear: head.asOfYear,
    repeated: draft.repeated,
    incomplete: draft.incomplete,
  };
}

/** Lists of names and menus of web pages hold no figures; a prescribed table counts even when it is empty. */
function hasFigures(draft: Draft): boolean {
  if (draft.performance || /表/.test(draft.head.title ?? '')) return true;
  const header = draft.rows.slice(0, draft.headerRowCount);
  const { kind } = statementKind({
    title: draft.head.title ?? '',
    headerRows: header,
    bodyRows: draft.rows.slice(draft.headerRowCount),
    columnCount: draft.columnCount,
  });
  return kind !== 'other' || draft.rows.some(hasAmount) || draft.rows.some(countsStaff);
}

/** Whole numbers of people are no amounts, but figures. */
function countsStaff(row: SourceRow): boolean {
  return cellTexts(row).some((text) =>
    /^(?:人员|核定|实有|年末|行政|事业|在职|在编|离?退休|离休)*(?:编制|人员|职工)*(?:人数|编制数|实有数|编制)(?:\(人\)|\(个\))?$/.test(
      text,
    ),
  );
}

/** Figures that stand again behind a page break, with the totals that they repeat. */
function noteRepeats(table: RecognisedTable, issues: Issue[]): void {
  for (const cell of table.repeated.flatMap((row) => row.cells)) {
    if (!hasAmount({ cells: [cell], page: null })) continue;
    issues.push({
      code: 'repeated-cell',
      severity: 'note',
      locator: cell.locator,
      text: `表“${table.title}”在换页（续表）处重复列出的数“${cell.text.trim()}”，不再计入。`,
    });
  }
}

/** A table titled as spending whose columns are sources of money: the spending by source, worth a note. */
function noteSourceColumns(table: RecognisedTable, issues: Issue[]): void {
  if (table.statement !== 'income-summary' || /收入/.test(table.title) || !/支出/.test(table.title)) return;
  table.statement = 'expenditure-summary';
  issues.push({
    code: 'title-contradicts-content',
    severity: 'note',
    locator: table.locator,
    text: `表“${table.title}”各列是资金来源而不是支出用途，按支出（分资金来源）归类。`,
  });
}

/** The unit line nearest to the table; two that differ are an issue. */
function decideUnit(draft: Draft, title: string, issues: Issue[]): Unit | null {
  const { units } = draft.head;
  const nearest = units[0]?.unit ?? titleUnit(title) ?? formUnit(draft);
  if (new Set(units.map((unit) => unit.unit)).size > 1) {
    issues.push({
      code: 'conflicting-unit',
      severity: 'warning',
      locator: units[0]?.locator ?? draft.locator,
      text: `表“${title}”上方写有不同的金额单位（${units.map((unit) => unit.unit).join('、')}），取离表最近的“${nearest ?? ''}”。`,
    });
  }
  return nearest;
}

/** A form states its unit beside its amounts: 资金金额(万元). */
function formUnit(draft: Draft): Unit | null {
  if (!draft.performance) return null;
  for (const row of draft.rows.slice(0, 12)) {
    for (const cell of row.cells) {
      const unit = /金额|资金|预算/.test(compactText(cell.text)) ? bracketedUnit(cell.text) : null;
      if (unit !== null && compactText(cell.text).length <= 20) return unit;
    }
  }
  return null;
}

/** A table without a unit line takes the unit that all the others state; where they differ it stays unknown. */
function fillUnits(tables: readonly RecognisedTable[], issues: Issue[]): void {
  const stated = new Set(tables.flatMap((table) => (table.unit ? [table.unit] : [])));
  const only = stated.size === 1 ? [...stated][0] : undefined;
  for (const table of tables) {
    if (table.unit !== null || !table.rows.some(hasAmount)) continue;
    if (table.statement.startsWith('performance')) continue;
    if (only !== undefined) table.unit = only;
    issues.push({
      code: 'missing-unit',
      severity: only === undefined ? 'warning' : 'note',
      locator: table.locator,
      text:
        only === undefined
          ? `表“${table.title}”没有写明金额单位，其金额无法换算。`
          : `表“${table.title}”没有写明金额单位，按本文件其他各表的“${only}”处理。`,
    });
  }
}

/**
 * The entry of each table in the list: by title or number, and, for what both sides have left over, by kind: a list may name
 * a table otherwise than the table does (部门收支总表 and 部门收支总体情况表).
 */
function matchEntries(
  tables: readonly RecognisedTable[],
  entries: readonly ContentsEntry[],
): Map<RecognisedTable, ContentsEntry> {
  const matched = new Map<RecognisedTable, ContentsEntry>();
  for (const table of tables) {
    const entry = matchEntry(table, entries);
    if (entry) matched.set(table, entry);
  }
  const taken = new Set(matched.values());
  for (const entry of entries) {
    if (taken.has(entry)) continue;
    const { statement } = listedTable(entry);
    const left = tables.find((table) => !matched.has(table) && table.statement === statement);
    if (left && statement !== 'other') matched.set(left, entry);
  }
  return matched;
}

function matchEntry(table: RecognisedTable, entries: readonly ContentsEntry[]): ContentsEntry | null {
  const ordinal = table.number === null ? null : numberOrdinal(table.number);
  let best: { entry: ContentsEntry; score: number } | null = null;
  for (const entry of entries) {
    let score = titleLikeness(table.title, entry.title);
    if (ordinal !== null && entry.ordinal === ordinal && entry.number !== null)
      score = Math.max(score, SAME_TITLE) + 0.1;
    if (score >= SAME_TITLE && (!best || score > best.score)) best = { entry, score };
  }
  return best?.entry ?? null;
}

function settleStatus(
  table: RecognisedTable,
  entry: ContentsEntry | null,
  narrative: readonly SourceParagraph[],
): void {
  const body = table.rows.slice(table.headerRowCount);
  const figures = body.some((row) =>
    row.cells.some((cell) => /[1-9]/.test(cell.text) && hasAmount({ cells: [cell], page: null })),
  );
  if (entry?.empty === true && !figures) {
    table.status = 'declared-empty';
    table.reason = entry.reason;
    return;
  }
  if (figures || table.statement.startsWith('performance')) return;
  const note = table.notes.find((paragraph) => isEmptyReason(paragraph.text));
  if (note) {
    table.status = 'declared-empty';
    table.reason = note.text.replace(/^\s*(?:注|备注|说明)\d*[:：]\s*/, '').trim();
    return;
  }
  if (body.some(hasAmount)) return;
  const sentence = narrative.find((paragraph) => saysNone(paragraph.text, table.statement));
  if (sentence) {
    table.status = 'declared-empty';
    table.reason = sentence.text.trim();
  }
}

function saysNone(text: string, statement: RecognisedTable['statement']): boolean {
  const words = statementTerm(statement).prose;
  const compact = compactText(text);
  return words !== undefined && compact.length <= 80 && words.test(compact) && isEmptyReason(compact);
}

/** A note or title that names another year than the document's. */
function checkYear(table: RecognisedTable, fiscalYear: number | null, issues: Issue[]): void {
  if (fiscalYear === null) return;
  const places = [{ text: table.title, locator: table.locator }, ...table.notes];
  for (const place of places) {
    const year = /(20\d{2})年度?/.exec(compactText(place.text))?.[1];
    if (year === undefined || Number(year) === fiscalYear) continue;
    issues.push({
      code: 'year-contradicts',
      severity: 'note',
      locator: place.locator,
      text: `表“${table.title}”写的是 ${year} 年，而文件是 ${fiscalYear} 年的。`,
    });
  }
}

function listedTable(entry: ContentsEntry): RecognisedTable {
  const { kind } = statementKind({ title: entry.title, headerRows: [], bodyRows: [], columnCount: 0 });
  return {
    tableId: '',
    number: entry.number,
    title: entry.title,
    statement: kind,
    unit: null,
    unitLocator: null,
    status: entry.empty === true ? 'declared-empty' : 'listed-only',
    reason: entry.empty === true ? entry.reason : null,
    locator: entry.locator,
    geometry: 'ragged',
    rows: [],
    headerRowCount: 0,
    columnCount: 0,
    notes: [],
    repeated: [],
  };
}
