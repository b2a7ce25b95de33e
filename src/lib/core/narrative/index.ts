import type { Claim, ExtractContext, Fact, Headcount, Issue, SourceParagraph } from '../model/index.ts';
import { readClaims } from './claims.ts';
import { deriveFacts } from './derived.ts';
import { readHeadcounts } from './headcounts.ts';
import { joinPassages } from './passages.ts';

export { isSubjectId, SUBJECTS, subjectName, type SubjectId } from './subjects.ts';

/**
 * The prose of a disclosure -> staff numbers, every stated figure, and last year's figures that the prose implies.
 * Amounts in yuan are exact; the value of a decrease is negative; fiscal years default to the document's.
 */
export function readNarrative(
  paragraphs: readonly SourceParagraph[],
  context: ExtractContext,
): { headcounts: Headcount[]; claims: Claim[]; facts: Fact[]; issues: Issue[] } {
  const passages = joinPassages(paragraphs);
  const placed = readClaims(passages, context);
  const { facts, issues } = deriveFacts(placed, context);
  return {
    headcounts: readHeadcounts(passages, context),
    claims: placed.map((entry) => entry.claim),
    facts,
    issues,
  };
}
