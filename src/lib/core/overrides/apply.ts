import type { DocumentIdentity, Headcount, Issue, RecognisedTable, Recognition } from '../model/index.ts';
import { countHeaderRows, spanHeader } from '../recognition/index.ts';
import type { HeadcountOverride, Overrides, TableOverride } from './schema.ts';

/** Where a figure stands that no document prints. */
export const BY_HAND = 'by-hand';

/** The document's identity with what a person said of it, and the issues that are thereby settled left out. */
export function overrideIdentity(
  identity: DocumentIdentity,
  issues: readonly Issue[],
  { document }: Overrides,
  findRegion: (agency: string) => string | null,
): { identity: DocumentIdentity; issues: Issue[] } {
  const agency = document.agency ?? identity.agency;
  const regionCode =
    document.region_code ?? (document.agency === undefined ? identity.regionCode : findRegion(agency));
  const settled: Record<string, boolean> = {
    'no-agency': document.agency !== undefined,
    'no-fiscal-year': document.fiscal_year !== undefined,
    'ambiguous-region': regionCode !== null,
  };
  return {
    identity: {
      title: identity.title,
      agency,
      regionCode,
      fiscalYear: document.fiscal_year ?? identity.fiscalYear,
      stage: document.stage ?? identity.stage,
      scope: document.scope ?? identity.scope,
    },
    issues: issues.filter(({ code }) => settled[code] !== true),
  };
}

/** The recognised tables with statement, unit and columns as a person said; what that settles is no issue any more. */
export function overrideTables(recognition: Recognition, { tables: said }: Overrides): Recognition {
  const changed = new Map<RecognisedTable, TableOverride>();
  const tables = recognition.tables.map((table) => {
    const override = said[table.tableId];
    if (!override) return table;
    const next = overrideTable(table, override);
    changed.set(next, override);
    return next;
  });
  if (changed.size === 0) return recognition;
  const settled = new Set([...changed].filter(([, { unit }]) => unit).map(([{ locator }]) => locator));
  const unitPlaces = new Set(
    [...changed].flatMap(([table, { unit }]) => (unit && table.unitLocator ? [table.unitLocator] : [])),
  );
  const issues = recognition.issues.filter(
    ({ code, locator }) =>
      !(code === 'missing-unit' && settled.has(locator ?? '')) &&
      !(code === 'conflicting-unit' && (unitPlaces.has(locator ?? '') || settled.has(locator ?? ''))),
  );
  return { ...recognition, tables, issues: [...issues, ...[...changed.keys()].map(correctedIssue)] };
}

function overrideTable(table: RecognisedTable, { statement, unit, columns }: TableOverride): RecognisedTable {
  const kind = statement ?? table.statement;
  return {
    ...(isForm(kind) === isForm(table.statement) ? table : withHeader(table, isForm(kind))),
    statement: kind,
    unit: unit ?? table.unit,
    ...(columns
      ? { meanings: new Map(Object.entries(columns).map(([column, meaning]) => [Number(column), meaning])) }
      : {}),
  };
}

function isForm(statement: RecognisedTable['statement']): boolean {
  return statement.startsWith('performance');
}

/** Forms have no header rows; a table of figures that was taken for one gets its own. */
function withHeader(table: RecognisedTable, form: boolean): RecognisedTable {
  if (form) return { ...table, headerRowCount: 0 };
  const headerRowCount = countHeaderRows(table.rows);
  const header = spanHeader(
    { kind: 'table', rows: table.rows, geometry: table.geometry, columnCount: table.columnCount },
    table.rows.slice(0, headerRowCount),
  );
  return { ...table, headerRowCount, rows: [...header, ...table.rows.slice(headerRowCount)] };
}

function correctedIssue(table: RecognisedTable): Issue {
  return {
    code: 'corrected-by-hand',
    severity: 'note',
    locator: table.locator,
    text: `表“${table.title}”的报表类型、单位或栏目按人工更正读取。`,
  };
}

/** Headcounts with those a person typed in, each in place of the document's own of its kind and category. */
export function overrideHeadcounts(
  headcounts: readonly Headcount[],
  { headcounts: typed }: Overrides,
): Headcount[] {
  const replaced = (own: Headcount): boolean =>
    typed.some(({ kind, category }) => own.kind === kind && own.category === category);
  return [...headcounts.filter((own) => !replaced(own)), ...typed.map(headcountOf)];
}

function headcountOf({ kind, category, count, as_of }: HeadcountOverride, index: number): Headcount {
  return { locator: `${BY_HAND}#${index + 1}`, as_of, kind, category, count, raw: `${count}人` };
}
