import type { Localised } from '../model/localised.ts';
import { FUNDS, fundSides, type Fund, type FundSubject } from './funds.ts';
import { ITEM_TERMS, ITEMS, type Item } from './items.ts';
import { MEASURES, measureSide, type Measure, type MeasureSubject } from './measures.ts';
import { topicTerm, TOPICS, type Topic } from './topics.ts';

/**
 * What a figure in the prose is about. A claim's `subject` is one of these ids, or one of the prefixed forms
 * `function:<code>`, `dept-economic:<code>`, `gov-economic:<code>`, `project:<name>`, and `item:<name>` for a line
 * item that there is no word for.
 */
export type SubjectId = Item | FundSubject | MeasureSubject | Topic;

interface Subject {
  name: Localised;
  prose?: RegExp;
}

const FUND_OF = new Map(
  FUNDS.flatMap((fund) => fundSides(fund).map((side) => [side.subject, { ...side, fund }] as const)),
);
const MEASURE_OF = new Map(
  MEASURES.flatMap((measure) => {
    const side = measureSide(measure);
    return side === null ? [] : [[side.subject, { ...side, measure }] as const];
  }),
);
const TERMS: ReadonlyMap<string, Subject> = new Map<string, Subject>([
  ...ITEMS.map((item) => [item, ITEM_TERMS[item]] as const),
  ...FUND_OF,
  ...MEASURE_OF,
  ...TOPICS.map((topic) => [topic, topicTerm(topic)] as const),
]);

export const SUBJECTS = [...TERMS.keys()] as SubjectId[];

export function isSubjectId(subject: string): subject is SubjectId {
  return TERMS.has(subject);
}

/** A subject's name for display; codes and names behind a prefix are shown as they are. */
export function subjectName(subject: string): Localised {
  const known = TERMS.get(subject)?.name;
  if (known) return known;
  const text = subject.slice(subject.indexOf(':') + 1) || subject;
  return { zh: text, en: text };
}

/** The words that name a subject in front of an amount; null where only other signs tell it. */
export function subjectWords(subject: SubjectId): RegExp | null {
  return TERMS.get(subject)?.prose ?? null;
}

/** The fund that a subject is the income or expenditure of. */
export function fundOfSubject(subject: string): { fund: Fund; flow: 'income' | 'expenditure' } | null {
  return FUND_OF.get(subject) ?? null;
}

/** The kind of spending that a subject is. */
export function measureOfSubject(subject: string): Measure | null {
  return MEASURE_OF.get(subject)?.measure ?? null;
}

/** The income of the fund whose expenditure a subject is; a subject of another kind as it is. */
export function incomeSide(subject: string): string {
  const spent = FUND_OF.get(subject);
  if (spent?.flow !== 'expenditure') return subject;
  return fundSides(spent.fund).find((side) => side.flow === 'income')?.subject ?? subject;
}
