import type { SourceCell } from '../model/index.ts';
import { cellWords, isNumber } from './cells.ts';

/** A head of amounts in force, at its grid column. */
export interface Head {
  column: number;
  text: string;
}

/** Numbers beside these labels are no money. */
export const NO_AMOUNT =
  /(电话|代码|编码|编号|年度$|年份|日期|时间|负责人|联系|邮编|序号|人数|数量|分值|权重|评分|得分|年限|期限|起始|终止|届次|面积|传真)/;
export const AMOUNT_HEAD =
  /(金额|总额|预算(数|申报数)?$|拨款|资金|总预算|年度预算|当年预算|小计|合计|经费|财政|专户|结转|\d{4}年$|其他|(基本|项目|人员|公用|经营)(支出|经费)$)/;
export const SHARE_HEAD = /占比|比例|比重|执行率/;
export const CAPTION_LABEL =
  /(情况|明细|依据|来源$|任务$|构成|资金金额|资金情况|^预算资金|^项目资金|^专项资金)(?!总额)/;

const HEAD =
  /(金额|总额|预算(申报)?数$|总预算|年度预算|当年预算|小计|合计|^\d{4}年$|财政拨款|其他资金|转移支付|收支)/;
const NAMED_VALUE =
  /^(项目名称|主管部门|项目主管部门|实施单位|项目单位|预算单位|项目总预算|部门\(单位\)名称|单位名称)/;

/** A row of words that heads amounts replaces or refines the heads so far. */
export function nextHeads(heads: Head[], cells: readonly SourceCell[]): Head[] {
  const words = cells
    .map((cell) => ({ column: cell.column, text: cellWords(cell.text) }))
    .filter((head) => head.text.length <= 24);
  const first = words[0]?.text ?? '';
  if (words.length >= 2 && words.some((head) => /^(分值|得分|得分率|权重)/.test(head.text))) return words;
  if (
    NAMED_VALUE.test(first) &&
    !words.slice(1).some((head) => HEAD.test(head.text) && !/[:]$/.test(head.text))
  )
    return heads;
  const own = words.filter(
    (head) =>
      AMOUNT_HEAD.test(head.text) ||
      SHARE_HEAD.test(head.text) ||
      /名称|内容|品名|数量|项目$/.test(head.text),
  );
  const amounts = words.filter(
    (head) => HEAD.test(head.text) && !/[:]$/.test(head.text) && !/^(其中|实施期)/.test(head.text),
  );
  if (amounts.length === 0 && !(words.length >= 3 && words.some((head) => /数量/.test(head.text))))
    return heads;
  if (words.length < 2 && !/^\d{4}年$/.test(words[0]?.text ?? '')) return heads;
  const refines = words.every((head) =>
    /^(总额|财政拨款|其他资金|\d{4}年|小计|合计|单位:.*)$/.test(head.text),
  );
  if (refines && heads.length > 0)
    return [...heads.filter((head) => !words.some((word) => word.column === head.column)), ...words];
  return own.length >= 2 || amounts.length >= 1 ? words : heads;
}

/**
 * How many columns a row stands to the right of its heads: a percentage stands under 占比, and a row's name under the
 * head of names; 0 where nothing tells.
 */
export function slide(cells: readonly SourceCell[], heads: readonly Head[]): number {
  const share = heads.find((head) => SHARE_HEAD.test(head.text));
  const percent = cells.find((cell) => /%$/.test(cellWords(cell.text)));
  if (share && percent) return percent.column - share.column;
  const nameHead = heads.find((head) => /^(项目内容|项目名称|品名|任务名称|来源项目)$/.test(head.text));
  const names = cells.filter((cell) => !isNumber(cell) && !CAPTION_LABEL.test(cellWords(cell.text)));
  const name = names[0];
  if (!nameHead || !name || /合计/.test(cellWords(name.text))) return 0;
  return name.column - nameHead.column;
}
