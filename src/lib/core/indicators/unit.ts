import type { Issue, RecognisedTable, Unit } from '../model/index.ts';
import { Decimal, parseCell } from '../money/index.ts';
import { plainText, cellWords } from './cells.ts';

const BRACKETED = /\((万元|亿元|元)\)$/;
const LINE = /^(金额)?单位:(万元|亿元|元)$/;
/** No agency's form adds up to less than this many yuan: a form of 185.99 元 is one of 185.99 万元. */
const LEAST_TOTAL = 10_000;

/**
 * The unit of a form's amounts: from 资金金额（万元）, from a unit line in or above the form, else from the amounts that
 * its texts write out (43.2万元). Two that contradict are an issue; the one under which the form is not absurdly small wins.
 */
export function formUnit(table: RecognisedTable, issues: Issue[]): Unit | null {
  const stated: { unit: Unit; locator: string }[] = [];
  for (const row of table.rows) {
    for (const cell of row.cells) {
      const words = cellWords(cell.text);
      if (words.length > 20) continue;
      const unit = LINE.exec(words)?.[2] ?? BRACKETED.exec(words)?.[1];
      if (unit === '元' || unit === '万元' || unit === '亿元') stated.push({ unit, locator: cell.locator });
    }
  }
  const units = [...new Set([...stated.map((entry) => entry.unit), ...(table.unit ? [table.unit] : [])])];
  if (units.length > 1) {
    const small = largest(table).lt(LEAST_TOTAL);
    const unit = small
      ? (units.find((candidate) => candidate !== '元') ?? '元')
      : (stated[0]?.unit ?? table.unit);
    issues.push({
      code: 'conflicting-unit',
      severity: 'warning',
      locator: stated[0]?.locator ?? table.locator,
      text: `表“${table.title}”同时写有${units.join('、')}两种金额单位，按金额大小判断为“${unit ?? ''}”。`,
    });
    return unit;
  }
  const [only] = units;
  if (only) return only;
  const spoken = table.rows.flatMap((row) =>
    row.cells.flatMap((cell) => [...plainText(cell.text).matchAll(/\d(\.\d+)?\s*(万元?|亿元?|元)(?!\/)/g)]),
  );
  if (spoken.length === 0 || largest(table).isZero()) return null;
  const wan = spoken.filter((match) => match[2]?.startsWith('万')).length;
  const unit: Unit = wan > 0 ? '万元' : '元';
  issues.push({
    code: 'inferred-unit',
    severity: 'note',
    locator: table.locator,
    text: `表“${table.title}”没有写明金额单位，按表内文字所用的“${unit}”处理。`,
  });
  return unit;
}

function largest(table: RecognisedTable): Decimal {
  let most = new Decimal(0);
  for (const row of table.rows) {
    for (const cell of row.cells) {
      const parsed = parseCell(cell.text);
      if (
        parsed.kind === 'number' &&
        !parsed.number.percent &&
        cellWords(cell.text).length <= 14 &&
        !/^(19|20)\d{2}$|^\d{6,}$/.test(cellWords(cell.text))
      )
        most = Decimal.max(most, parsed.number.value);
    }
  }
  return most;
}
