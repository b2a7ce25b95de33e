import { CHECK_RULES, RULE_FAMILIES, type RuleFamily } from '../../../core/checks/index.ts';
import type { Lang } from '../../../core/model/localised.ts';
import type { Agency, AnsweredDocument } from '../../../data/answers.ts';
import {
  countStatuses,
  groupChecks,
  type CheckBook,
  type CheckLine,
  type StatusCounts,
} from '../../checks/index.ts';

export interface AgencyCount {
  id: string;
  name: string;
  counts: StatusCounts;
  findings: number;
  /** Share that ties of the checks that could be made, in percent with one decimal; null where none could. */
  rate: string | null;
}

/** What the page of findings starts from: all that does not tie, the counts of everything, the choices of the filters. */
export interface ChecksPage {
  broken: CheckBook;
  counts: StatusCounts;
  findings: number;
  agencies: AgencyCount[];
  rules: RuleChoice[];
  documents: CheckedDocument[];
}

/** What an export says of a document. */
export type CheckedDocument = Pick<
  AnsweredDocument,
  'document_id' | 'title' | 'agency' | 'fiscal_year' | 'stage' | 'source_name' | 'sha256'
>;

export interface RuleChoice {
  id: string;
  name: string;
  family: string;
  count: number;
}

export function checksPage(
  book: CheckBook,
  { agencies, documents }: { agencies: readonly Agency[]; documents: readonly AnsweredDocument[] },
  lang: Lang,
): ChecksPage {
  const broken = book.lines.filter((line) => line.status === 'broken');
  return {
    broken: { lines: broken, names: namesOf(book, broken) },
    counts: countStatuses(book.lines),
    findings: groupChecks(broken).length,
    agencies: agencies.map((agency) => countAgency(book.lines, agency, lang)),
    rules: ruleChoices(book.lines, lang),
    documents: documents.map(
      ({ document_id, title, agency, fiscal_year, stage, source_name, sha256 }): CheckedDocument => ({
        document_id,
        title,
        agency,
        fiscal_year,
        stage,
        source_name,
        sha256,
      }),
    ),
  };
}

/** The rules that were applied, in the order in which a reader would check, with how often. */
function ruleChoices(lines: readonly CheckLine[], lang: Lang): RuleChoice[] {
  const families = Object.keys(RULE_FAMILIES) as RuleFamily[];
  return families.flatMap((family) =>
    CHECK_RULES.filter((rule) => rule.family === family).flatMap(({ id, name }) => {
      const count = lines.filter((line) => line.rule === id).length;
      return count > 0 ? [{ id, name: name[lang], family: RULE_FAMILIES[family][lang], count }] : [];
    }),
  );
}

function countAgency(lines: readonly CheckLine[], agency: Agency, lang: Lang): AgencyCount {
  const own = lines.filter((line) => line.agency === agency.agency_id);
  const counts = countStatuses(own);
  const tie = counts.exact + counts.rounding;
  const made = tie + counts.broken;
  return {
    id: agency.agency_id,
    name: lang === 'en' ? agency.short_en : agency.short_zh,
    counts,
    findings: groupChecks(own.filter((line) => line.status === 'broken')).length,
    rate: made === 0 ? null : ((100 * tie) / made).toFixed(1),
  };
}

/** Only the names that these lines use. */
export function namesOf({ names }: CheckBook, lines: readonly CheckLine[]): CheckBook['names'] {
  const used: CheckBook['names'] = {};
  for (const { document, refs } of lines)
    for (const ref of refs)
      (used[document] ??= {})[ref] = names[document]?.[ref] ?? { name: ref, yuan: null };
  return used;
}

/** What every rule is called. */
export function ruleNames(lang: Lang): Record<string, string> {
  return Object.fromEntries(CHECK_RULES.map(({ id, name }) => [id, name[lang]]));
}
