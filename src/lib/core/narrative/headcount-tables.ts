import type { ExtractContext, Headcount, Issue, RecognisedTable, SourceCell } from '../model/index.ts';
import { columnPath, isColumnNumberRow } from '../recognition/index.ts';
import { compactText, isTotalLabel } from '../text/index.ts';
import { categoryOf, kindOf } from './headcounts.ts';
import { readDate } from './dates.ts';

const PEOPLE = /^(\d{1,3}(?:,\d{3})+|\d{1,6})(?:人|名|个)?$/;
/** A head with these words counts something else, or only some of the staff. */
const OTHER_HEAD =
  /费|元|金额|支出|收入|率|车|面积|日期|时间|单位|说明|方式|领导职数|处级|科级|级|聘用|编外|临时|劳务|派遣|合同|遗属|学生|空编|超编|缺编|增|减|变动|差额(?!拨款)|女|党员/;
/** Titles of tables in which staff is counted; in others a column must say 人数 or 编制数 itself. */
const ABOUT_STAFF = /人员|编制|基本情况|基本数字|机构|职工/;
const COUNTS = /人数|人员数|编制数|编制|实有数|在职|在编|在岗|退休|离休/;

interface Counted {
  row: number;
  label: string;
  headcount: Headcount;
  /** The row's own label says what is counted, whatever the other rows are. */
  labelled: boolean;
}

/**
 * Staff numbers that stand in tables of their own (机构人员情况表, 基本数字表), by column (编制数 | 实有人数) or beside
 * their labels. Of units one below the other only the row of their total counts, or the only row; units without a total
 * are an issue, because which of them the budget covers isn't said.
 */
export function readTableHeadcounts(
  tables: readonly RecognisedTable[],
  context: ExtractContext,
): { headcounts: Headcount[]; issues: Issue[] } {
  const headcounts: Headcount[] = [];
  const issues: Issue[] = [];
  for (const table of tables) {
    if (table.statement !== 'other' || table.status !== 'published') continue;
    const counted = countedCells(table, context);
    const chosen = chooseRows(counted);
    headcounts.push(...withoutWider(chosen).map(({ headcount }) => headcount));
    if (chosen.length === 0 && counted.length > 0)
      issues.push({
        code: 'headcounts-by-unit',
        severity: 'warning',
        locator: counted[0]?.headcount.locator ?? table.locator,
        text: `“${table.title}”分单位列出人数，没有合计行，人数没有读入；请看原表并手工填入。`,
      });
  }
  return { headcounts, issues };
}

function countedCells(table: RecognisedTable, context: ExtractContext): Counted[] {
  // A count of people looks like a number of order, so that recognition may take rows of such counts for heads.
  const first = table.rows.findIndex(
    (row) =>
      !isColumnNumberRow(row) && row.cells.some((cell, at) => at > 0 && PEOPLE.test(compactText(cell.text))),
  );
  if (first < 0) return [];
  const header = table.rows.slice(0, first);
  const found: Counted[] = [];
  table.rows.slice(first).forEach((row, index) => {
    if (isColumnNumberRow(row)) return;
    const label = rowLabel(row.cells);
    row.cells.forEach((cell, at) => {
      const count = PEOPLE.exec(compactText(cell.text))?.[1];
      if (count === undefined) return;
      const path = columnPath(header, cell.column).join('');
      const beside = labelBefore(row.cells, at);
      const byColumn = headKind(path, table.title);
      const byLabel = byColumn === null ? headKind(beside, table.title) : null;
      const kind = byColumn ?? byLabel;
      if (kind === null || OTHER_HEAD.test(path)) return;
      const words = byColumn === null ? beside : path;
      found.push({
        row: index,
        label,
        labelled: byLabel !== null || categoryOf(label) !== null,
        headcount: {
          locator: cell.locator,
          as_of: dayOf(words, table, context),
          kind,
          category: categoryOf(words) ?? partOfRetired(words) ?? rowCategory(label, byColumn) ?? 'total',
          count: Number(count.replaceAll(',', '')),
          raw: cell.text,
        },
      });
    });
  });
  return found;
}

function headKind(words: string, title: string): Headcount['kind'] | null {
  if (OTHER_HEAD.test(words) || !COUNTS.test(words)) return null;
  if (!ABOUT_STAFF.test(title) && !/(?:人|编制|实有)数/.test(words)) return null;
  return kindOf(words);
}

/** 离退休人数 → 退休: one of two parts. */
function partOfRetired(words: string): Headcount['category'] | null {
  return /离退休.*(?:人数|人员|离退休)(?:退休|离休)(?:人员|人数)?$/.test(words) ? 'other' : null;
}

function rowCategory(label: string, byColumn: Headcount['kind'] | null): Headcount['category'] | null {
  // In 单位 | 编制数 the label names a unit, and 行政审批局 is no category.
  return byColumn !== null && /人员|编制|工勤/.test(label) ? categoryOf(label) : null;
}

/** The first words of a row that are no number of order. */
function rowLabel(cells: readonly SourceCell[]): string {
  return cells.map((cell) => compactText(cell.text)).find((text) => /[一-龥]/.test(text)) ?? '';
}

/** The words beside a figure: the nearest cell on its left, unless another figure stands between. */
function labelBefore(cells: readonly SourceCell[], at: number): string {
  for (let index = at - 1; index >= 0; index -= 1) {
    const text = compactText(cells[index]?.text ?? '');
    if (text === '' || /^(?:人|名|个)$/.test(text)) continue;
    return /[一-龥]/.test(text) ? text : '';
  }
  return '';
}

function chooseRows(counted: readonly Counted[]): Counted[] {
  const total = counted.filter(({ label }) => isTotalLabel(label));
  if (total.length > 0) return [...total, ...counted.filter((c) => c.labelled && !isTotalLabel(c.label))];
  const labelled = counted.filter((c) => c.labelled);
  if (labelled.length > 0) return labelled;
  return new Set(counted.map(({ row }) => row)).size === 1 ? [...counted] : [];
}

/** 实有人数 → 小计, 在职, 离退休: the sum counts the retired too, those on the rolls are the staff. */
function withoutWider(chosen: readonly Counted[]): Counted[] {
  const retired = chosen.some(({ headcount }) => headcount.kind === 'retired');
  const totals = chosen.filter(
    ({ headcount }) => headcount.kind === 'on-board' && headcount.category === 'total',
  );
  if (!retired || totals.length < 2) return [...chosen];
  const widest = totals.reduce((a, b) => (b.headcount.count > a.headcount.count ? b : a));
  return chosen.filter((entry) => entry !== widest);
}

function dayOf(words: string, table: RecognisedTable, context: ExtractContext): string | null {
  const said = readDate(words, context.fiscalYear) ?? readDate(table.title, context.fiscalYear);
  if (said !== null) return said;
  const year =
    table.asOfYear ?? (context.stage === 'final-account' && /年末/.test(words) ? context.fiscalYear : null);
  return year === null ? null : `${year}-12-31`;
}
