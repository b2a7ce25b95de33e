import type { ProofData, ProofFact, ProofIssue, ProofTable } from '../../data/proof.ts';
import { placeOrder, sameRow } from '../proof/place.ts';

/** A published table put together again from its facts. */
export interface RebuiltTable {
  table: ProofTable;
  /** Runs of columns that share a label column: 收入 and 支出 of a summary stand side by side. */
  groups: ColumnGroup[];
  rows: RebuiltRow[];
  /** What was found about the table as a whole, or about a place in it that no figure stands at. */
  issues: ProofIssue[];
}
export interface ColumnGroup {
  columns: RebuiltColumn[];
}
export interface RebuiltColumn {
  column: number;
  label: string;
}
export interface RebuiltRow {
  row: number;
  /** One a group; null where the group has nothing in this row. */
  parts: (RowPart | null)[];
  moved: boolean;
  total: boolean;
  issues: ProofIssue[];
}
export interface RowPart {
  code: string | null;
  label: string;
  /** What else tells the row apart: its unit or project, where the label doesn't say it. */
  detail: string;
  cells: (ProofFact | null)[];
}

export interface RebuiltDocument {
  tables: RebuiltTable[];
  /** What was found outside the tables. */
  issues: ProofIssue[];
}

/** The document's tables in published order, each rebuilt cell by cell; every issue stands where it belongs. */
export function rebuildDocument(data: ProofData): RebuiltDocument {
  const tables = inPublishedOrder(data.tables);
  const placed = placeIssues(data, tables);
  return {
    tables: tables.map((table) =>
      rebuildTable(
        table,
        data.facts.filter((fact) => fact.table_id === table.table_id),
        placed.get(table.table_id) ?? [],
      ),
    ),
    issues: placed.get(null) ?? [],
  };
}

function rebuildTable(
  table: ProofTable,
  facts: readonly ProofFact[],
  issues: readonly ProofIssue[],
): RebuiltTable {
  const byRow = new Map<number, ProofFact[]>();
  for (const fact of facts) {
    const row = fact.row ?? -1;
    byRow.set(row, [...(byRow.get(row) ?? []), fact]);
  }
  const rows = [...byRow.entries()].sort(([a], [b]) => a - b);
  const groups = columnGroups(
    facts,
    rows.map(([, cells]) => cells),
  );
  const left = new Set(issues);
  const rebuilt = rows.map(([row, cells]): RebuiltRow => {
    const own = issues.filter(
      ({ locator }) => locator !== null && cells.some((cell) => sameRow(locator, cell.locator)),
    );
    for (const issue of own) left.delete(issue);
    return {
      row,
      parts: groups.map((group) => partOf(group, cells)),
      moved: own.some(({ code }) => code === 'row-moved'),
      total: cells.every((cell) => cell.is_total),
      issues: own,
    };
  });
  return { table, groups, rows: rebuilt, issues: [...left] };
}

/** Neighbouring columns belong together as long as no row gives them different labels. */
function columnGroups(facts: readonly ProofFact[], rows: readonly (readonly ProofFact[])[]): ColumnGroup[] {
  const labels = new Map<number, string>();
  for (const fact of facts)
    if (!labels.get(fact.column ?? 0)) labels.set(fact.column ?? 0, fact.column_label ?? '');
  const columns = [...labels.entries()].sort(([a], [b]) => a - b);
  const groups: ColumnGroup[] = [];
  for (const [column, label] of columns) {
    const current = groups.at(-1);
    const fits = current !== undefined && rows.every((cells) => oneLabel(cells, current, column));
    if (fits) current.columns.push({ column, label });
    else groups.push({ columns: [{ column, label }] });
  }
  return groups;
}

function oneLabel(cells: readonly ProofFact[], group: ColumnGroup, column: number): boolean {
  const own = cells.find((cell) => cell.column === column);
  if (!own) return true;
  return cells
    .filter((cell) => group.columns.some((other) => other.column === cell.column))
    .every((cell) => cell.label === own.label && cell.code === own.code);
}

function partOf(group: ColumnGroup, cells: readonly ProofFact[]): RowPart | null {
  const found = group.columns.map(({ column }) => cells.find((cell) => cell.column === column) ?? null);
  const first = found.find((cell) => cell !== null);
  if (!first) return null;
  const detail = [first.project, first.unit_name].filter(
    (text): text is string => text !== null && text !== '' && text !== first.label,
  );
  return { code: first.code, label: first.label, detail: [...new Set(detail)].join(' · '), cells: found };
}

/** By place in the file; tables whose places can't be compared keep the order of their ids. */
function inPublishedOrder(tables: readonly ProofTable[]): ProofTable[] {
  const rank = { published: 0, 'declared-empty': 1, 'listed-only': 2 };
  const listed = (table: ProofTable): boolean => table.status !== 'published';
  return [...tables].sort((a, b) => {
    const [x, y] = [tableNumber(a), tableNumber(b)];
    if ((listed(a) || listed(b)) && x !== null && y !== null && x !== y) return x - y;
    return comparePlaces(a.locator, b.locator) || rank[a.status] - rank[b.status];
  });
}

function tableNumber({ number }: ProofTable): number | null {
  const digits = /\d+/.exec(number ?? '');
  return digits ? Number(digits[0]) : null;
}

function comparePlaces(a: string, b: string): number {
  const [x, y] = [placeOrder(a), placeOrder(b)];
  if (!x || !y || x.within !== y.within) return 0;
  return x.order.map((value, index) => value - (y.order[index] ?? 0)).find((step) => step !== 0) ?? 0;
}

/** Gives each issue to the published table that it stands in: the last that begins before it. Null: to none. */
function placeIssues(data: ProofData, tables: readonly ProofTable[]): Map<string | null, ProofIssue[]> {
  const published = tables.filter(({ status }) => status === 'published');
  const placed = new Map<string | null, ProofIssue[]>();
  for (const issue of data.issues) {
    const owner = ownerOf(issue, data, published);
    placed.set(owner, [...(placed.get(owner) ?? []), issue]);
  }
  return placed;
}

function ownerOf({ locator }: ProofIssue, data: ProofData, published: readonly ProofTable[]): string | null {
  if (locator === null) return null;
  const fact = data.facts.find(
    (candidate) => candidate.table_id !== null && sameRow(locator, candidate.locator),
  );
  if (fact) return fact.table_id;
  const here = placeOrder(locator);
  if (!here) return null;
  let owner: string | null = null;
  for (const table of published) {
    const start = placeOrder(table.locator);
    if (start?.within === here.within && comparePlaces(table.locator, locator) <= 0) owner = table.table_id;
  }
  return owner;
}
