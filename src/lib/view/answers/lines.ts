import type { CheckStatus } from '../../core/model/extract.ts';
import type { AnsweredDocument, Answers } from '../../data/answers.ts';
import type { DatasetRows } from '../../data/arrow/records.ts';
import { unitOf } from '../../data/metrics/run.ts';
import type {
  MetricRecord,
  MetricRow,
  MetricUnit,
  MetricVariant,
  RowNote,
} from '../../data/metrics/types.ts';
import { verdictReader } from '../proof/verdict.ts';

/** One answer to one metric, as scripts and spreadsheets take it. Decimals are exact strings. */
export interface AnswerLine {
  document: string;
  metric: string;
  variant: string;
  /** What it is divided by; '' where that can't be chosen. */
  denominator_kind: string;
  /** Part of the metric: an item, a class's code, a category; '' for the whole. */
  item: string;
  value: string | null;
  /** Between which the value lies, as far as the printed digits tell. */
  low: string | null;
  high: string | null;
  /** Yuan, people or a count. */
  numerator: string | null;
  denominator: string | null;
  status: MetricRow['status'];
  /** Why there is no value. */
  reason: MetricRow['reason'];
  /** The worst of the checks that its inputs take part in. */
  verdict: CheckStatus;
  /** Ids of the metric's caveats that concern the document among those asked. */
  caveats: string[];
  agency: string;
  /** Of the figure: last year's stand in this year's document too. */
  fiscal_year: number;
  stage: MetricRow['stage'];
  /** What the value is counted in. */
  unit: MetricUnit;
  notes: RowNote[];
}

type Records = Pick<DatasetRows, 'facts' | 'claims' | 'checks'>;

/**
 * Every answer of the metrics, document by document in the order of `order`: metrics, variants, denominators and items as
 * their records list them, a document's own year before the others.
 */
export function answerLines(
  { documents, rows }: Answers,
  records: Records,
  metrics: readonly MetricRecord[],
  order: readonly string[],
): AnswerLine[] {
  const verdictOf = verdicts(records, order);
  const byId = new Map(documents.map((document) => [document.document_id, document]));
  const lines = metrics.flatMap((metric) => {
    const answered = rows[metric.id];
    const caveats = caveatsOf(metric, answered, documents);
    return sorted(metric, answered, byId).map((row) => ({
      document: row.document_id,
      metric: metric.id,
      variant: row.variant,
      denominator_kind: row.denominator_kind,
      item: row.item,
      value: row.value,
      low: row.low,
      high: row.high,
      numerator: row.numerator,
      denominator: row.denominator,
      status: row.status,
      reason: row.reason,
      verdict: verdictOf(row),
      caveats: caveats(row),
      agency: byId.get(row.document_id)?.agency ?? '',
      fiscal_year: row.fiscal_year,
      stage: row.stage,
      unit: unitOf(metric, row.variant),
      notes: row.notes,
    }));
  });
  return order.flatMap((id) => lines.filter(({ document }) => document === id));
}

function verdicts(records: Records, ids: readonly string[]): (row: MetricRow) => CheckStatus {
  const readers = new Map(
    ids.map((id) => {
      const own = <T extends { document_id: string }>(all: readonly T[]): T[] =>
        all.filter(({ document_id }) => document_id === id);
      return [id, verdictReader({ checks: own(records.checks), claims: own(records.claims) })] as const;
    }),
  );
  return (row) => readers.get(row.document_id)?.(row).value ?? 'unchecked';
}

/** Which caveats concern a row: those of its variant and denominator over the documents' own years. */
function caveatsOf(
  { caveats }: MetricRecord,
  rows: readonly MetricRow[],
  documents: readonly AnsweredDocument[],
): (row: MetricRow) => string[] {
  const years = new Map(documents.map(({ document_id, fiscal_year }) => [document_id, fiscal_year]));
  const views = new Map<string, MetricRow[]>();
  const viewOf = ({ variant, denominator_kind }: MetricRow): string => `${variant} ${denominator_kind}`;
  for (const row of rows) {
    if (row.fiscal_year !== years.get(row.document_id)) continue;
    views.set(viewOf(row), [...(views.get(viewOf(row)) ?? []), row]);
  }
  const concerned = new Map(
    [...views].map(([view, shown]) => {
      const found = caveats.map(({ id, applies }) => [id, applies(shown, documents) ?? []] as const);
      return [view, found] as const;
    }),
  );
  return (row) =>
    (concerned.get(viewOf(row)) ?? []).flatMap(([id, ids]) => (ids.includes(row.document_id) ? [id] : []));
}

function sorted(
  { variants, denominators, items }: MetricRecord,
  rows: readonly MetricRow[],
  documents: ReadonlyMap<string, AnsweredDocument>,
): MetricRow[] {
  const place = (list: readonly MetricVariant[], id: string): number =>
    list.findIndex((entry) => entry.id === id);
  const other = (row: MetricRow): number =>
    Number(documents.get(row.document_id)?.fiscal_year !== row.fiscal_year);
  return [...rows].sort(
    (a, b) =>
      place(variants, a.variant) - place(variants, b.variant) ||
      place(denominators, a.denominator_kind) - place(denominators, b.denominator_kind) ||
      other(a) - other(b) ||
      b.fiscal_year - a.fiscal_year ||
      place(items, a.item) - place(items, b.item) ||
      (a.item < b.item ? -1 : Number(a.item > b.item)),
  );
}
