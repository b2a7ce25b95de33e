import type { SourceCell, SourceRow, SourceTable } from '../../model/index.ts';
import { enumeration, isTotalLabel } from '../../text/index.ts';
import { headRows, overlap, withHeadColumns, type Column } from './aligned-heads.ts';
import { unionBox, type Box, type PageContent, type Rule } from './geometry.ts';
import { isAmount, isMoney, type PageLine } from './segments.ts';
import { addTo, stackRows, type Piece } from './rows.ts';
import { joinedText, type TextLine } from './text.ts';

export interface AlignedTable {
  top: number;
  table: SourceTable;
  columns: Column[];
  /** The lines that went into it. */
  lines: PageLine[];
}

/** Lines of labels or wrapped text that may stand between two lines of amounts. */
const MOST_BETWEEN = 4;
const FEWEST_ROWS = 3;
/** No table is narrower. */
const NARROWEST = 150;

/** More lines of heads than any table has. */
const MOST_HEAD_LINES = 12;
/** What opens a line of the body although no amount stands in it: an item of a list, a code, a total. */
const opensBody = (text: string): boolean =>
  /^\d{3,7}(?!\d)/.test(text) || isTotalLabel(text) || /^chinese/.test(enumeration(text)?.mark ?? '');

/**
 * Tables without a grid, by what stands under one another; `rules` are lines that belong to no grid, `before` the columns of
 * the table that ended the page before.
 */
export function alignedTables(
  content: PageContent,
  lines: readonly PageLine[],
  rules: readonly Rule[],
  before: readonly Column[] | null = null,
): AlignedTable[] {
  const boxes = linedBoxes(rules).map((box) => lines.filter((line) => isWithin(line, box)));
  const boxed = new Set(boxes.flat());
  const regions = [
    ...boxes.flatMap(partedByHeads).filter(isTable),
    ...regionsOf(lines.filter((line) => !boxed.has(line))),
  ];
  return regions.flatMap((region) => {
    const heads = headLines(region);
    const goesOn = heads.length === 0 && region[0] === lines.find((line) => !isMargin(line, content));
    const own = withHeadColumns(
      columnsOf(region.slice(heads.length), boxed.has(region[0] as PageLine)),
      heads,
    );
    const columns = (goesOn && before ? sameColumns(before, own) : null) ?? own;
    if (columns.length < 2) return [];
    const body = rowsOf(region.slice(heads.length), columns, rules);
    const rows = [...headRows(heads, columns, rules), ...body];
    const top = region[0]?.whole.y0 ?? 0;
    return [{ top, table: build(content, rows, columns), columns, lines: region }];
  });
}

const isMargin = (line: PageLine, content: PageContent): boolean => line.whole.y1 < 0.05 * content.height;

/** The lines of a box, parted at titles and unit lines: rules of one length may belong to several tables. */
function partedByHeads(box: readonly PageLine[]): PageLine[][] {
  const parts: PageLine[][] = [[]];
  for (const line of box) {
    if (isHead(line)) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.length > 0);
}

/** The columns of the page before, where those of this page are some of them; null otherwise. */
function sameColumns(before: readonly Column[], own: readonly Column[]): Column[] | null {
  const columns = before.map((column) => ({ ...column }));
  const taken = new Set<number>();
  for (const column of own) {
    const under = before.flatMap((other, i) => (overlap(other, column) > 0 ? [i] : []));
    const only = under[0];
    if (only === undefined || under.length > 1 || taken.has(only)) return null;
    taken.add(only);
    const same = columns[only];
    if (same) Object.assign(same, { x0: Math.min(same.x0, column.x0), x1: Math.max(same.x1, column.x1) });
  }
  return columns;
}

/** Ends of lines that lie this close are one side of a table. */
const SIDE = 8;
/** Lines further apart than this are no rows of one table. */
const TALLEST_ROW = 120;

/** Areas between lines of one length drawn over one another: tables with row lines only. */
function linedBoxes(rules: readonly Rule[]): Box[] {
  const boxes: (Box & { lines: number })[] = [];
  for (const rule of rules.filter((one) => one.horizontal).sort((a, b) => a.at - b.at)) {
    if (rule.to - rule.from < NARROWEST) continue;
    const box = boxes.find(
      (one) =>
        Math.abs(one.x0 - rule.from) < SIDE &&
        Math.abs(one.x1 - rule.to) < SIDE &&
        rule.at - one.y1 < TALLEST_ROW,
    );
    if (box) {
      box.y1 = rule.at;
      box.lines++;
    } else boxes.push({ x0: rule.from, x1: rule.to, y0: rule.at, y1: rule.at, lines: 1 });
  }
  return boxes.filter((box) => box.lines >= FEWEST_ROWS + 1);
}

