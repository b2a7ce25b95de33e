import type { Claim, ExtractContext } from '../model/index.ts';
import type { Passage } from './passages.ts';
import { subjectOf } from './subject-of.ts';

/** Headings of passages whose figures are no money of the budget. */
export const DUTIES = /(职责|职能|工作任务|工作目标|主要任务|工作重点|工作保障)/;

/** The last year that a clause names. */
export function statedYear(clause: string): number | null {
  const last = [...clause.matchAll(/(20\d{2})(?=年|\/)/g)].at(-1)?.[1];
  return last ? Number(last) : null;
}

/** The stage of the year that a clause says its amount belongs to. */
export function amountBasis(clause: string, context: ExtractContext): Claim['basis'] {
  if (/年初预算|预算(数|为|$)/.test(clause) && context.stage === 'final-account') return 'budget';
  if (/年初预算/.test(clause)) return 'budget';
  return /执行数?|决算/.test(clause) ? 'execution' : null;
}

/** 涉及一般公共预算拨款 … in a passage on performance is the money under targets, not that budget. */
export function underPerformance(
  clauses: readonly string[],
  passage: Passage,
  current: string | null,
): boolean {
  const clause = clauses.at(-1) ?? '';
  if (/绩效目标的?(金额|资金)/.test(clause)) return true;
  const spoken =
    current?.startsWith('performance') === true ||
    /绩效/.test(clauses.join(',')) ||
    passage.headings.some((above) => /绩效/.test(above));
  return (
    (spoken && /涉及/.test(clause)) ||
    (/绩效/.test(passage.text) && /涉及[^,]{0,10}(资金|预算|支出|金额)/.test(clause))
  );
}

/** What an unnamed figure under a heading is about: （一）因公出国（境）费, 公务接待费。2026年预算数… */
export function headingSubject(passage: Passage, context: ExtractContext): string | null {
  const inline = /^[^,。:;]{2,80}(?=[。:])/.exec(passage.text)?.[0];
  const about = { headings: [], current: null, parent: null, agency: context.agency };
  const candidates = [...passage.headings, ...(inline && !/\d{4}年/.test(inline) ? [inline] : [])].reverse();
  for (const candidate of candidates) {
    if (DUTIES.test(candidate)) return null;
    const subject = subjectOf(candidate.replace(/(情况|说明|安排|预算|的)*$/, ''), about);
    if (subject && !/^(item|project):/.test(subject)) return subject;
  }
  return null;
}
