import type { Unit } from '../model/index.ts';
import { ORGAN } from '../terms/index.ts';
import { compactText } from '../text/index.ts';

/** Prose has full stops; titles, units and names don't. */
const SENTENCE = /[。；;!?！？]/;
const TITLE_END =
  /(表|明细|一览|情况)(\([^()]*(\([^()]*\))?[^()]*\))*(-{1,2}[^。]*)?(\(续(?:表|上表)?[\d一二三四五六七八九十]{0,2}\)|续表[\d一二三四五六七八九十]?)?[*#]*$/;
const NUMBERED =
  /^(?:第?[一二三四五六七八九十百]+[、.．:]|\([一二三四五六七八九十百]+\)|\d{1,2}[、.．)](?!\d(?!\d{3}年))|[-*])\s*/;
const LEADERS = /[.．…·\-_—]{3,}\s*\d*$/;
const UNIT = /(?:金额)?(?:计量)?单位[:：]?\(?(?:人民币)?\(?(亿元|百万元|万元|千元|元)(?![\u4e00-\u9fff])/;
const NUMBER =
  /^\(?(?:(?:部门|单位)?(?:预算|决算)?(?:公开)?(?:附)?表(?:[一二三四五六七八九十]+|\d{1,2}(?:-\d{1,2})?)|(?:部门|单位|财决|财)?(?:预算|决算|预|决)?(?:公开)?\d{2}(?:-\d{1,2})?表|附件[一二三四五六七八九十\d]+)\)?[:：]?/;
const ORGANISATION =
  /^(?:部门|单位|编制部门|编制单位|填报单位|填报部门|部门\(单位\)|单位\(部门\)|单位名称|部门名称|预算单位|编报单位|公开部门|公开单位|预算部门|部门\(单位\)名称|部门编码|单位编码)[:：]/;
const DATE = /^(?:填报日期|预算年度|截止时间|编制日期|日期|年度|\d{4}年度?)[:：]?\s*[\d年月日\-.]*$/;

/** The unit of money that a line states ("金额单位：万元"), or null. */
export function statedUnit(text: string): Unit | null {
  const match = UNIT.exec(compactText(text));
  return (match?.[1] as Unit | undefined) ?? null;
}

/** The unit in brackets of a column head or title: 单价(万元), 资金金额 (万元). */
export function bracketedUnit(text: string): Unit | null {
  const match = /\((?:单位[:：]?|人民币|金额单位[:：]?)?(亿元|百万元|万元|千元|元)\)/.exec(compactText(text));
  return (match?.[1] as Unit | undefined) ?? null;
}

/** 表1, 预算08表, 公开01表 as printed, and what stands behind it in the same line. */
export function tableNumber(text: string): { number: string; rest: string } | null {
  const compact = compactText(text);
  const match = NUMBER.exec(compact);
  if (!match) return null;
  const rest = compact.slice(match[0].length);
  if (/^[-第部分]/.test(rest)) return null;
  return { number: match[0].replace(/[()（）:：]/g, ''), rest };
}

/** The ordinal in a table number: 表12 and 预算08表 give 12 and 8. */
export function numberOrdinal(number: string): number | null {
  const digits = /\d+/.exec(number)?.[0];
  if (digits !== undefined) return Number(digits);
  const chinese = /[一二三四五六七八九十]+/.exec(number)?.[0];
  return chinese === undefined ? null : chineseNumber(chinese);
}

export function chineseNumber(text: string): number | null {
  const digits = '一二三四五六七八九';
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const [, tens, ten, ones] = match;
  const one = ones === undefined ? 0 : digits.indexOf(ones) + 1;
  if (ten === undefined) return tens === undefined ? one : digits.indexOf(tens) + 1;
  return (tens === undefined ? 1 : digits.indexOf(tens) + 1) * 10 + one;
}

export function isOrganisationLine(text: string): boolean {
  return ORGANISATION.test(compactText(text));
}

export function isDateLine(text: string): boolean {
  return DATE.test(compactText(text));
}

/** Whether a line could be a table's title by its form: short, no sentence, ends as titles end. */
export function isTitleLike(text: string): boolean {
  const compact = titleText(text);
  if (compact.length < 3 || compact.length > 70 || SENTENCE.test(compact)) return false;
  if (/(见|详见|如下|下)表\)?$|^(注|备注|说明)\d*[:：]/.test(compact)) return false;
  return TITLE_END.test(compact) && compact.includes('表');
}

/** 某局, in front of 部门预算; in 部门 and 所属单位 an ending only begins another word. */
const BODY_IN_FRONT = new RegExp(`^.*${ORGAN}(?![门属])(?=\\D{0,2}(?:部门|单位|预算|决算))`);

const CONTINUED =
  /^\(?(?:续上?表|接上(?:表|页)|上接[^。]{0,12}表|续(?:\(?\d{1,2}\)?)?)\)?[:：]?\(?[\d一二三四五六七八九十]{0,2}\)?(?:\(?(?:金额)?单位[:：].*)?$/;
const CONTINUED_NUMBER =
  /^(?:附|公开|续)?表[\d一二三四五六七八九十]+(?:-\d+)?\(?续(?:表)?\)?[\d一二三四五六七八九十]?(?:\(?(?:金额)?单位[:：].*)?$/;
const CONTINUED_TITLE =
  /[(（-]续(?:表|上表)?[\d一二三四五六七八九十]{0,2}[)）]?$|续表[\d一二三四五六七八九十]?$|^续表?[\d一二三四五六七八九十]{0,2}[-、.:：(]|[(（]续[)）]/;

/** 续表, 续表2, 表2（续）, （接上表）, with or without a unit: the table above goes on. */
export function isContinuationLine(text: string): boolean {
  const compact = compactText(text);
  return compact.length <= 30 && (CONTINUED.test(compact) || CONTINUED_NUMBER.test(compact));
}

/** A title that says that its table goes on from above: 支出表（续）, 续表2 支出表. */
export function isContinuedTitle(text: string): boolean {
  return CONTINUED_TITLE.test(compactText(text));
}

/** A title that stands for all tables of a document together (2024年部门预算公开表), not for one of them. */
export function isUmbrellaTitle(text: string): boolean {
  const rest = compactText(text)
    .replace(LEADERS, '')
    .replace(NUMBERED, '')
    .replace(/^第[一二三四五六七八九十]+部分/, '')
    .replace(/\d{4}年度?/g, '')
    .replace(BODY_IN_FRONT, '');
  return (
    /^(?:部门|单位|综合|预算|决算|公开|附|报|收支|绩效目标|情况|表|是否|空|具体|\(|\))+$/.test(rest) &&
    !/收支.*表/.test(rest)
  );
}

/** A short line that could head a table although it doesn't end as a title. */
export function isCaption(text: string): boolean {
  const compact = titleText(text);
  return compact.length >= 2 && compact.length <= 40 && !SENTENCE.test(compact) && !/[:：,，]$/.test(compact);
}

/** A title without numbering (一、 1. 表1), without dot leaders and page number, without layout spaces. */
export function titleText(text: string): string {
  const compact = compactText(text).replace(LEADERS, '').replace(NUMBERED, '');
  const number = tableNumber(compact);
  const rest = number && number.rest.length > 2 ? number.rest : compact;
  return rest.replace(NUMBERED, '');
}

/** What two printings of one title share: no year, no numbering, no 部门/单位/综合/预算/决算, no brackets' form. */
export function titleKey(text: string): string {
  return titleText(text)
    .replace(/\d{4}年度?/g, '')
    .replace(/\(续(?:表|上表)?[\d一二三四五六七八九十]{0,2}\)|-?续表[\d一二三四五六七八九十]{0,2}/g, '')
    .replace(/-?不含上年结转/g, '')
    .replace(/(?:本?部门|单位|综合|公开|市级|区级|本级|预算|决算|情况|总体|明细|[“”"'()（）\-—])/g, '');
}

/** How alike two titles are, from 0 to 1, by the pairs of characters that they share. */
export function titleLikeness(a: string, b: string): number {
  const [x, y] = [titleKey(a), titleKey(b)];
  if (x === y) return 1;
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
  const [left, right] = [pairs(x), pairs(y)];
  if (left.length === 0 || right.length === 0) return 0;
  const pool = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = pool.indexOf(pair);
    if (at < 0) continue;
    pool.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (left.length + right.length);
}

/** A note under a table. */
export function isNote(text: string): boolean {
  return /^(?:注|备注|说明|附注)(?:\d{1,2})?[:：]/.test(compactText(text));
}

/** A sentence that says why a table is empty: 空表列示, 不涉及, 本单位…无…, 没有…安排. */
export function isEmptyReason(text: string): boolean {
  const compact = compactText(text).replace(/^(?:注|备注|说明)\d*[:：]/, '');
  if (compact.length > 120) return false;
  if (/空表(?:列示|公开|表示)|为空表|已公开空表|不涉及|无此项|无相关/.test(compact))
    return !/空表表示本|空白表示/.test(compact);
  return /^(?:本|我|该|\d{4}年|.{0,20}(?:局|厅|委|办|院|中心|部门|单位|街道))?.{0,30}(?:无|没有|未安排|不存在)(?!误)/.test(
    compact,
  );
}
