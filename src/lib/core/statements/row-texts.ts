import type { RecognisedTable, SourceRow } from '../model/index.ts';
import { findBelow, type Scheme } from '../codes/index.ts';
import { compactText } from '../text/index.ts';
import { cellAt, cellText, codeText, printedLabel } from './cells.ts';
import { classCode, type CodePart } from './class-codes.ts';
import type { Column } from './column.ts';

/** What a body row prints in front of its figures, by what the columns are. */
export interface RowTexts {
  label: string;
  /** The label printed left of it under the same head: the group that the line belongs to. */
  group: string;
  serial: string;
  code: string;
  codeScheme: Scheme | null;
  labelScheme: Scheme | null;
  /** Codes of the other classifications that the row prints beside its own. */
  besides: Partial<Record<Scheme, string>>;
  govLabel: string;
  unitCode: string;
  unitName: string;
  project: string;
  /** What is bought: 采购品目, 购买服务内容, the lowest of 一级, 二级, 三级目录. */
  purchase: string;
  /** The first words left of the figures in a column that names nothing. */
  other: string;
  parts: CodePart[];
  /** Codes in brackets: [30209]物业管理费. */
  bracketed: string[];
}

/** Code parts of the rows above: 208 | |, then | 05 |, then | | 01 make 2080501. */
export type CarriedParts = Map<Scheme, string[]>;

export function isPurchaseList(table: RecognisedTable): boolean {
  return table.statement === 'procurement' || table.statement === 'purchased-services';
}

/** The classification that a table's rows follow where neither heads nor digits tell. */
export function tableScheme(table: RecognisedTable): Scheme | null {
  const title = compactText(table.title);
  if (/功能/.test(title)) return 'function';
  if (table.statement.endsWith('by-economic'))
    return /政府.*经济/.test(title) && !/部门.*经济/.test(title) ? 'gov-economic' : 'dept-economic';
  if (table.statement.endsWith('by-function')) return 'function';
  return null;
}

export function rowTexts(
  table: RecognisedTable,
  columns: readonly Column[],
  row: SourceRow,
  carried: CarriedParts,
): RowTexts {
  const texts = gather(table, columns, row);
  texts.parts = inheritParts(texts.parts, columns, carried);
  return withoutSubtotal(splitLabel(texts, table));
}

function emptyTexts(): RowTexts {
  return {
    label: '',
    group: '',
    serial: '',
    code: '',
    codeScheme: null,
    labelScheme: null,
    besides: {},
    govLabel: '',
    unitCode: '',
    unitName: '',
    project: '',
    purchase: '',
    other: '',
    parts: [],
    bracketed: [],
  };
}

function gather(table: RecognisedTable, columns: readonly Column[], row: SourceRow): RowTexts {
  const texts = emptyTexts();
  const main = mainScheme(table, columns, row);
  const firstAmount =
    columns.find((column) => column.role === 'amount' && column.path.length > 0)?.column ?? Infinity;
  let labelHead = '';
  let lowest = '';
  for (const column of columns) {
    const text = cellText(row, column.column);
    if (text === '') continue;
    const bracketed = /^\[(\d{3,7})\]/.exec(compactText(text))?.[1];
    if (bracketed !== undefined && isPurchaseList(table)) {
      texts.bracketed.push(bracketed);
      continue;
    }
    const printed = printedLabel(cellAt(row, column.column)?.text ?? '');
    switch (column.role) {
      case 'serial':
        texts.serial ||= printed;
        break;
      case 'code':
        if (isBeside(column.scheme, main)) note(texts, column.scheme, codeText(text));
        else if (texts.code === '') {
          texts.code = codeText(text);
          texts.codeScheme = column.scheme;
        } else note(texts, column.scheme, codeText(text));
        break;
      case 'gov-code':
        note(texts, 'gov-economic', codeText(text));
        break;
      case 'gov-label':
        texts.govLabel ||= printed;
        break;
      case 'unit-code':
        if (!/^-+$/.test(compactText(text))) texts.unitCode ||= compactText(text);
        break;
      case 'unit-name':
        texts.unitName ||= printed;
        break;
      case 'purchase':
        if (/级(?:目录)?$/.test(column.label)) lowest = printed;
        else texts.purchase ||= printed;
        break;
      case 'project':
        texts.project ||= printed;
        break;
      case 'label':
        if (isBeside(column.scheme, main)) note(texts, column.scheme, leadingCode(printed));
        else if (texts.label === '') {
          texts.label = printed;
          texts.labelScheme = column.scheme;
          labelHead = column.label;
        } else if (column.scheme === null && column.label === labelHead) {
          texts.group = texts.label;
          texts.label = printed;
        } else note(texts, column.scheme, leadingCode(printed));
        break;
      case 'part':
        texts.parts.push({ text: codeText(text), scheme: column.scheme, column: column.column });
        break;
      case 'text':
        if (column.column < firstAmount && /[\u4e00-\u9fff]/.test(printed)) texts.other ||= printed;
        break;
      case 'year':
      case 'aside':
      case 'amount':
        break;
    }
  }
  texts.purchase ||= lowest;
  return texts;
}

