import type { Claim } from '../model/index.ts';
import type { Figure } from './figures.ts';

const INCREASE = /(增加|增长|上升|提高|上涨|增幅|增收|上浮|调增|大于|高于|多于)/;
const DIRECTION =
  /(增加|增长|上升|提高|上涨|增幅|增收|上浮|减少|下降|降低|压减|缩减|减幅|降幅|下调|调减|调增|下浮)(了|约|为|额|数|幅度|比例|率)*$/;
const EXCEEDS = /(大于|高于|多于|小于|低于|少于)[^,。;]{0,12}$/;
const COMPARED = /(同比|环比|比|较|与|同)(?=上年|上一年|去年|前年|20\d{2}|年初|预算|往年|本年)/;
const EXECUTION = /执行数?|决算/;
const BUDGET = /预算/;

export interface Comparison {
  direction: Claim['direction'];
  basis: Claim['basis'];
  /** The words left for the subject: in front of 较上年…. */
  subjectPhrase: string;
}

/** What the change stated last said, for a percentage in brackets behind it. */
export interface LastChange {
  direction: Claim['direction'];
  basis: Claim['basis'];
}

/** Whether a figure is a change against another year, which way and against what; null where it is none. */
export function readComparison(clause: string, figure: Figure, last: LastChange): Comparison | null {
  if (figure.kind === 'flat')
    return { direction: 'unchanged', basis: basisOf(clause), subjectPhrase: beforeComparison(clause) };
  if (figure.kind === 'percent' && clause === '' && last.direction) {
    const direction = figure.value.isNegative() ? 'decrease' : last.direction;
    return { direction, basis: last.basis, subjectPhrase: '' };
  }
  const word = (DIRECTION.exec(clause) ?? EXCEEDS.exec(clause))?.[0];
  if (word === undefined) return null;
  return {
    direction: INCREASE.test(word) ? 'increase' : 'decrease',
    basis: basisOf(clause) ?? (COMPARED.test(clause) ? null : last.basis),
    subjectPhrase: beforeComparison(clause.slice(0, clause.length - word.length)),
  };
}

/** The clause up to the words that say what it is compared with. */
export function beforeComparison(clause: string): string {
  const at = COMPARED.exec(clause)?.index;
  return (at === undefined ? clause : clause.slice(0, at)).replace(/(总计|合计)?各$/, '');
}

/** A figure of the year compared with, standing in front of the change: 比2025年年初预算数 115,041.34 万元减少…. */
export function isComparedFigure(clause: string): boolean {
  return COMPARED.exec(clause)?.index === 0 || /^(上年度?|去年)(?!结|末|底)/.test(clause);
}

function basisOf(clause: string): Claim['basis'] {
  const at = COMPARED.exec(clause)?.index;
  const compared = at === undefined ? (EXCEEDS.test(clause) ? clause : '') : clause.slice(at);
  if (EXECUTION.test(compared)) return 'execution';
  return BUDGET.test(compared) ? 'budget' : null;
}
