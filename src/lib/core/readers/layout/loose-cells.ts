import type { SourceBlock, SourceCell, SourceParagraph, SourceRow, SourceTable } from '../../model/index.ts';
import { parseCell } from '../../money/index.ts';
import { compactText, enumeration, isTotalLabel } from '../../text/index.ts';

/** A piece of text that may be a table's cell, in reading order; `text` is '' for an empty line. */
export type Loose = SourceParagraph;

/** What stands first in a table's heads. */
const OPENS =
  /^(?:(?:支出|收入)?(?:功能|经济)?(?:分类)?科目(?:编码|名称|代码)?|项目(?:名称|编码)?|收入|支出|单位(?:编码|名称|代码)?|部门(?:编码|名称)|序号|行次|类|(?:“三公”|三公)经费.*)$/;
/** Heads of columns that hold words or codes. */
const NAMES = /^(?:收入|支出|采购)?项目$|名称|科目|编码|代码|^(?:单位|部门)$|^[类款项]$|摘要|备注/;
/** Heads that stand over several columns when their tables are two rows deep, and what the lower row opens with. */
const SPANS =
  /^(?:基本支出|本年(?:收入|支出)|财政拨款(?:收入|支出)?|公务用车购置(?:及|和)运行(?:维护)?费|.*分类科目|科目编码)$/;
const LOWER = /^(?:小计|合计|类|科目编码)$/;
const SENTENCE = /[。；;!！?？]|[，,][^\d]/;
const ENDS =
  /^(?:附|公开)?表[-\d一二三四五六七八九十]+$|..表(?:[（(].*[)）])?$|^第[一二三四五六七八九十]+部分|单位[:：]|^注[:：\d]/;
const LONGEST_CELL = 40;
const MOST_HEADS = 24;
const FEWEST_AMOUNTS = 4;

/**
 * Tables of which only the cells are left, one a line or one a paragraph -> tables again. The number of columns is the one with
 * which every column holds either words or amounts all the way down; where there is none, the lines stay as they are.
 */
export function tablesOfLooseCells(blocks: readonly SourceBlock[]): SourceBlock[] {
  const found: SourceBlock[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block) break;
    const run = block.kind === 'paragraph' && OPENS.test(compactText(block.text)) ? runFrom(blocks, at) : [];
    const table = tableOf(run) ?? tableOf(run.filter((cell) => cell.text.trim() !== ''));
    if (!table) {
      if (block.kind === 'table' || block.text.trim() !== '') found.push(block);
      continue;
    }
    found.push(table);
    at += run.length - 1;
  }
  return found;
}

/** Short lines from a head on, up to what can't be a cell. */
function runFrom(blocks: readonly SourceBlock[], start: number): Loose[] {
  const run: Loose[] = [];
  for (const block of blocks.slice(start)) {
    if (block.kind === 'table') break;
    const text = compactText(block.text);
    if (text.length > LONGEST_CELL || SENTENCE.test(text) || ENDS.test(text)) break;
    run.push(block);
  }
  while (run.length > 0 && run.at(-1)?.text.trim() === '') run.pop();
  return run;
}

const isAmount = (text: string): boolean => {
  const kind = parseCell(text).kind;
  return kind === 'dash' || (kind === 'number' && !/^\d{3}(?:\d{2}){0,2}$|^0\d$/.test(compactText(text)));
};
const isWord = (text: string): boolean => compactText(text) !== '' && !isAmount(text);

function tableOf(run: readonly Loose[]): SourceTable | null {
  const heads = bodyStart(run);
  if (heads < 2 || heads > MOST_HEADS) return null;
  const body = run.slice(heads);
  if (body.filter(({ text }) => isAmount(text)).length < FEWEST_AMOUNTS) return null;
  for (let width = heads; width >= Math.max(2, Math.ceil(heads / 2)); width--) {
    const made = tableOfWidth(run.slice(0, heads), chunk(body, width), width);
    if (made) return made;
  }
  const rows = rowsOfGroups(run.slice(0, heads), body);
  return tableOfWidth(run.slice(0, heads), rows, rows[0]?.length ?? 0);
}

type Row = (Loose | null)[];

function tableOfWidth(heads: readonly Loose[], rows: readonly Row[], width: number): SourceTable | null {
  const fewest = width >= 4 && !wordColumns(rows, width).includes(true) ? 1 : 2;
  if (rows.length < fewest || width < 2 || !columnsAgree(rows, width)) return null;
  const head = headRows(heads, width, wordColumns(rows, width));
  if (!head) return null;
  const body = rows.map((row) =>
    row.flatMap((cell, column) => (cell === null ? [] : [cellAt(cell, column, 1)])),
  );
  return {
    kind: 'table',
    rows: [...head, ...body].map((cells): SourceRow => ({ cells, page: null })),
    geometry: 'ragged',
    columnCount: width,
  };
}

