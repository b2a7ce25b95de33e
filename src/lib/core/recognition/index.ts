import type {
  Issue,
  Recognition,
  RecognisedTable,
  SourceBlock,
  SourceDocument,
  SourceParagraph,
  SourceRow,
} from '../model/index.ts';
import { readContents, type Contents } from './contents.ts';
import { withoutFurniture } from './furniture.ts';
import type { Draft } from './draft.ts';
import { finishTables } from './finish.ts';
import { countHeaderRows } from './header.ts';
import { withPlainLabels } from './marks.ts';
import { mergeHeads, splitParagraphs, takeHeadRows } from './heads.ts';
import { joinPage } from './join.ts';
import { cellTexts } from './rows.ts';

export { columnPath, countHeaderRows, spanHeader } from './header.ts';
export { bracketedUnit, statedUnit, titleKey, titleText } from './phrases.ts';
export { isColumnNumberRow } from './rows.ts';

export interface RecognitionContext {
  fiscalYear: number | null;
}

/**
 * The tables of a document put together (title, number, unit, header rows, pages joined, statement kind, published or declared
 * empty or only listed), and the text that is none of their parts. Never throws; what is in doubt is an issue.
 */
export function recogniseTables(document: SourceDocument, context: RecognitionContext): Recognition {
  const blocks = withoutFurniture(document.blocks).map(withPlainLabels);
  const contents = readContents(blocks);
  const { drafts, narrative } = collectDrafts(blocks, contents);
  const issues: Issue[] = [];
  const tables: RecognisedTable[] = finishTables(drafts, contents.entries, narrative, context, issues);
  return { tables, narrative, issues };
}

function collectDrafts(
  blocks: readonly SourceBlock[],
  contents: Contents,
): { drafts: Draft[]; narrative: SourceParagraph[] } {
  const drafts: Draft[] = [];
  const narrative: SourceParagraph[] = [];
  let pending: SourceParagraph[] = [];
  let afterTable = false;
  for (const block of blocks) {
    if (contents.blocks.has(block)) {
      narrative.push(...pending);
      pending = [];
      afterTable = false;
      continue;
    }
    if (block.kind === 'paragraph') {
      pending.push(block);
      continue;
    }
    const above = drafts.at(-1);
    const { notes, narrative: text, head } = splitParagraphs(pending, afterTable);
    if (afterTable) above?.notes.push(...notes);
    narrative.push(...text);
    pending = [];
    const inner = takeHeadRows(block);
    if (inner.rows.length === 0) {
      pending = headParagraphs(block.rows);
      afterTable = false;
      continue;
    }
    const performance = isPerformanceForm(inner.rows);
    const merged = mergeHeads(head, inner.head);
    const isForm = performance || /绩效/.test(merged.title ?? '');
    const draft: Draft = {
      head: merged,
      geometry: block.geometry,
      columnCount: block.columnCount,
      rows: inner.rows,
      headerRowCount: isForm ? 0 : countHeaderRows(inner.rows),
      notes: [],
      repeated: [],
      performance: isForm,
      incomplete: block.incomplete ?? false,
      locator: merged.locator ?? inner.rows[0]?.cells[0]?.locator ?? '',
    };
    if (!(above && afterTableOnly(text) && joinPage(above, draft, text))) drafts.push(draft);
    afterTable = true;
  }
  if (afterTable) {
    const { notes, narrative: text } = splitParagraphs(pending, true);
    drafts.at(-1)?.notes.push(...notes);
    narrative.push(...(text.length + notes.length === pending.length ? text : pending.slice(notes.length)));
  } else narrative.push(...pending);
  return { drafts, narrative };
}

function afterTableOnly(text: readonly SourceParagraph[]): boolean {
  return text.length === 0;
}

/** A form of targets: indicator heads anywhere on top, or a target as a row's name (a list of projects has it as a column's). */
function isPerformanceForm(rows: readonly SourceRow[]): boolean {
  return rows
    .slice(0, 24)
    .some(
      (row) =>
        cellTexts(row).some((cell) => /^(?:一级|二级|三级)(?:绩效)?指标$/.test(cell)) ||
        /^(?:总体|年度|绩效|长期)(?:绩效)?目标\d?[:：]?$/.test(cellTexts(row)[0] ?? ''),
    );
}

/** A table that is nothing but a title or unit line heads the next one. */
function headParagraphs(rows: readonly SourceRow[]): SourceParagraph[] {
  return rows.flatMap((row) =>
    row.cells
      .filter((cell) => cell.text.trim() !== '')
      .map((cell): SourceParagraph => ({
        kind: 'paragraph',
        text: cell.text,
        locator: cell.locator,
        page: row.page,
        heading: null,
      })),
  );
}
