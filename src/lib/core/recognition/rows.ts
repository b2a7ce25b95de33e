import type { SourceCell, SourceRow } from '../model/index.ts';
import { parseCell } from '../money/index.ts';
import { compactText, isBareSum, isListed, isTotalLabel } from '../text/index.ts';

const CODE = /^\d{3}(?:\d{2}){0,2}$|^\d{6}$/;

export function cellTexts(row: SourceRow): string[] {
  return row.cells.map((cell) => compactText(cell.text));
}

export function filledCells(row: SourceRow): SourceCell[] {
  return row.cells.filter((cell) => compactText(cell.text) !== '');
}

/** What the row says, for comparing two rows: filled cells in order. */
export function rowText(row: SourceRow): string {
  return cellTexts(row)
    .filter((text) => text !== '')
    .join('|');
}

export function isCodeLike(text: string): boolean {
  return CODE.test(compactText(text));
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d{2}(?:年度?)?$/.test(compactText(text));
}

/** 栏次 | 1 | 2 | 3: column numbers, among them formulas such as 1=2+3 and letters for label columns. */
export function isColumnNumberRow(row: SourceRow): boolean {
  const texts = cellTexts(row).filter((text) => text !== '');
  if (texts.length < 2) return false;
  if (texts.every((text) => /^\*+$/.test(text))) return true;
  const [first, ...rest] = texts;
  const labelled = first !== undefined && /^(?:栏次|行次|序号|列次|项目|\*+)$/.test(first) && rest.length > 0;
  const numbers = labelled ? rest : texts;
  let last = 0;
  let counted = 0;
  for (const text of numbers) {
    const value = /^\(?(\d{1,2})\)?(?:=[\d+\-()（）]+)?$/.exec(text)?.[1];
    if (value !== undefined) {
      if (Number(value) !== last + 1 && !(last === 0 && Number(value) <= 3)) return false;
      last = Number(value);
      counted += 1;
    } else if (!/^(?:[a-zA-Z甲乙丙丁*—-]+|合计|类|款|项|栏次|行次|项目|科目)$/.test(text)) return false;
  }
  return counted >= (labelled ? 2 : 3);
}

/** Whether the row holds a figure that could be an amount (column numbers, years and codes are none). */
export function hasAmount(row: SourceRow): boolean {
  return row.cells.some((cell) => {
    const text = compactText(cell.text);
    if (isYear(text)) return false;
    const parsed = parseCell(text);
    if (parsed.kind !== 'number') return parsed.kind === 'malformed';
    return text.includes('.') || text.includes(',') || !/^\d{1,2}$|^\d{3}$|^\d{5,7}$/.test(text);
  });
}

/** Whether the row is part of a table's body by its labels alone: a total, an enumerated line, a code, a serial number. */
export function isBodyByLabel(row: SourceRow): boolean {
  const texts = cellTexts(row);
  if (/^\d{1,3}$/.test(texts[0] ?? '') && /[\u4e00-\u9fff]/.test(texts[1] ?? '')) return true;
  const filled = texts.filter((text) => text !== '');
  if (filled.length > 0 && filled.every((text) => isTotalLabel(text) && !isBareSum(text))) return true;
  return texts.some(
    (text, index) =>
      (isListed(text) && text.length > 2) ||
      (CODE.test(text) && /[\u4e00-\u9fff]/.test(texts[index + 1] ?? '')),
  );
}
