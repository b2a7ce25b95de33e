import type { Agency, AnsweredDocument, Answers } from '../answers.ts';
import { METRIC_IDS } from '../metrics/types.ts';
import type { MetricId, MetricRow } from '../metrics/types.ts';

/** What has to be undone in a list to have it as it was: entries as they were, and keys of those that are new since. */
export interface Change<T> {
  then: T[];
  added: string[];
}

/** What moved from one release to the next, kept so that the earlier one can be had again. */
export interface ReleaseDelta {
  release: string;
  next: string;
  agencies: Change<Agency>;
  documents: Change<AnsweredDocument>;
  /** Rows of documents that are new since are not listed: they go with their documents. */
  rows: Partial<Record<MetricId, Change<MetricRow>>>;
}

/** What tells a row from the other rows of its metric, in every release. */
export function rowKey(row: MetricRow): string {
  return [row.document_id, row.fiscal_year, row.variant, row.denominator_kind, row.item].join('|');
}

/** From one release to the next. That a figure stands in another cell is no movement: places belong to the newest release. */
export function deltaBetween(before: Answers, after: Answers): ReleaseDelta {
  const documents = changeOf(before.documents, after.documents, documentKey, JSON.stringify);
  const isNew = new Set(documents.added);
  const changeOfRows = (metric: MetricId): Change<MetricRow> => {
    const held = after.rows[metric].filter((row) => !isNew.has(row.document_id));
    const { then, added } = changeOf(before.rows[metric], held, rowKey, said);
    return { then: then.map(withoutPlaces), added };
  };
  return {
    release: before.release,
    next: after.release,
    agencies: changeOf(before.agencies, after.agencies, agencyKey, JSON.stringify),
    documents,
    rows: perMetric(changeOfRows),
  };
}

/** The answers as they were before the delta. */
export function asOf(after: Answers, delta: ReleaseDelta): Answers {
  const isNew = new Set(delta.documents.added);
  return {
    release: delta.release,
    agencies: undo(after.agencies, delta.agencies, agencyKey),
    documents: undo(after.documents, delta.documents, documentKey),
    rows: perMetric((metric) => {
      const held = after.rows[metric].filter((row) => !isNew.has(row.document_id));
      return undo(held, rowChange(delta, metric), rowKey);
    }),
  };
}

/** What moved of one metric; nothing where the metric is newer than the delta. */
export function rowChange({ rows }: ReleaseDelta, metric: MetricId): Change<MetricRow> {
  return rows[metric] ?? { then: [], added: [] };
}

/** A row without the ids of the facts that it was made from. */
export function withoutPlaces(row: MetricRow): MetricRow {
  return { ...row, numerator_facts: [], denominator_facts: [] };
}

export function perMetric<T>(make: (metric: MetricId) => T): Record<MetricId, T> {
  return Object.fromEntries(METRIC_IDS.map((metric) => [metric, make(metric)])) as Record<MetricId, T>;
}

function changeOf<T>(
  before: readonly T[],
  after: readonly T[],
  key: (entry: T) => string,
  content: (entry: T) => string,
): Change<T> {
  const old = new Map(before.map((entry) => [key(entry), entry]));
  const now = new Map(after.map((entry) => [key(entry), content(entry)]));
  return {
    then: [...old].filter(([id, entry]) => now.get(id) !== content(entry)).map(([, entry]) => entry),
    added: [...now.keys()].filter((id) => !old.has(id)),
  };
}

/** In the order of the later list, on which colours hang; what is gone since comes last. */
function undo<T>(after: readonly T[], { then, added }: Change<T>, key: (entry: T) => string): T[] {
  const was = new Map(then.map((entry) => [key(entry), entry]));
  const isNew = new Set(added);
  const kept = new Set(after.map(key));
  return [
    ...after.filter((entry) => !isNew.has(key(entry))).map((entry) => was.get(key(entry)) ?? entry),
    ...then.filter((entry) => !kept.has(key(entry))),
  ];
}

function said(row: MetricRow): string {
  return JSON.stringify(Object.entries(withoutPlaces(row)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function agencyKey({ agency_id }: Agency): string {
  return agency_id;
}

function documentKey({ document_id }: AnsweredDocument): string {
  return document_id;
}