const isWithin = ({ whole }: PageLine, box: Box): boolean =>
  whole.y0 + whole.y1 > 2 * box.y0 &&
  whole.y0 + whole.y1 < 2 * box.y1 &&
  whole.x0 > box.x0 - SIDE &&
  whole.x1 < box.x1 + SIDE;

/** Figures that a form's author left room for inside a sentence: white space that parts no columns. */
const SENTENCE = /[，。；]|\d\s*[万亿]?元/;

const isSentence = (line: PageLine): boolean => line.segments.some((segment) => SENTENCE.test(segment.text));

const isTabular = (line: PageLine): boolean =>
  !isSentence(line) &&
  (line.segments.length >= 3 || (line.segments.length === 2 && line.segments.some(isAmount)));

/** A line of amounts: money beside a label, or several numbers in a row. */
const hasMoney = (line: PageLine): boolean =>
  line.segments.length >= 2 &&
  !isSentence(line) &&
  (line.segments.some(isMoney) || line.segments.filter(isAmount).length >= 3);

/** 栏次 1 2 3: the columns' numbers, set in the middle of columns whose amounts are not. */
function isNumbering({ segments }: PageLine): boolean {
  const numbers = segments.filter((segment) => /^\d{1,2}$/.test(segment.text));
  const counted = numbers.every((segment, i) => Number(segment.text) === Number(numbers[0]?.text) + i);
  return (
    numbers.length >= 2 &&
    counted &&
    segments.every(
      (segment) => numbers.includes(segment) || /^(?:栏\s*次|[类款项]|合\s*计|[*—-])$/.test(segment.text),
    )
  );
}

/** Enough lines of amounts under one another; the more columns agree, the fewer lines it takes. */
function isTable(region: readonly PageLine[]): boolean {
  const money = region.filter(hasMoney);
  const fewest = Math.min(...money.map((line) => line.segments.length));
  return money.length >= (fewest >= 4 ? 1 : fewest >= 3 ? 2 : FEWEST_ROWS);
}

/** A table's title or unit line: where one stands, no table goes on. */
const HEAD = /单位[:：]|^(?:附|公开)?表[\d一二三四五六七八九十]|表[)）]?$/;

const isHead = (line: PageLine): boolean =>
  !line.segments.some(isAmount) && HEAD.test(line.whole.text.replaceAll(/\s/g, ''));

const isFar = (upper: PageLine, lower: PageLine): boolean =>
  lower.whole.y0 - upper.whole.y1 > 3.5 * Math.max(lower.whole.size, upper.whole.size);

/** Runs of lines that are parted into columns, with the labels between them and the headings above. */
function regionsOf(lines: readonly PageLine[]): PageLine[][] {
  const regions: PageLine[][] = [];
  let headings: PageLine[] = [];
  let region: PageLine[] = [];
  let between: PageLine[] = [];
  const flush = (): void => {
    if (isTable(region)) regions.push(region);
    headings = [];
    region = [];
    between = [];
  };
  for (const line of lines) {
    const last = between.at(-1) ?? region.at(-1) ?? headings.at(-1);
    if (isHead(line) || (last && isFar(last, line))) flush();
    if (isHead(line)) continue;
    if (isTabular(line)) {
      region.push(...(region.length > 0 ? [] : closeAbove(headings, line)), ...between, line);
      headings = [];
      between = [];
    } else if (region.length > 0) {
      between.push(line);
      if (between.length > MOST_BETWEEN || line.whole.x1 - line.whole.x0 > 0.75 * spanOf(region)) flush();
    } else {
      headings.push(line);
    }
  }
  flush();
  return regions;
}

/** The lines right above a table's first row that can be its headings: set close, short, and no sentence. */
function closeAbove(lines: readonly PageLine[], first: PageLine): PageLine[] {
  const taken: PageLine[] = [];
  let below = first;
  for (const line of [...lines].reverse()) {
    const { whole } = line;
    const close = below.whole.y0 - whole.y1 < 1.3 * whole.size;
    const short = whole.x1 - whole.x0 < 0.5 * (first.whole.x1 - first.whole.x0);
    if (!close || /[：:。；，,;]$/.test(whole.text) || !(line.segments.length > 1 || short)) break;
    taken.unshift(line);
    below = line;
  }
  return taken;
}

/** The lines above the first one of the body. */
function headLines(region: readonly PageLine[]): PageLine[] {
  const first = region.findIndex(
    (line, i) => hasMoney(line) || isNumbering(line) || (i > 0 && opensBody(line.segments[0]?.text ?? '')),
  );
  return first > MOST_HEAD_LINES ? [] : region.slice(0, Math.max(first, 0));
}

function spanOf(lines: readonly PageLine[]): number {
  const box = unionBox(lines.map((line) => line.whole));
  return box.x1 - box.x0;
}

