import type { RowOf } from '../../../data/arrow/tables.ts';

/** One performance indicator with its target. */
export interface IndicatorLine {
  ref: string;
  name: string;
  target: string;
  /** '' for the body as a whole. */
  project: string;
  horizon: 'annual' | 'long-term';
  quantitative: boolean;
}

export interface IndicatorGroup {
  level1: string;
  level2: string;
  quantitative: number;
  lines: IndicatorLine[];
}

/** Indicators by first- and second-level category, in printed order; `lineOf` makes the line of a row. */
export function indicatorGroups(
  rows: readonly RowOf<'indicators'>[],
  lineOf = indicatorLine,
): IndicatorGroup[] {
  const groups = new Map<string, IndicatorGroup>();
  for (const row of rows) {
    const { level1, level2 } = row;
    const key = `${level1} ${level2}`;
    const group = groups.get(key) ?? { level1, level2, quantitative: 0, lines: [] };
    const line = lineOf(row);
    group.lines.push(line);
    if (line.quantitative) group.quantitative += 1;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => firstOf(groups, a.level1) - firstOf(groups, b.level1));
}

/** Place of the first group of a first-level category, so that its groups stand together. */
function firstOf(groups: ReadonlyMap<string, IndicatorGroup>, level1: string): number {
  return [...groups.values()].findIndex((group) => group.level1 === level1);
}

export function indicatorLine(row: RowOf<'indicators'>): IndicatorLine {
  return {
    ref: `indicator:${row.indicator_id}`,
    name: row.level3,
    target: row.target_raw,
    project: row.project ?? '',
    horizon: row.horizon,
    quantitative: row.quantitative,
  };
}

/** Targets by project, and those whose project the list doesn't name; names are compared without marks and spaces. */
export function targetsOfProjects(
  names: readonly string[],
  indicators: readonly IndicatorLine[],
): { of: (name: string) => IndicatorLine[]; others: { project: string; lines: IndicatorLine[] }[] } {
  const byProject = new Map<string, IndicatorLine[]>();
  for (const line of indicators) {
    if (line.project === '') continue;
    const key = plain(line.project);
    byProject.set(key, [...(byProject.get(key) ?? []), line]);
  }
  const listed = new Set(names.map(plain));
  return {
    of: (name) => byProject.get(plain(name)) ?? [],
    others: [...byProject].flatMap(([key, lines]) =>
      listed.has(key) ? [] : [{ project: lines[0]?.project ?? '', lines }],
    ),
  };
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}
