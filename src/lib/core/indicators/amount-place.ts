import type { SourceCell } from '../model/index.ts';
import { cellWords, isNumber } from './cells.ts';
import { AMOUNT_HEAD, CAPTION_LABEL, NO_AMOUNT, SHARE_HEAD, type Head } from './amount-heads.ts';

/** What an amount of a form is: the label and the head that it stands under. */
export interface Placed {
  label: string;
  /** The amount of a unit of the agency, by its code. */
  unitCode?: string | null;
  head: string;
  project: string | null;
}

/**
 * What a number in a row is, by the words left of it and the heads over it; `ignore` where it is no amount, null where it
 * stands in an amount's place and nothing names it.
 */
export function placeOf(
  cell: SourceCell,
  cells: readonly SourceCell[],
  heads: readonly Head[],
  offset: number,
  project: string | null,
): Placed | 'ignore' | null {
  const left = cells
    .filter(
      (other) => other.column < cell.column && !isNumber(other) && !/^[-—/]+$/.test(cellWords(other.text)),
    )
    .map((other) => cellWords(other.text));
  const nearest = left.at(-1) ?? '';
  if (nearest.length <= 12 && NO_AMOUNT.test(nearest) && !AMOUNT_HEAD.test(nearest)) return 'ignore';
  const head = heads.find((candidate) => candidate.column === cell.column - offset);
  if (head && NO_AMOUNT.test(head.text)) return 'ignore';
  const own = nearest.replace(/[:]$/, '').replace(/^其中:?/, '');
  // 项目总预算 | 6 | 项目当年预算 | 6: the label stands directly in front.
  if (AMOUNT_HEAD.test(own) && own.length <= 20 && !CAPTION_LABEL.test(own)) {
    return { label: own.replace(/^\d[.、]/, ''), head: head?.text ?? '', project };
  }
  if (!head || !(AMOUNT_HEAD.test(head.text) || SHARE_HEAD.test(head.text))) {
    return /^\d{4}$/.test(cellWords(cell.text)) || cellWords(cell.text).length > 14 ? 'ignore' : null;
  }
  const projectHead = heads.find((candidate) => /^项目名称$/.test(candidate.text));
  const named = projectHead ? cells.find((other) => other.column === projectHead.column + offset) : undefined;
  const label = left.find((text) => !CAPTION_LABEL.test(text)) ?? left.at(-1) ?? head.text;
  const task = /^任务\d+$/.test(label) ? (left[left.indexOf(label) + 1] ?? label) : label;
  return {
    label: task.slice(0, 40).replace(/[:]$/, ''),
    head: head.text,
    project: named ? cellWords(named.text) : project,
  };
}
