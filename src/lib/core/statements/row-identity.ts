import type { Axis, RecognisedTable, SourceRow } from '../model/index.ts';
import { labelAgrees, levelOf, type Scheme } from '../codes/index.ts';
import { compactText, isPartTotal, isTotalLabel } from '../text/index.ts';
import { classCode, partCode, type ClassCode } from './class-codes.ts';
import type { Column } from './column.ts';
import {
  isPurchaseList,
  labelCode,
  rowTexts,
  tableScheme,
  type CarriedParts,
  type RowTexts,
} from './row-texts.ts';
import { isUnitName } from '../terms/index.ts';

/** What a body row stands for. */
export interface RowIdentity {
  axis: Axis;
  code: string | null;
  govCode: string | null;
  functionCode: string | null;
  /** The departmental economic class beside a functional code. */
  economicCode: string | null;
  label: string;
  unitCode: string | null;
  unitName: string | null;
  project: string | null;
  level: number | null;
  isTotal: boolean;
}

/** A line of no other kind than its label. */
export function itemIdentity(label: string): RowIdentity {
  return {
    axis: 'item',
    code: null,
    govCode: null,
    functionCode: null,
    economicCode: null,
    label,
    unitCode: null,
    unitName: null,
    project: null,
    level: null,
    isTotal: false,
  };
}

export function identifyRow(
  table: RecognisedTable,
  columns: readonly Column[],
  row: SourceRow,
  carried: CarriedParts = new Map(),
  above: RowIdentity | null = null,
): RowIdentity {
  const texts = rowTexts(table, columns, row, carried);
  const wide = /^\D+$/.test(texts.code)
    ? texts.code
    : (texts.parts.find((part) => /^\D{2,}$/.test(part.text))?.text ?? '');
  const label = texts.label || texts.unitName || texts.project || wide || texts.purchase || texts.other;
  const govCode = texts.besides['gov-economic'] ?? '';
  const base: RowIdentity = {
    ...itemIdentity(label),
    govCode: govCode || null,
    unitCode: texts.unitCode || null,
    unitName: texts.unitName || null,
  };
  const total = totalLabel(texts);
  if (total !== null) {
    return { ...base, axis: 'total', label: total, unitName: null, unitCode: null, level: 0, isTotal: true };
  }
  if (isPurchaseList(table)) return purchaseRow(base, texts);
  const code =
    partCode(texts.parts) ?? classCode(texts.code, texts.label, texts.codeScheme ?? tableScheme(table));
  if (code && !isUnitRow(texts, code)) return classRow(base, texts, code);
  if (govCode !== '' && texts.code === '') {
    return {
      ...base,
      axis: 'gov-economic',
      code: govCode,
      label: texts.govLabel || label,
      level: levelOf(govCode),
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
  if (unitCode !== '' && (isUnitName(compactText(label)) || texts.unitName !== '')) {
    return { ...base, axis: 'unit', unitCode, unitName: label };
  }
  if (table.statement === 'project-expenditure') {
    return { ...base, axis: 'project', project: label, unitCode: unitCode || null };
  }
  if (table.statement === 'meeting-training') return { ...base, axis: 'item' };
  if (texts.unitName !== '' && texts.label === '') return { ...base, axis: 'unit', unitName: label };
  const named = labelCode(table, texts, above?.code ? { scheme: above.axis, code: above.code } : null);
  return named ? { ...base, axis: named.scheme, code: named.code, level: levelOf(named.code) } : base;
}

/** 合计 in whichever column of words it is printed; behind another word of the row only in the columns that name rows. */
function totalLabel(texts: RowTexts): string | null {
  const naming = [texts.label, texts.unitName, texts.project, texts.code, texts.unitCode, texts.serial];
  const found = naming.find((text) => isTotalLabel(text) || isPartTotal(text));
  if (found !== undefined) return found;
  if (naming.some((text) => text !== '')) return null;
  const others = [...texts.parts.map((part) => part.text), texts.purchase, texts.other];
  return others.find((text) => isTotalLabel(text) || isPartTotal(text)) ?? null;
}

/** A row of one class, with the codes of the other classifications that it prints beside it. */
function classRow(base: RowIdentity, texts: RowTexts, own: ClassCode): RowIdentity {
  const beside = (scheme: Scheme): string | null =>
    scheme === own.scheme ? null : (texts.besides[scheme] ?? partCode(texts.parts, scheme)?.code ?? null);
  return {
    ...base,
    axis: own.scheme,
    code: own.code,
    level: levelOf(own.code),
    govCode: own.scheme === 'gov-economic' ? own.code : beside('gov-economic'),
    functionCode: beside('function'),
    economicCode: beside('dept-economic'),
  };
}

/** A unit's code can have the form of a class (201, 205): its name decides. */
function isUnitRow(texts: RowTexts, code: ClassCode): boolean {
  const label = texts.label || texts.unitName;
  if (texts.parts.length > 0 && texts.code === '') return false;
  if (code.code.length !== 3 || label === '') return false;
  return !labelAgrees(code.scheme, code.code, label) && isUnitName(compactText(label));
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
    (economic === null && isUnitName(compactText(name)));
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
