import type { Agency, AnsweredDocument } from '../../data/answers.ts';
import { withReaderHeadcount } from '../../data/metrics/evaluate.ts';
import type { MetricRow, MetricUnit, MetricVariant } from '../../data/metrics/types.ts';
import { ALL_PEERS } from '../state.ts';
import type { ViewState } from '../state.ts';
import type { ComparisonInput } from './input.ts';
import { agenciesOfGroup, defaultPeerGroup } from './peers.ts';
import type { EntryAbsence } from './types.ts';

type Stage = MetricRow['stage'];

/** What the state comes to over one data set: defaults filled in, ids resolved. */
export interface Selection {
  input: ComparisonInput;
  state: ViewState;
  variant: MetricVariant;
  /** Null where the variant divides by nothing that can be chosen. */
  denominator: MetricVariant | null;
  unit: MetricUnit;
  stage: Stage;
  agencies: Agency[];
  items: MetricVariant[];
}

/** One agency's rows under one variant and denominator, of its own latest or the chosen year and before. */
export interface AgencyRows {
  agency: Agency;
  /** Year that the comparison looks at; null where the data set has none for the agency. */
  year: number | null;
  rows: MetricRow[];
}

const NO_VARIANT: MetricVariant = { id: '', name: { zh: '', en: '' }, note: { zh: '', en: '' } };

/** Fills the state's gaps from the metric record and the data set. */
export function selectView(state: ViewState, input: ComparisonInput): Selection {
  const { metric } = input;
  const variant = byId(metric.variants, state.variant) ?? metric.variants[0] ?? NO_VARIANT;
  const divided = input.rows.some((row) => row.variant === variant.id && row.denominator_kind !== '');
  const denominator = divided
    ? (byId(metric.denominators, state.denominator) ?? metric.denominators[0] ?? null)
    : null;
  const agencies = selectAgencies(state, input);
  const ids = new Set(agencies.map((agency) => agency.agency_id));
  const stage = input.rows.some((row) => ids.has(row.agency_id) && row.stage === 'budget')
    ? 'budget'
    : 'final-account';
  const items = state.items.flatMap((id) => byId(metric.items, id) ?? []);
  return { input, state, variant, denominator, unit: variant.unit ?? metric.unit, stage, agencies, items };
}

function selectAgencies(state: ViewState, { agencies }: ComparisonInput): Agency[] {
  const named = state.agencies.flatMap((id) => agencies.find((agency) => agency.agency_id === id) ?? []);
  if (named.length > 0) return named;
  if (state.peers === ALL_PEERS) return [...agencies];
  const published = agencies.filter(({ local }) => !local);
  const asked = agenciesOfGroup(published, state.peers ?? '');
  const group = asked.length > 0 ? asked : agenciesOfGroup(published, defaultPeerGroup(published) ?? '');
  // A reader's own agencies are in every comparison, whatever their like.
  return [...group, ...agencies.filter(({ local }) => local)];
}

/** Each selected agency with its rows under a variant, the selection's own where none is named. */
export function rowsByAgency(selection: Selection, variant: string = selection.variant.id): AgencyRows[] {
  const { input, state, denominator, stage } = selection;
  return selection.agencies.map((agency) => {
    const rows = input.rows.filter(
      (row) =>
        row.agency_id === agency.agency_id &&
        row.variant === variant &&
        row.stage === stage &&
        (row.denominator_kind === '' || row.denominator_kind === denominator?.id),
    );
    return { agency, year: state.year ?? latestOwnYear(rows, input.documents), rows };
  });
}

/** Latest year for which the agency's own document, not a later one's 上年 column, gives rows. */
function latestOwnYear(rows: readonly MetricRow[], documents: readonly AnsweredDocument[]): number | null {
  const own = rows.filter((row) => isOwn(row, documents)).map((row) => row.fiscal_year);
  return own.length > 0 ? Math.max(...own) : null;
}

function isOwn(row: MetricRow, documents: readonly AnsweredDocument[]): boolean {
  return documents.some(
    (document) => document.document_id === row.document_id && document.fiscal_year === row.fiscal_year,
  );
}

/** A row that has a value. */
export type ValuedRow = MetricRow & { value: string };

export function isValued(row: MetricRow | null | undefined): row is ValuedRow {
  return row !== null && row !== undefined && row.value !== null;
}

export type Picked = { row: MetricRow; absence: null } | { row: MetricRow | null; absence: EntryAbsence };

/**
 * The one row of an agency for a year and item: from the year's own document where there is one, else from the
 * newest that prints it; with the reader's headcount where the document has none.
 */
export function pickRow(
  selection: Selection,
  { agency, rows }: AgencyRows,
  year: number | null,
  item: string,
): Picked {
  if (year === null || rows.length === 0)
    return { row: null, absence: absenceWithoutRows(selection, agency) };
  const { documents } = selection.input;
  const candidates = rows.filter(
    (row) => row.fiscal_year === year && row.item === item && !row.notes.includes('restatement'),
  );
  const [row] = candidates.sort(
    (a, b) =>
      Number(isOwn(b, documents)) - Number(isOwn(a, documents)) ||
      Number(b.value !== null) - Number(a.value !== null) ||
      documentYear(b, documents) - documentYear(a, documents),
  );
  if (!row) {
    const held = rows.some((other) => other.fiscal_year === year && other.item !== item);
    return { row: null, absence: held ? 'item-not-listed' : 'year-not-in-data' };
  }
  const counted = withHeadcount(selection, row);
  return counted.value === null
    ? { row: counted, absence: counted.reason ?? 'figure-not-disclosed' }
    : { row: counted, absence: null };
}

function absenceWithoutRows({ input, stage }: Selection, { agency_id }: Agency): EntryAbsence {
  const other = input.rows.some((row) => row.agency_id === agency_id && row.stage !== stage);
  return other ? 'other-stage-only' : 'figure-not-disclosed';
}

function withHeadcount({ state, unit }: Selection, row: MetricRow): MetricRow {
  const typed = Object.hasOwn(state.headcounts, row.agency_id) ? state.headcounts[row.agency_id] : undefined;
  if (typed === undefined || row.reason !== 'headcount-not-disclosed') return row;
  return withReaderHeadcount({ ...row, reason: null }, typed, unit);
}

function documentYear(row: MetricRow, documents: readonly AnsweredDocument[]): number {
  return documents.find((document) => document.document_id === row.document_id)?.fiscal_year ?? 0;
}

/** What a later document says of the same year and item, where it differs beyond rounding. */
export function restatementOf({ rows }: AgencyRows, shown: MetricRow): MetricRow | null {
  return (
    rows.find(
      (row) =>
        row.notes.includes('restatement') &&
        row.fiscal_year === shown.fiscal_year &&
        row.item === shown.item &&
        row.value !== null &&
        row.value !== shown.value,
    ) ?? null
  );
}

export function byId<T extends { id: string }>(entries: readonly T[], id: string): T | undefined {
  return entries.find((entry) => entry.id === id);
}