/** Rows where empty cells left no trace: words, then amounts; the next word after an amount begins the next row. */
function rowsOfGroups(heads: readonly Loose[], body: readonly Loose[]): Row[] {
  const groups: { words: Loose[]; amounts: Loose[] }[] = [];
  for (const cell of body) {
    const last = groups.at(-1);
    if (isAmount(cell.text)) last?.amounts.push(cell);
    else if (last && last.amounts.length === 0 && !(isTwoSided(heads) && last.words.length > 0))
      last.words.push(cell);
    else groups.push({ words: [cell], amounts: [] });
  }
  if (isTwoSided(heads)) {
    const halves = groups.flatMap(({ words, amounts }): Row[] => {
      const [first = null, ...others] = amounts;
      return [[words[0] ?? null, first], ...others.map((amount): Row => [null, amount])];
    });
    return halves.length % 2 === 0
      ? Array.from({ length: halves.length / 2 }, (_, i) => [
          ...(halves[2 * i] ?? []),
          ...(halves[2 * i + 1] ?? []),
        ])
      : [];
  }
  const most = (counts: readonly number[]): number => Math.max(0, ...counts);
  const words = most(groups.map((group) => group.words.length));
  const amounts = most(groups.map((group) => group.amounts.length));
  const full = groups.filter((group) => group.amounts.length === amounts).length;
  if (full < 0.8 * groups.length) return [];
  return groups.map((group) => {
    const blank = Array.from({ length: words - group.words.length }, () => null);
    const coded = /^\d/.test(compactText(group.words[0]?.text ?? ''));
    const rest = Array.from({ length: amounts - group.amounts.length }, () => null);
    return [...(coded ? [...group.words, ...blank] : [...blank, ...group.words]), ...group.amounts, ...rest];
  });
}

/** 项目 预算数 项目 预算数: two lists side by side. */
function isTwoSided(heads: readonly Loose[]): boolean {
  const [a, b, c, d] = heads.slice(-4).map(({ text }) => NAMES.test(compactText(text)));
  return heads.length >= 4 && a === true && b === false && c === true && d === false;
}

/** The first cell that is no head: a code, a total, an enumerated line, or the label before the first amount. */
function bodyStart(run: readonly Loose[]): number {
  const amount = run.findIndex(({ text }) => /[.,]\d/.test(text) && isAmount(text));
  const opens = run.findIndex(
    ({ text }, i) =>
      i >= 2 && (/^\d{3}(?:\d{2}){0,2}$/.test(compactText(text)) || enumeration(text)?.mark === 'chinese'),
  );
  const total = run.findIndex(
    ({ text }, i) => i >= 2 && i < amount && isTotalLabel(text) && i === amount - 1,
  );
  const starts = [opens, total, amount].filter((index) => index > 0);
  let start = starts.length === 0 ? -1 : Math.min(...starts);
  while (start > 0 && run[start - 1]?.text.trim() === '') start--;
  return start;
}

/** Rows of one width; blank cells at the very end may be missing where blanks are printed at all. */
function chunk(cells: readonly Loose[], width: number): Row[] {
  const blanks = cells.some(({ text }) => text.trim() === '');
  if (cells.length % width !== 0 && !blanks) return [];
  return Array.from({ length: Math.ceil(cells.length / width) }, (_, row) =>
    Array.from({ length: width }, (_, column) => cells[row * width + column] ?? null),
  );
}

function columnsAgree(rows: readonly Row[], width: number): boolean {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]?.text ?? '')).every(
    (texts) =>
      !(texts.some(isWord) && texts.some((text) => isAmount(text) && parseCell(text).kind !== 'dash')),
  );
}

const wordColumns = (rows: readonly Row[], width: number): boolean[] =>
  Array.from({ length: width }, (_, column) => rows.some((row) => isWord(row[column]?.text ?? '')));

/** Heads in one row, or in two of which the upper spans; null where they don't fit what the columns hold. */
function headRows(heads: readonly Loose[], width: number, words: readonly boolean[]): SourceCell[][] | null {
  const fits = (row: readonly Loose[]): boolean =>
    row.every(({ text }, column) => NAMES.test(compactText(text)) === words[column]);
  const extra = heads.length - width;
  if (extra < 0 || heads.some(({ text }) => text.trim() === '')) return null;
  if (extra === 0) return fits(heads) ? [heads.map((head, column) => cellAt(head, column, 1))] : null;
  const lowest = heads.slice(extra);
  if (extra > 1 && width % extra === 0 && fits(lowest)) {
    const span = width / extra;
    return [
      heads.slice(0, extra).map((head, i) => cellAt(head, i * span, span)),
      lowest.map((head, column) => cellAt(head, column, 1)),
    ];
  }
  return twoRows(heads, extra, words);
}

/** Heads printed row by row: the lower row's belong to the heads of the upper one that span. */
function twoRows(
  heads: readonly Loose[],
  spanning: number,
  words: readonly boolean[],
): SourceCell[][] | null {
  const text = (head: Loose | undefined): string => compactText(head?.text ?? '');
  const start = heads.findLastIndex((head, i) => i > 1 && LOWER.test(text(head)) && spanning === 1);
  const lower = heads.slice(start);
  const upper = heads.slice(0, start);
  if (start < 0 || lower.length < 2) return null;
  const parent = upper.findIndex((head, at) => {
    const own = [...upper.slice(0, at), ...lower, ...upper.slice(at + 1)];
    return SPANS.test(text(head)) && own.every((leaf, i) => NAMES.test(text(leaf)) === words[i]);
  });
  if (parent < 0) return null;
  const column = (i: number): number => (i <= parent ? i : i + lower.length - 1);
  return [
    upper.map((head, i) => cellAt(head, column(i), i === parent ? lower.length : 1)),
    lower.map((head, i) => cellAt(head, parent + i, 1)),
  ];
}

/** A paragraph as a cell; a text locator names it as the only cell of its line. */
const cellAt = ({ text, locator }: Loose, column: number, colSpan: number): SourceCell => ({
  text,
  locator: /^L\d+$/.test(locator) ? `${locator}#0` : locator,
  column,
  colSpan,
  rowSpan: 1,
});
