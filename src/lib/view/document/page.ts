import type { CheckStatus } from '../../core/model/extract.ts';
import type { Lang } from '../../core/model/localised.ts';
import type { ProofData, ProofDocument, ProofFact, ProofIssue, ProofTable } from '../../data/proof.ts';
import { printedText, sayInput, tableName } from '../proof/input.ts';
import { sayPlace } from '../proof/place.ts';
import { recordReader } from '../proof/records.ts';
import { checkFinder, worst } from '../proof/verdict.ts';
import { rebuildDocument } from './rebuild.ts';
import type { RebuiltTable } from './rebuild.ts';

/** What a document's page shows, one language already chosen. */
export interface DocumentPage {
  document: ProofDocument;
  factCount: number;
  tables: PageTable[];
  derived: ListedFigure[];
  headcounts: ListedFigure[];
  claims: ListedFigure[];
  indicators: ListedFigure[];
  issues: PageIssue[];
}
export interface PageTable {
  id: string;
  ref: string;
  name: string;
  /** Its name, numbered where several tables share one. */
  region: string;
  unit: string | null;
  /** Where it begins in the file, in words. */
  spoken: string;
  status: ProofTable['status'];
  reason: string;
  groups: { columns: string[] }[];
  rows: PageRow[];
  issues: PageIssue[];
}
export interface PageRow {
  total: boolean;
  moved: boolean;
  parts: (PagePart | null)[];
  notes: PageIssue[];
}
export interface PagePart {
  code: string | null;
  label: string;
  detail: string;
  cells: (PageCell | null)[];
}
export interface PageCell {
  ref: string;
  text: string;
  verdict: CheckStatus;
  /** What was read before it was corrected; null where it wasn't. */
  corrected: string | null;
  locator: string;
}
export interface PageIssue {
  code: string;
  text: string;
  locator: string | null;
}
/** A figure of the prose, or one that stands in no table: what it is about, as printed, and where. */
export interface ListedFigure {
  ref: string;
  label: string;
  detail: string;
  printed: string;
  amount: string;
  spoken: string;
  verdict: CheckStatus;
}

/** Puts a document's page together from its proof data. */
export function documentPage(data: ProofData, lang: Lang): DocumentPage {
  const find = recordReader(data);
  const checksOf = checkFinder(data.checks, data.claims);
  const verdict = (ref: string): CheckStatus => worst(checksOf(ref).map(({ status }) => status));
  const corrected = new Map(data.corrections.map((line) => [line.fact_id, line.printed ?? '']));
  const rebuilt = rebuildDocument(data);
  const listed = (ref: string): ListedFigure[] => {
    const found = find(ref);
    if (!found) return [];
    const { label, printed, amountText, place } = sayInput(found, ref, data, lang);
    const project = found.kind === 'indicator' ? found.record.project : null;
    const year = found.kind === 'claim' || found.kind === 'fact' ? found.record.fiscal_year : null;
    const detail = [year === null ? '' : String(year), project ?? '', place.column].filter(
      (part) => part !== '',
    );
    return [
      {
        ref,
        label,
        printed,
        amount: amountText,
        spoken: place.spoken,
        detail: detail.join(' · '),
        verdict: verdict(ref),
      },
    ];
  };
  return {
    document: data.document,
    factCount: data.facts.length,
    tables: numbered(rebuilt.tables.map((table) => pageTable(table, verdict, corrected, lang))),
    derived: data.facts.filter(({ table_id }) => table_id === null).flatMap(({ fact_id }) => listed(fact_id)),
    headcounts: data.headcounts.flatMap(({ headcount_id }) => listed(`headcount:${headcount_id}`)),
    claims: data.claims.flatMap(({ claim_id }) => listed(`claim:${claim_id}`)),
    indicators: data.indicators.flatMap(({ indicator_id }) => listed(`indicator:${indicator_id}`)),
    issues: rebuilt.issues.map(pageIssue),
  };
}

function pageTable(
  { table, groups, rows, issues }: RebuiltTable,
  verdict: (ref: string) => CheckStatus,
  corrected: ReadonlyMap<string, string>,
  lang: Lang,
): PageTable {
  const cell = (fact: ProofFact | null): PageCell | null =>
    fact && {
      ref: fact.fact_id,
      text: printedText({ ...fact, unit: fact.unit === table.unit ? null : fact.unit }, lang),
      verdict: verdict(fact.fact_id),
      corrected: corrected.get(fact.fact_id) ?? (fact.corrected ? '' : null),
      locator: fact.locator,
    };
  return {
    id: table.table_id,
    ref: `table:${table.table_id}`,
    name: tableName(table),
    region: tableName(table),
    unit: table.unit,
    spoken: sayPlace(table.locator, lang),
    status: table.status,
    reason: table.reason ?? '',
    groups: groups.map(({ columns }) => ({ columns: columns.map(({ label }) => label) })),
    rows: rows.map((row) => ({
      total: row.total,
      moved: row.moved,
      parts: row.parts.map((part) => part && { ...part, cells: part.cells.map(cell) }),
      notes: row.issues.map(pageIssue),
    })),
    issues: issues.map(pageIssue),
  };
}

function numbered(tables: readonly PageTable[]): PageTable[] {
  const seen = new Map<string, number>();
  return tables.map((table) => {
    const count = (seen.get(table.name) ?? 0) + 1;
    seen.set(table.name, count);
    return count === 1 ? table : { ...table, region: `${table.name} ${count}` };
  });
}

function pageIssue({ code, text, locator }: ProofIssue): PageIssue {
  return { code, text, locator };
}
