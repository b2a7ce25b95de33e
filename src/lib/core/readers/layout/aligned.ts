import type { SourceCell, SourceRow, SourceTable } from '../../model/index.ts';
import { unionBox, type PageContent, type Rule } from './geometry.ts';
import { isAmount, isMoney, type PageLine } from './segments.ts';
import { addTo, stackRows, type Piece } from './rows.ts';
import { cellText, type TextLine } from './text.ts';

export interface AlignedTable {
  top: number;
  table: SourceTable;
  /** The lines that went into it. */
  lines: PageLine[];
}

/** Lines of labels or wrapped text that may stand between two lines of amounts. */
const MOST_BETWEEN = 4;
const FEWEST_ROWS = 3;

interface Column {
  x0: number;
  x1: number;
}

/** Tables without ruling lines, by what stands under one another; `rules` are lines that belong to no grid. */
export function alignedTables(
  content: PageContent,
  lines: readonly PageLine[],
  rules: readonly Rule[],
): AlignedTable[] {
  return regionsOf(lines).flatMap((region) => {
    const columns = columnsOf(region);
    if (columns.length < 2) return [];
    const rows = rowsOf(region, columns, rules);
    return [{ top: region[0]?.whole.y0 ?? 0, table: build(content, rows, columns), lines: region }];
  });
}

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

function spanOf(lines: readonly PageLine[]): number {
  const box = unionBox(lines.map((line) => line.whole));
  return box.x1 - box.x0;
}

/** Columns: where amounts stand under one another, and where the labels left of them do. */
function columnsOf(region: readonly PageLine[]): Column[] {
  const body = region.filter(hasMoney);
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

const overlap = (a: Column, b: Column): number => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);

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
  const bands = rules.filter((rule) => rule.horizontal).map((rule) => rule.at);
  if (bands.length < FEWEST_ROWS) {
    return stackRows(lines, ({ column, colSpan }) => {
      const last = columns[column + colSpan - 1];
      return last ? last.x1 - (columns[column]?.x0 ?? 0) : 0;
    });
  }
  const rows: Piece[][] = [];
  let baseline = -Infinity;
  region.forEach((line, i) => {
    const row = rows.at(-1);
    const parted = bands.some((y) => y > baseline - 1 && y < line.whole.baseline);
    if (row && !parted) addTo(row, lines[i] ?? []);
    else rows.push(lines[i] ?? []);
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
        text: piece ? cellText(piece.lines, x1 - x0) : '',
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
