import type { Figure } from './figures.ts';
import type { Reason } from './reasons.ts';

export type BracketRole = 'open' | 'close';

/** Brackets that hold figures or lists; those that are part of a name, (境) or (类), are not among them. */
export function structuralBrackets(text: string, figures: readonly Figure[]): Map<number, BracketRole> {
  const found = new Map<number, BracketRole>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open.push(at);
    if (text[at] !== ')') continue;
    const start = open.pop();
    if (start === undefined) continue;
    const holds = figures.some((figure) => figure.start > start && figure.end <= at);
    if (holds || /^(其中|包括)/.test(text.slice(start + 1, at))) {
      found.set(start, 'open');
      found.set(at, 'close');
    }
  }
  for (const start of open) {
    if (figures.some((figure) => figure.start > start && figure.start < start + 40)) found.set(start, 'open');
  }
  return found;
}

/** Offsets behind full stops that end a sentence: those inside a bracket end only a part of one. */
export function sentenceStarts(text: string, brackets: ReadonlyMap<number, BracketRole>): number[] {
  const starts: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const role = brackets.get(at);
    if (role === 'open') depth++;
    else if (role === 'close') depth = Math.max(0, depth - 1);
    else if (text[at] === '。' && (depth === 0 || text[at + 1] !== ')') && !closesLater(brackets, at))
      starts.push(at + 1);
  }
  return starts;

  function closesLater(roles: ReadonlyMap<number, BracketRole>, at: number): boolean {
    if (depth === 0) return false;
    for (let next = at + 1; next < Math.min(text.length, at + 120); next++)
      if (roles.get(next) === 'close') return true;
    return false;
  }
}

/** A bracket that adds to a name without naming anything: （含购置税等附加费用）. */
const ASIDE = /\((含|不含|包含|详见|见|下同|以下|即|指|不包括)[^()]*\)/g;

/**
 * The words between two offsets, cut at commas, colons and structural brackets, nearest last; the words of a reason
 * are left out, unless the end itself stands in one.
 */
export function clausesBetween(
  text: string,
  from: number,
  to: number,
  brackets: ReadonlyMap<number, BracketRole>,
  reasons: readonly Reason[],
): string[] {
  let clauses: string[] = [];
  let clause = '';
  for (let at = from; at < to; at++) {
    const reason = reasons.find((candidate) => candidate.start <= at && at < candidate.end);
    if (reason) {
      if (reason.end >= to)
        return [
          text
            .slice(at, to)
            .split(/[,;:。]/)
            .at(-1) ?? '',
        ];
      clauses = [];
      clause = '';
      at = reason.end - 1;
      continue;
    }
    if (/[,;:。]/.test(text[at] ?? '') || brackets.has(at)) {
      if (clause) clauses.push(clause);
      clause = '';
    } else clause += text[at] ?? '';
  }
  clauses.push(clause.replace(/^、/, ''));
  return clauses.map((part) => part.replace(ASIDE, ''));
}
