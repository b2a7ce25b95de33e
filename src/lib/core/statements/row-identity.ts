import type { Axis, RecognisedTable, SourceRow } from '../model/index.ts';
import { findByLabel, isCodeShaped, labelAgrees, levelOf, type Scheme } from '../codes/index.ts';
import { isTotalLabel } from '../recognition/index.ts';
import { compactText } from '../text/index.ts';
import type { Column } from './columns.ts';
import { cellAt, cellText, printedLabel } from './cells.ts';

/** What a body row stands for. */
export interface RowIdentity {
  axis: Axis;
  code: string | null;
  govCode: string | null;
  functionCode: string | null;
  label: string;
  unitCode: string | null;
  unitName: string | null;
  project: string | null;
  level: number | null;
  isTotal: boolean;
}

const UNIT_NAME =
  /(?:局|厅|委|委员会|办|办公室|院|中心|部|站|所|队|馆|校|本级|机关|街道|办事处|政府|学校|总队|支队|大队)(?:\(.*\))?(?:本级|本部|机关)?$/;

/** The classification that a table's rows follow where neither heads nor digits tell. */
export function tableScheme(table: RecognisedTable): Scheme | null {
  const title = compactText(table.title);
  if (/功能/.test(title)) return 'function';
  if (table.statement.endsWith('by-economic'))
    return /政府.*经济/.test(title) && !/部门.*经济/.test(title) ? 'gov-economic' : 'dept-economic';
  if (table.statement.endsWith('by-function')) return 'function';
  return null;
}

/** Code parts of the rows above: 208 | |, then | 05 |, then | | 01 make 2080501. */
export type CarriedParts = Map<Scheme, string[]>;

export function identifyRow(
  table: RecognisedTable,
  columns: readonly Column[],
  row: SourceRow,
  carried: CarriedParts = new Map(),
): RowIdentity {
  const texts = splitLabel(gather(columns, row, carried, isPurchaseList(table)), table);
  const wide = /^\D+$/.test(texts.code)
    ? texts.code
    : (texts.parts.find((part) => /^\D{2,}$/.test(part.text))?.text ?? '');
  const label = texts.label || texts.unitName || texts.project || wide || texts.purchase || texts.other;
  const base: RowIdentity = {
    axis: 'item',
    code: null,
    govCode: texts.govCode || null,
    functionCode: null,
    label,
    unitCode: texts.unitCode || null,
    unitName: texts.unitName || null,
    project: null,
    level: null,
    isTotal: false,
  };
  const total = totalLabel(texts);
  if (total !== null) {
    return { ...base, axis: 'total', label: total, unitName: null, unitCode: null, level: 0, isTotal: true };
  }
  if (table.statement === 'procurement' || table.statement === 'purchased-services')
    return purchaseRow(base, texts);
  const parts = partCode(texts.parts);
  const code = parts ?? classCode(texts.code, texts.label, texts.codeScheme ?? tableScheme(table));
  if (code && !isUnitRow(texts, code)) {
    return {
      ...base,
      axis: code.scheme,
      code: code.code,
      level: levelOf(code.code),
      govCode: govOf(base, code),
    };
  }
  if (texts.govCode !== '' && texts.code === '') {
    return {
      ...base,
      axis: 'gov-economic',
      code: texts.govCode,
      label: texts.govLabel || label,
      level: levelOf(texts.govCode),
    };
  }
  const unitCode = texts.unitCode || (/^\d{3,9}$/.test(texts.code) ? texts.code : '');
  if (texts.project !== '' && texts.project !== texts.unitName) {
    return {
      ...base,
      axis: 'project',
      label: texts.project,
      project: texts.project,
      unitCode: unitCode || null,
    };
  }
  if (unitCode !== '' && (UNIT_NAME.test(compactText(label)) || texts.unitName !== '')) {
    return { ...base, axis: 'unit', unitCode, unitName: label };
  }
  if (table.statement === 'project-expenditure') {
    return { ...base, axis: 'project', project: label, unitCode: unitCode || null };
  }
  if (table.statement === 'meeting-training') return { ...base, axis: 'item' };
  if (texts.unitName !== '' && texts.label === '') return { ...base, axis: 'unit', unitName: label };
  return labelOnly(table, base, texts);
}

