import { codeName, findByLabel } from '../codes/index.ts';
import type { ExtractContext, Fact, RecognisedTable } from '../model/index.ts';
import type { Column } from './column.ts';
import { readColumns, sideLists } from './columns.ts';
import type { Exact } from './exact.ts';
import { RowKeys, unplacedIssue } from './facts.ts';
import { bodyRows, normaliseMatrix, type Normalised } from './matrix.ts';
import { nestProjects } from './project-tree.ts';
import { repairRows } from './slide.ts';
import type { ClassFigures } from './slide-sums.ts';
import { normaliseSummary } from './summary.ts';
import { repairThreePublicHeads } from './three-public.ts';
import { carryUnits } from './unit-heads.ts';

const SUMMARIES: readonly RecognisedTable['statement'][] = [
  'budget-summary',
  'appropriation-summary',
  'government-fund',
  'state-capital',
  'fiscal-account',
];

/**
 * The figures of one table as facts. Every numeric cell is a fact, or an issue says why not. Performance forms are read
 * elsewhere and give nothing here. `figures` are what other tables of the document print for economic classes.
 */
export function normaliseTable(
  table: RecognisedTable,
  context: ExtractContext,
  figures: ClassFigures = new Map(),
): Normalised {
  if (table.statement.startsWith('performance') || table.rows.length === 0) return { facts: [], issues: [] };
  const columns = readColumns(table, context);
  if (SUMMARIES.includes(table.statement) && isTwoSided(columns)) {
    const summary = normaliseSummary(table, context, columns);
    if (summary) return summary;
  }
  const keys = new RowKeys();
  const lists = sideLists(table, columns).map((list) =>
    normaliseRepaired(table, context, list, figures, keys),
  );
  return { facts: lists.flatMap((list) => list.facts), issues: lists.flatMap((list) => list.issues) };
}

/** All tables of a document. Tables with classes across their columns are read last, against what the others print. */
export function normaliseTables(tables: readonly RecognisedTable[], context: ExtractContext): Normalised {
  const answers = new Map<RecognisedTable, Normalised>();
  const across = tables.filter((table) => readColumns(table, context).some(isClassColumn));
  for (const table of tables) if (!across.includes(table)) answers.set(table, normaliseTable(table, context));
  const figures = classFigures([...answers.values()].flatMap((answer) => answer.facts));
  for (const table of across) answers.set(table, normaliseTable(table, context, figures));
  const inOrder = tables.flatMap((table) => answers.get(table) ?? []);
  return {
    facts: inOrder.flatMap((answer) => answer.facts),
    issues: inOrder.flatMap((answer) => answer.issues),
  };
}

function normaliseRepaired(
  table: RecognisedTable,
  context: ExtractContext,
  columns: readonly Column[],
  figures: ClassFigures,
  keys: RowKeys,
): Normalised {
  const read = bodyRows(table, columns);
  const nested = table.statement === 'project-expenditure' ? nestProjects(table, columns, read) : read;
  const printed = carryUnits(table, columns, nested, context.agency);
  const heads =
    table.statement === 'three-public' && table.geometry !== 'exact'
      ? repairThreePublicHeads(table, columns, printed, context.fiscalYear)
      : { columns, issues: [] };
  const repaired = repairRows(table, heads.columns, printed, figures);
  const { facts, issues } = normaliseMatrix(table, context, heads.columns, repaired.rows, keys);
  const kept = facts.filter((fact) => !repaired.undecided.has(fact.locator));
  const undecided = facts
    .filter((fact) => repaired.undecided.has(fact.locator))
    .map((fact) =>
      unplacedIssue(
        table,
        { text: fact.raw, locator: fact.locator, column: 0, colSpan: 1, rowSpan: 1 },
        '有不止一种读法而无从判定',
      ),
    );
  return { facts: kept, issues: [...heads.issues, ...repaired.issues, ...issues, ...undecided] };
}

/** At least two lists of lines side by side. */
function isTwoSided(columns: readonly Column[]): boolean {
  return columns.filter((column) => column.role === 'label' || column.role === 'project').length >= 2;
}

function isClassColumn(column: Column): boolean {
  return column.role === 'amount' && column.columnCode !== null;
}

/** What the document prints for each economic class, by class, in millionths of the printed unit. */
function classFigures(facts: readonly Fact[]): ClassFigures {
  const figures = new Map<string, Exact[]>();
  for (const fact of facts) {
    if (fact.yuan === null || !fact.axis.endsWith('economic')) continue;
    for (const code of [fact.code, fact.gov_code ?? namesake(fact.code)]) {
      if (code === null) continue;
      const exact = figureOf(fact);
      if (exact) figures.set(code, [...(figures.get(code) ?? []), exact]);
    }
  }
  return figures;
}

/** The government class that has a departmental class's name: 公务接待费 is 30217 and 50206. */
function namesake(code: string | null): string | null {
  const name = code === null ? null : codeName('dept-economic', code);
  const found = name === null ? null : findByLabel('gov-economic', name, { level: 2 });
  return found && found.match !== 'cut' ? found.code : null;
}

function figureOf(fact: Fact): Exact | null {
  const digits = /^-?[\d,]+(?:\.\d{1,6})?$/.exec(fact.raw)?.[0].replaceAll(',', '');
  if (digits === undefined) return null;
  const [whole = '0', decimals = ''] = digits.split('.');
  return { value: BigInt(whole + decimals.padEnd(6, '0')), slack: 0n };
}