/** Tables by economic class that print another classification first: the departmental class is the row's own. */
function mainScheme(table: RecognisedTable, columns: readonly Column[], row: SourceRow): Scheme | null {
  if (!table.statement.endsWith('by-economic')) return null;
  const own = columns.some(
    (column) =>
      (column.role === 'label' || column.role === 'code') &&
      column.scheme === 'dept-economic' &&
      cellText(row, column.column) !== '',
  );
  return own ? 'dept-economic' : null;
}

function isBeside(scheme: Scheme | null, main: Scheme | null): boolean {
  return main !== null && scheme !== null && scheme !== main;
}

function note(texts: RowTexts, scheme: Scheme | null, code: string): void {
  if (scheme !== null && code !== '') texts.besides[scheme] ??= code;
}

function leadingCode(text: string): string {
  return /^[[(（]?([235]\d{2}(?:\d{2}){0,2})(?!\d)/.exec(compactText(text))?.[1] ?? '';
}

/** A code printed before the name in one cell: [201]一般公共服务支出, 2010601 行政运行. */
function splitLabel(texts: RowTexts, table: RecognisedTable): RowTexts {
  if (texts.code !== '' || texts.parts.some((part) => /\d/.test(part.text))) return texts;
  const match = /^[[(（【]?(\d{3}|\d{5}|\d{7})[\])）】]?[-—_:：、.\s]*(?=[\u4e00-\u9fff])(.+)$/.exec(
    texts.label,
  );
  const [, code, label] = match ?? [];
  if (code === undefined || label === undefined) return texts;
  const scheme = texts.codeScheme ?? texts.labelScheme ?? tableScheme(table);
  return classCode(code, label, scheme) ? { ...texts, code, label } : texts;
}

/** 一般公共预算资金 | 小计: the line is the group's own. */
function withoutSubtotal(texts: RowTexts): RowTexts {
  return texts.group !== '' && /^小计$/.test(compactText(texts.label))
    ? { ...texts, label: texts.group, group: '' }
    : texts;
}

/** Fills the parts left of the printed ones from the rows above, scheme by scheme. */
function inheritParts(
  parts: readonly CodePart[],
  columns: readonly Column[],
  carried: CarriedParts,
): CodePart[] {
  const filled: CodePart[] = [];
  for (const scheme of new Set(
    columns.flatMap((column) => (column.role === 'part' ? [column.scheme] : [])),
  )) {
    const places = columns.filter((column) => column.role === 'part' && column.scheme === scheme);
    const printed = places.map((place) => parts.find((part) => part.column === place.column)?.text ?? '');
    if (!printed.some((text) => /^\d+$/.test(text))) {
      filled.push(...parts.filter((part) => part.scheme === scheme));
      continue;
    }
    const above = carried.get(scheme) ?? [];
    const first = printed.findIndex((text) => text !== '');
    const whole = printed.map((text, index) => (index < first ? (above[index] ?? '') : text));
    carried.set(scheme, whole);
    whole.forEach((text, index) => {
      if (text !== '') filled.push({ text, scheme, column: places[index]?.column ?? 0 });
    });
  }
  return filled;
}

/** The class that a row without a printed code names; `above` is the class of the row before. */
export function labelCode(
  table: RecognisedTable,
  texts: RowTexts,
  above: { scheme: string; code: string } | null,
): { scheme: Scheme; code: string } | null {
  const scheme = texts.codeScheme ?? texts.labelScheme ?? tableScheme(table);
  if (scheme === null || texts.label === '') return null;
  const code = findBelow(scheme, texts.label, above?.scheme === scheme ? above.code : null);
  return code === null ? null : { scheme, code };
}
