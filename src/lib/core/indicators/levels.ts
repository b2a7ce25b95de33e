import type { RecognisedTable } from '../model/index.ts';
import { cellWords } from './cells.ts';
import { COST, LEVELS, OUTPUT, SATISFACTION, SERVED, type LabelKind } from './taxonomy.ts';

/** Where in the taxonomy the rows stand. `level2` is null until a label says it. */
export interface Level {
  level1: string | null;
  level2: string | null;
}

const COST_KINDS = /^(经济|社会|生态环境|生态)成本(指标)?$/;

/** Whether 成本指标 is a first level of its own in this form (it then has 经济, 社会 and 生态环境成本 below it). */
export function hasCostLevel(table: RecognisedTable): boolean {
  return table.rows.some((row) => row.cells.some((cell) => COST_KINDS.test(cellWords(cell.text))));
}

/** The level after one more label, read from left to right; `asSecond` where the label stands in the second level's place. */
export function applyLabel(level: Level, label: LabelKind, newForm: boolean, asSecond: boolean): Level {
  if (label.kind === 'caption') return level;
  if (label.kind === 'level1')
    return label.name === level.level1 ? level : { level1: label.name, level2: null };
  if (label.kind === 'level2') return { level1: label.parent, level2: label.name };
  if (label.kind === 'satisfaction') return { level1: SATISFACTION, level2: SERVED };
  if (!newForm || (asSecond && level.level1 === OUTPUT)) return { level1: OUTPUT, level2: COST };
  return level.level1 === COST ? level : { level1: COST, level2: null };
}

/**
 * The second level of rows that stand above the first label of their block: the label's own where it is the first of
 * its group (printed lower because the cell was merged), else the one before it in the form's order (its label is lost).
 */
export function levelAbove(first: Level): { level: Level; inferred: boolean } {
  for (const [level1, names] of LEVELS) {
    const list: readonly string[] = names;
    const at = list.indexOf(first.level2 ?? '');
    if (level1 !== first.level1 || at < 0) continue;
    const before = at === 0 ? undefined : list[at - 1];
    return before ? { level: { level1, level2: before }, inferred: true } : { level: first, inferred: false };
  }
  return { level: first, inferred: true };
}
