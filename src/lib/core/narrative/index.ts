import { plainLabel } from '../codes/index.ts';
import type { Claim, ExtractContext, Fact, Headcount, Issue, SourceParagraph } from '../model/index.ts';
import { readClaims } from './claims.ts';
import { deriveFacts } from './derived.ts';
import { readHeadcounts } from './headcounts.ts';
import { joinPassages } from './passages.ts';
import type { PrintedClasses } from './subject-of.ts';

export { readTableHeadcounts } from './headcount-tables.ts';

/**
 * The prose of a disclosure -> staff numbers, every stated figure, and last year's figures that the prose implies.
 * Amounts in yuan are exact; the value of a decrease is negative; fiscal years default to the document's. `printed` are the
 * facts of the document's tables: the names that they print beside codes are known in the prose.
 */
export function readNarrative(
  paragraphs: readonly SourceParagraph[],
  context: ExtractContext,
  printed: readonly Fact[] = [],
): { headcounts: Headcount[]; claims: Claim[]; facts: Fact[]; issues: Issue[] } {
  const passages = joinPassages(paragraphs);
  const placed = readClaims(passages, context, printedClasses(printed));
  const { facts, issues } = deriveFacts(placed, context);
  return {
    headcounts: readHeadcounts(passages, context),
    claims: placed.map((entry) => entry.claim),
    facts,
    issues,
  };
}

function printedClasses(facts: readonly Fact[]): PrintedClasses {
  const classes = new Map<string, string[]>();
  for (const { axis, code, label } of facts) {
    if (axis !== 'function' || code === null) continue;
    const name = plainLabel(label);
    const codes = classes.get(name);
    if (!codes) classes.set(name, [code]);
    else if (!codes.includes(code)) codes.push(code);
  }
  return classes;
}
