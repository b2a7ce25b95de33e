import type { RowOf } from '../../../data/arrow/tables.ts';

type Fact = RowOf<'facts'>;

/** A line of a project list as printed. */
export interface ListedProject {
  factId: string;
  name: string;
  yuan: string;
  /** 0 for what stands highest in the list. */
  depth: number;
  /** Whether it is a unit or a group whose amount is the sum of lines below it. */
  group: boolean;
}

/**
 * A document's project list in printed order. Which line is part of which is not printed: it is what the sums
 * say that hold (rule `project-list`). Of several lists and columns the one with most projects is taken.
 */
export function listedProjects(facts: readonly Fact[], checks: readonly RowOf<'checks'>[]): ListedProject[] {
  const lines = longestColumn(
    facts.filter(
      (fact) =>
        fact.statement === 'project-expenditure' &&
        fact.measure === 'total' &&
        (fact.axis === 'project' || fact.axis === 'unit') &&
        fact.yuan_text !== null,
    ),
  );
  const parents = parentsOf(checks);
  const ids = new Set(lines.map((line) => line.fact_id));
  const shown = lines.filter((line) => line.axis === 'project' || isOneOfSeveralUnits(line, lines, parents));
  const shownIds = new Set(shown.map((line) => line.fact_id));
  const groups = new Set([...parents.values()].filter((id) => ids.has(id)));
  return shown.map((line) => {
    const id = line.fact_id;
    return {
      factId: id,
      name: line.project ?? line.label,
      yuan: line.yuan_text ?? '',
      depth: depthOf(id, parents, shownIds),
      group: groups.has(id),
    };
  });
}

function longestColumn(facts: readonly Fact[]): Fact[] {
  const columns = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = `${fact.table_id ?? ''} ${fact.column ?? ''}`;
    columns.set(key, [...(columns.get(key) ?? []), fact]);
  }
  const projects = (rows: readonly Fact[]): number => rows.filter((row) => row.axis === 'project').length;
  let longest: Fact[] = [];
  for (const rows of columns.values()) if (projects(rows) > projects(longest)) longest = rows;
  return longest.sort((a, b) => Number(a.row) - Number(b.row));
}

/** Fact id of each part's whole, from the project-list sums that hold. */
function parentsOf(checks: readonly RowOf<'checks'>[]): Map<string, string> {
  const parents = new Map<string, string>();
  for (const check of checks) {
    if (check.rule !== 'project-list') continue;
    if (check.status !== 'exact' && check.status !== 'rounding') continue;
    const { facts, weights } = check;
    const whole = facts.find((_, i) => weights[i] === 0);
    if (whole === undefined) continue;
    facts.forEach((fact, i) => {
      if (weights[i] === 1) parents.set(fact, whole);
    });
  }
  return parents;
}

function isOneOfSeveralUnits(
  line: Fact,
  lines: readonly Fact[],
  parents: ReadonlyMap<string, string>,
): boolean {
  const projects = new Set(lines.filter((row) => row.axis === 'project').map((row) => row.fact_id));
  const withProjects = new Set([...parents].filter(([part]) => projects.has(part)).map(([, whole]) => whole));
  const units = lines.filter((row) => row.axis === 'unit' && withProjects.has(row.fact_id));
  return units.length > 1 && units.includes(line);
}

function depthOf(id: string, parents: ReadonlyMap<string, string>, shown: ReadonlySet<string>): number {
  const seen = new Set<string>([id]);
  let depth = 0;
  for (let above = parents.get(id); above !== undefined && !seen.has(above); above = parents.get(above)) {
    seen.add(above);
    if (shown.has(above)) depth += 1;
  }
  return depth;
}