/** Columns: where amounts stand under one another, and where the labels left of them do. */
function columnsOf(region: readonly PageLine[], boxed: boolean): Column[] {
  const body = region.filter((line) => (boxed || hasMoney(line)) && !isNumbering(line));
  const amounts = merge(body.flatMap((line) => line.segments.filter(isAmount)));
  const free = body
    .flatMap((line) => line.segments.filter((segment) => !isAmount(segment)))
    .filter((segment) => !amounts.some((column) => overlap(column, segment) > 0));
  const columns = [...amounts, ...merge(free)].sort((a, b) => a.x0 - b.x0);
  return columns;
}

function merge(segments: readonly Column[]): Column[] {
  const columns: Column[] = [];
  for (const { x0, x1 } of [...segments].sort((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last && x0 < last.x1) last.x1 = Math.max(last.x1, x1);
    else columns.push({ x0, x1 });
  }
  return columns;
}

/** Which columns a piece of text stands in: all that it lies over, else the nearest. */
function placeOf(segment: TextLine, columns: readonly Column[]): { column: number; colSpan: number } {
  const under = columns.flatMap((column, i) => (overlap(column, segment) > 0 ? [i] : []));
  const first = under[0];
  if (first !== undefined) return { column: first, colSpan: (under.at(-1) ?? first) - first + 1 };
  const distances = columns.map((column) => Math.max(column.x0 - segment.x1, segment.x0 - column.x1));
  return { column: distances.indexOf(Math.min(...distances)), colSpan: 1 };
}

/** Rows of the table: what no drawn line parts, where rows are drawn; else lines with their wrapped labels. */
function rowsOf(region: readonly PageLine[], columns: readonly Column[], rules: readonly Rule[]): Piece[][] {
  const lines = region.map((line) => piecesOf(line, columns));
  const area = unionBox(region.map((line) => line.whole));
  const bands = rules
    .filter((rule) => rule.horizontal && rule.at > area.y0 - SIDE && rule.at < area.y1 + SIDE)
    .map((rule) => rule.at);
  const banded = bands.length < FEWEST_ROWS ? [] : bandRows(region, lines, bands);
  // Lines under the heads, at the end or under every fifth row part no rows: two amounts would stand in one cell.
  const parted = banded.every((row) => row.every((piece) => piece.lines.filter(isAmount).length <= 1));
  if (banded.length > 0 && parted) return banded;
  return stackRows(lines, ({ column, colSpan }) => {
    const last = columns[column + colSpan - 1];
    return last ? last.x1 - (columns[column]?.x0 ?? 0) : 0;
  });
}

/** Rows of lines that no band parts. */
function bandRows(
  region: readonly PageLine[],
  lines: readonly Piece[][],
  bands: readonly number[],
): Piece[][] {
  const rows: Piece[][] = [];
  let baseline = -Infinity;
  region.forEach((line, i) => {
    const row = rows.at(-1);
    const parted = bands.some((y) => y > baseline - 1 && y < line.whole.baseline);
    if (row && !parted) addTo(row, lines[i] ?? []);
    else rows.push((lines[i] ?? []).map((piece) => ({ ...piece, lines: [...piece.lines] })));
    baseline = line.whole.baseline;
  });
  return rows;
}

function piecesOf(line: PageLine, columns: readonly Column[]): Piece[] {
  const pieces: Piece[] = [];
  for (const segment of line.segments) {
    const { column, colSpan } = placeOf(segment, columns);
    const last = pieces.at(-1);
    if (last && column < last.column + last.colSpan) {
      const joined = last.lines.at(-1);
      if (joined) {
        joined.text = `${joined.text} ${segment.text}`;
        joined.x1 = segment.x1;
      }
    } else {
      pieces.push({ column, colSpan, lines: [{ ...segment }] });
    }
  }
  return pieces;
}

function build(content: PageContent, rows: readonly Piece[][], columns: readonly Column[]): SourceTable {
  const edges = columns.map((column, i) => {
    const left = columns[i - 1];
    return left ? (left.x1 + column.x0) / 2 : column.x0;
  });
  const right = Math.max(...columns.map((column) => column.x1));
  const made = rows.map((pieces): SourceRow => {
    const box = unionBox(pieces.flatMap((piece) => piece.lines));
    const cells: SourceCell[] = [];
    for (let column = 0; column < columns.length; column++) {
      const piece = pieces.find((other) => other.column === column);
      const colSpan = piece?.colSpan ?? 1;
      const x0 = edges[column] ?? 0;
      const x1 = edges[column + colSpan] ?? right;
      const area = piece ? unionBox(piece.lines) : { x0, y0: box.y0, x1, y1: box.y1 };
      cells.push({
        text: piece ? joinedText(piece.lines, x1 - x0) : '',
        locator: content.locate(area),
        column,
        colSpan,
        rowSpan: 1,
      });
      column += colSpan - 1;
    }
    return { cells, page: content.page };
  });
  return { kind: 'table', rows: made, geometry: 'aligned', columnCount: columns.length };
}