/** 合计 in whichever column of words it is printed; behind another word of the row only in the columns that name rows. */
function totalLabel(texts: RowTexts): string | null {
  const naming = [texts.label, texts.unitName, texts.project, texts.code, texts.serial];
  const found = naming.find(isTotalLabel);
  if (found !== undefined) return found;
  if (naming.some((text) => text !== '')) return null;
  const others = [...texts.parts.map((part) => part.text), texts.purchase, texts.other];
  return others.find(isTotalLabel) ?? null;
}

interface RowTexts {
  label: string;
  serial: string;
  code: string;
  codeScheme: Scheme | null;
  labelScheme: Scheme | null;
  govCode: string;
  govLabel: string;
  unitCode: string;
  unitName: string;
  project: string;
  /** What is bought: 采购品目, 购买服务内容. */
  purchase: string;
  /** The first words left of the figures in a column that names nothing. */
  other: string;
  parts: { text: string; scheme: Scheme; column: number }[];
  /** Codes in brackets: [30209]物业管理费. */
  bracketed: string[];
}

function leadingCode(text: string): string {
  return /^[[(]?(5\d{2}(?:\d{2})?)(?!\d)/.exec(compactText(text))?.[1] ?? '';
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

function gather(
  columns: readonly Column[],
  row: SourceRow,
  carried: CarriedParts,
  isPurchase: boolean,
): RowTexts {
  const texts: RowTexts = {
    label: '',
    serial: '',
    code: '',
    codeScheme: null,
    labelScheme: null,
    govCode: '',
    govLabel: '',
    unitCode: '',
    unitName: '',
    project: '',
    purchase: '',
    other: '',
    parts: [],
    bracketed: [],
  };
  const firstAmount =
    columns.find((column) => column.role === 'amount' && column.path.length > 0)?.column ?? Infinity;
  for (const column of columns) {
    const text = cellText(row, column.column);
    if (text === '') continue;
    const bracketed = /^\[(\d{3,7})\]/.exec(compactText(text))?.[1];
    if (bracketed !== undefined && isPurchase) {
      texts.bracketed.push(bracketed);
      continue;
    }
    const printed = printedLabel(cellAt(row, column.column)?.text ?? '');
    switch (column.role) {
      case 'serial':
        texts.serial ||= printed;
        break;
      case 'code':
        if (texts.code === '') {
          texts.code = compactText(text);
          texts.codeScheme = column.scheme;
        }
        break;
      case 'gov-code':
        texts.govCode ||= compactText(text);
        break;
      case 'gov-label':
        texts.govLabel ||= printed;
        break;
      case 'unit-code':
        texts.unitCode ||= compactText(text);
        break;
      case 'unit-name':
        texts.unitName ||= printed;
        break;
      case 'purchase':
        texts.purchase ||= printed;
        break;
      case 'project':
        texts.project ||= printed;
        break;
      case 'label':
        if (texts.label === '') {
          texts.label = printed;
          texts.labelScheme = column.scheme;
        } else if (column.scheme === 'gov-economic') texts.govCode ||= leadingCode(printed);
        break;
      case 'part':
        texts.parts.push({ text: compactText(text), scheme: column.scheme, column: column.column });
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
  texts.parts = [...inheritParts(texts.parts, columns, carried)];
  return texts;
}

function isPurchaseList(table: RecognisedTable): boolean {
  return table.statement === 'procurement' || table.statement === 'purchased-services';
}

/** Fills the parts left of the printed ones from the rows above, scheme by scheme. */
function inheritParts(
  parts: RowTexts['parts'],
  columns: readonly Column[],
  carried: CarriedParts,
): RowTexts['parts'] {
  const filled: RowTexts['parts'] = [];
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

interface ClassCode {
  scheme: Scheme;
  code: string;
}

/** 210 | 15 | 01, or each part printed whole: 210 | 21015 | 2101501. */
function partCode(parts: RowTexts['parts'], scheme?: Scheme): ClassCode | null {
  const own = parts.filter((part) => scheme === undefined || part.scheme === scheme);
  const first = own[0];
  if (!first) return null;
  let code = '';
  for (const part of own) {
    if (part.scheme !== first.scheme || !/^\d+$/.test(part.text)) continue;
    code =
      part.text.length > 2 && code !== '' && part.text.startsWith(code)
        ? part.text
        : code + part.text.padStart(code === '' ? 1 : 2, '0');
  }
  return isCodeShaped(first.scheme, code) ? { scheme: first.scheme, code } : null;
}

const SCHEME_BY_DIGIT: Record<string, Scheme> = {
  '2': 'function',
  '3': 'dept-economic',
  '5': 'gov-economic',
};

/** A printed code of one of the classifications; the column's scheme goes before what the digits look like. */
function classCode(text: string, label: string, scheme: Scheme | null): ClassCode | null {
  if (text === '' || !/^\d+$/.test(text)) return null;
  if (scheme !== null && isCodeShaped(scheme, text)) return { scheme, code: text };
  const byDigit = SCHEME_BY_DIGIT[text.charAt(0)];
  if (byDigit === undefined || !isCodeShaped(byDigit, text)) return null;
  return scheme === null || label === '' || labelAgrees(byDigit, text, label)
    ? { scheme: byDigit, code: text }
    : null;
}

/** A unit's code can have the form of a class (201, 205): its name decides. */
function isUnitRow(texts: RowTexts, code: ClassCode): boolean {
  const label = texts.label || texts.unitName;
  if (texts.parts.length > 0 && texts.code === '') return false;
  if (code.code.length !== 3 || label === '') return false;
  return !labelAgrees(code.scheme, code.code, label) && UNIT_NAME.test(compactText(label));
}

function govOf(base: RowIdentity, code: ClassCode): string | null {
  return code.scheme === 'gov-economic' ? code.code : base.govCode;
}

/** Purchases print function, departmental and government class side by side, in parts or in brackets before the name. */
function purchaseRow(base: RowIdentity, texts: RowTexts): RowIdentity {
  const bracketed = (first: string): string | null =>
    texts.bracketed.find((code) => code.startsWith(first)) ?? null;
  const functionCode = partCode(texts.parts, 'function')?.code ?? bracketed('2');
  const economic = partCode(texts.parts, 'dept-economic')?.code ?? bracketed('3');
  const government = partCode(texts.parts, 'gov-economic')?.code ?? bracketed('5');
  const name = texts.project || texts.label || texts.purchase || texts.other;
  if (functionCode !== null && economic === null && labelAgrees('function', functionCode, name)) {
    return { ...base, axis: 'function', code: functionCode, label: name, level: levelOf(functionCode) };
  }
  const isUnit =
    name === '' ||
    (name === texts.unitName && !economic) ||
    (economic === null && UNIT_NAME.test(compactText(name)));
  if (isUnit) {
    return {
      ...base,
      axis: 'unit',
      label: name || texts.unitName,
      unitName: name || texts.unitName,
      functionCode,
    };
  }
  return {
    ...base,
    axis: 'procurement',
    code: economic ?? functionCode,
    govCode: government ?? base.govCode,
    functionCode,
    label: texts.purchase || name,
    project: texts.project || texts.label || null,
  };
}

function labelOnly(table: RecognisedTable, base: RowIdentity, texts: RowTexts): RowIdentity {
  const scheme = texts.codeScheme ?? texts.labelScheme ?? tableScheme(table);
  if (scheme === null || texts.label === '') return base;
  const found = findByLabel(scheme, texts.label);
  if (!found || found.match === 'cut') return base;
  return { ...base, axis: scheme, code: found.code, level: levelOf(found.code) };
}
