import { Decimal, parseNumber, toYuanString } from '../money/index.ts';
import type { Unit } from '../model/index.ts';

/** A figure as printed in a sentence. */
export interface Figure {
  kind: 'amount' | 'percent' | 'count' | 'flat';
  start: number;
  end: number;
  value: Decimal;
  decimals: number | null;
  unit: string | null;
  /** Of an amount, exact. */
  yuan: string | null;
  /** Of `flat` (持平): only roughly equal (基本持平). */
  rough: boolean;
}

const NUMBER = '(?<![\\d.,])([-+]?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?))';
const UNIT =
  '(个百分点|%|亿元|万元|元|亿|万(?=[,。;、)]|$)|辆|台\\(套\\)|台套|台|套|平方米|m2|个|家|人次|人|名|批次|批|艘|架|项)';
const FIGURE = new RegExp(`${NUMBER}余?${UNIT}`, 'g');
/** 公务接待费预算为0, 经费为零: nothing of money needs no unit. */
const NOTHING = /(?<=(?:费用?|经费|预算数?|决算数?|支出|金额|资金|总额)(?:为|是))[0零](?=[,。;、)]|$)/g;
const FLAT = /(基本)?(持平|无增减变化|无变化|没有变化)|(预算|决算)?(数)?(一致|相等|相同)(?=[,。;)]|$)/g;
/** A limit that describes what is counted (单价20万元以上的设备), a rate, a page, an ordinal: no figure of the budget. */
const NOT_A_FIGURE = /^(\(含\))?(及|\(含\))?(以上|以下|以内|及以上|以上\(含\))|^[/每]|^\/?(人|年|月|次|天)\b/;

/** Every figure with a unit in a compact passage, in order; limits and rates left out. */
export function findFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const [whole, printed = '', unit = ''] = match;
    const start = match.index;
    const end = start + whole.length;
    const after = text.slice(end, end + 6);
    if (NOT_A_FIGURE.test(after)) continue;
    const sign = /^[-+]/.test(printed) && !isSign(text, start) ? 1 : 0;
    const number = parseNumber(printed.slice(sign));
    if (!number) continue;
    const kind = kindOf(unit);
    const moneyUnit = moneyUnitOf(unit);
    figures.push({
      kind,
      start: start + sign,
      end,
      value: number.value,
      decimals: number.decimals,
      unit: moneyUnit ?? unit,
      yuan: moneyUnit ? toYuanString(number.value, moneyUnit) : null,
      rough: false,
    });
  }
  for (const match of text.matchAll(NOTHING)) {
    figures.push({
      kind: 'amount',
      start: match.index,
      end: match.index + 1,
      value: new Decimal(0),
      decimals: 0,
      unit: '元',
      yuan: toYuanString(new Decimal(0), '元'),
      rough: false,
    });
  }
  for (const match of text.matchAll(FLAT)) {
    figures.push({
      kind: 'flat',
      start: match.index,
      end: match.index + match[0].length,
      value: new Decimal(0),
      decimals: null,
      unit: null,
      yuan: null,
      rough: match[1] !== undefined,
    });
  }
  return figures.sort((a, b) => a.start - b.start);
}

/** A minus is a sign at the beginning, behind a bracket or behind text; between figures it is a dash (97%-100%). */
function isSign(text: string, start: number): boolean {
  return start === 0 || !/[\d%A-Za-z元年月]/.test(text[start - 1] ?? '');
}

function kindOf(unit: string): Figure['kind'] {
  if (unit === '%' || unit === '个百分点') return 'percent';
  return moneyUnitOf(unit) ? 'amount' : 'count';
}

function moneyUnitOf(unit: string): Unit | null {
  if (unit === '元' || unit === '万元' || unit === '亿元') return unit;
  if (unit === '万') return '万元';
  return unit === '亿' ? '亿元' : null;
}
