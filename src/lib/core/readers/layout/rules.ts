import type { Rule } from './geometry.ts';

/** Pieces of one drawn line lie this close to one another across its direction. */
const SAME_LINE = 1.2;
/** Gaps along a line up to this long are dashes or joints. */
const JOINT = 3;
/** What remains shorter than this is a tick, a letter's stroke or a bullet. */
const SHORTEST = 4;
/** Lines this close touch: ends that stop short of, or run over, the line they meet. */
export const TOUCH = 3;
/** A page with more lines than this is a drawing, not a table. */
const MOST_LINES = 6000;

/** Joins the pieces of which lines are drawn (borders of single cells, dashes, doubles) into whole lines. */
export function joinRules(rules: readonly Rule[]): Rule[] {
  const joined = [
    ...joinDirection(rules.filter((rule) => rule.horizontal)),
    ...joinDirection(rules.filter((rule) => !rule.horizontal)),
  ];
  return joined.length > MOST_LINES ? [] : joined;
}

function joinDirection(rules: Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  const joined: Rule[] = [];
  let bundle: Rule[] = [];
  const flush = (): void => {
    joined.push(...joinBundle(bundle));
    bundle = [];
  };
  for (const rule of sorted) {
    const last = bundle.at(-1);
    const first = bundle[0];
    if (last && first && (rule.at - last.at > SAME_LINE || rule.at - first.at > 2 * SAME_LINE)) flush();
    bundle.push(rule);
  }
  flush();
  return joined;
}

function joinBundle(bundle: Rule[]): Rule[] {
  const sorted = [...bundle].sort((a, b) => a.from - b.from);
  const joined: Rule[] = [];
  let current: Rule | null = null;
  let weight = 0;
  for (const rule of sorted) {
    const length = rule.to - rule.from;
    if (current && rule.from <= current.to + JOINT) {
      current.at = (current.at * weight + rule.at * length) / (weight + length || 1);
      weight += length;
      current.to = Math.max(current.to, rule.to);
    } else {
      current = { ...rule };
      weight = length;
      joined.push(current);
    }
  }
  return joined.filter((rule) => rule.to - rule.from >= SHORTEST);
}

/** Lines that hold together: each group is one drawn frame or table. */
export function connectRules(rules: readonly Rule[]): Rule[][] {
  const horizontal = rules.filter((rule) => rule.horizontal).sort((a, b) => a.at - b.at);
  const vertical = rules.filter((rule) => !rule.horizontal);
  const parent = new Map<Rule, Rule>(rules.map((rule) => [rule, rule]));
  const find = (rule: Rule): Rule => {
    let root = rule;
    for (let up = parent.get(root); up && up !== root; up = parent.get(root)) root = up;
    parent.set(rule, root);
    return root;
  };
  for (const v of vertical) {
    for (const h of horizontal) {
      if (h.at > v.to + TOUCH) break;
      if (h.at < v.from - TOUCH || v.at < h.from - TOUCH || v.at > h.to + TOUCH) continue;
      parent.set(find(h), find(v));
    }
  }
  const groups = new Map<Rule, Rule[]>();
  for (const rule of rules) {
    const root = find(rule);
    groups.set(root, [...(groups.get(root) ?? []), rule]);
  }
  return [...groups.values()];
}
