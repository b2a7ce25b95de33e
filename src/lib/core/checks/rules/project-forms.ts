import type { Fact } from '../../model/extract.ts';
import type { Localised } from '../../model/localised.ts';
import { asciiKey, groupBy, intervalsOverlap, type Context, type Figure } from '../judge/figures.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';
import { matchNames } from '../judge/similar.ts';
import { projectKey } from '../judge/targets.ts';
import { forms, type Form } from './forms.ts';

/** Projects that a table or the overall form lists, with the first amount of each of their rows. */
function listed(context: Context): Map<string, Figure[]> {
  const projects = new Map<string, Figure[]>();
  const collect = (statement: Fact['statement']) => {
    for (const facts of context.factsOf.values()) {
      if (facts[0]?.statement !== statement) continue;
      const rows = new Set<number | null>();
      for (const fact of facts) {
        const figure = context.figure(fact);
        if (!figure || fact.project === null || fact.fiscal_year !== context.year || rows.has(fact.row))
          continue;
        if (fact.axis !== 'project' || !['total', 'project'].includes(fact.measure)) continue;
        rows.add(fact.row);
        projects.set(fact.project, [...(projects.get(fact.project) ?? []), figure]);
      }
    }
  };
  collect('project-expenditure');
  if (projects.size === 0) collect('performance-overall');
  return projects;
}

const NO_SUCH_NAME: Localised = {
  zh: '项目表中没有名称相近的项目',
  en: 'the project list has no project of a similar name',
};
const OTHER_NAME: Localised = {
  zh: '项目表中名称相近的项目金额不同，未必是同一项目',
  en: 'the project of the most similar name in the list has another amount and may be another project',
};
const SEVERAL: Localised = {
  zh: '同名的项目或目标表不止一个，无法一一对应',
  en: 'several projects or forms have this name and can’t be paired',
};

/** A form is compared with the row that ties, whatever other money the form holds beside it. */
function againstList(context: Context): Draft[] {
  const own = forms(context).filter((form) => form.totals.length > 0 && form.project !== '');
  const projects = listed(context);
  if (own.length === 0 || projects.size === 0) return [];
  const matched = matchNames(
    own.map((form) => form.project),
    [...projects.keys()],
  );
  const namesakes = groupBy(own, (form) => projectKey(form.project));
  return own.flatMap((form) => {
    const compared = form.totals[0];
    if (!compared) return [];
    const name = matched.get(form.project);
    const rows = name === undefined ? [] : (projects.get(name) ?? []);
    const { terms, ties } = pair(form, compared, rows);
    const several = rows.length > 1 || (namesakes.get(projectKey(form.project))?.length ?? 0) > 1;
    const missing =
      name === undefined
        ? NO_SUCH_NAME
        : ties
          ? null
          : projectKey(name) !== projectKey(form.project)
            ? OTHER_NAME
            : several
              ? SEVERAL
              : null;
    return {
      subject: `${form.tableId}.${asciiKey(form.project)}`,
      compared,
      terms: terms.map(plus),
      ...(missing ? { missing } : {}),
      wording: { kind: 'same' as const },
    };
  });
}

/** The row that has the form’s money, or all rows of the name together; else the first of them. */
function pair(form: Form, compared: Figure, rows: readonly Figure[]): { terms: Figure[]; ties: boolean } {
  const money = [compared, ...form.totals, ...form.sources];
  const equal = rows.find((row) => money.some((figure) => intervalsOverlap([figure], [row])));
  if (equal) return { terms: [equal], ties: true };
  if (rows.length > 1 && intervalsOverlap(rows, [compared])) return { terms: [...rows], ties: true };
  return { terms: rows.slice(0, 1), ties: false };
}

export const PROJECT_FORM_RULES: readonly CheckRule[] = [
  {
    id: 'project-form',
    family: 'projects',
    name: { zh: '项目与绩效目标表', en: 'Projects against their performance forms' },
    meaning: {
      zh: '项目绩效目标表中的资金总额等于项目表中同一项目的金额。两处名称常不尽相同，按字面相近配对。',
      en: 'The money of a performance form equals the project’s amount in the project list. Names often differ between the two; the most similar ones are paired.',
    },
    find: againstList,
  },
];
