import type { Fact } from '../../model/extract.ts';
import { asciiKey, groupBy, unitOf, type Context, type Figure } from '../judge/figures.ts';
import { nestedSums, nestList, type Nested } from '../judge/nest.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';

/** A unit (or the table's total) and the project rows that stand below it, in order. */
interface Section {
  key: string;
  head: Figure;
  rows: Figure[];
}

function sections(context: Context): Section[] {
  const all: Section[] = [];
  for (const [tableId, facts] of context.factsOf) {
    if (facts[0]?.statement !== 'project-expenditure') continue;
    const columns = groupBy(
      facts.filter((fact) => fact.measure === 'total' || fact.measure === 'project'),
      (fact) => `${fact.column}`,
    );
    // Where units head their projects, the total is theirs (unit-total), not of the rows that follow it.
    const units = facts.some((fact) => fact.axis === 'unit');
    for (const [column, list] of columns) {
      let open: Section | null = null;
      for (const fact of list) {
        const figure = context.figure(fact);
        if (!figure) continue;
        if (units && fact.axis === 'total') open = null;
        else if (isHead(fact)) {
          open = {
            key: `${tableId}.c${column}.${asciiKey(unitOf(fact) ?? 'total')}`,
            head: figure,
            rows: [],
          };
          all.push(open);
        } else if (fact.axis === 'project') open?.rows.push(figure);
      }
    }
  }
  return all.filter((section) => section.rows.length > 0);
}

function isHead(fact: Fact): boolean {
  return fact.axis === 'unit' || fact.axis === 'total';
}

function listSums(context: Context): Draft[] {
  return sections(context).flatMap(({ key, head, rows }) => {
    return nestedSums(head, nestList(head, rows), (compared, nodes) =>
      sum(compared === head ? key : `${key}.${rowPart(compared)}`, compared, nodes),
    );
  });
}

function rowPart(figure: Figure): string {
  return figure.fact?.fact_id.split('.').slice(1, -1).join('.') ?? '';
}

function sum(subject: string, compared: Figure, nodes: readonly Nested[]): Draft {
  return {
    subject,
    cause: { key: `projects:${compared.fact?.table_id ?? ''}` },
    compared,
    terms: nodes.map((node) => plus(node.figure)),
    wording: {
      kind: 'sum',
      parts: { zh: `所列 ${nodes.length} 个项目`, en: `its ${nodes.length} projects` },
    },
  };
}

export const PROJECT_LIST_RULES: readonly CheckRule[] = [
  {
    id: 'project-list',
    family: 'sums',
    name: { zh: '项目之和等于合计', en: 'Projects add up' },
    meaning: {
      zh: '项目支出表中，单位的项目之和等于该单位的数，项目类别等于其下项目之和；表中不印层次，由金额判定。',
      en: 'In project lists, projects add up to their unit and groups of projects to their head. The list doesn’t print its levels; the amounts decide.',
    },
    find: listSums,
  },
];
