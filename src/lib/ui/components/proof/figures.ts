import type { CheckStatus } from '$lib/core/model/extract';
import type { MetricRow } from '$lib/data/metrics/types';
import type { Comparison, ComparisonCell } from '$lib/view/comparison/types';
import { cellPath, documentPath, figureKey, type RowVerdict } from '$lib/view/proof/index';
import { spokenMark } from '../../charts/ink';

/** What ties a figure on a page to its proof. */
export interface FigureProof {
  key: string;
  verdict: CheckStatus;
  /** Its cell, or its document, for when there are no scripts; without language prefix. */
  href: string;
}

/** A chart's mark and the figure that it stands for. */
export interface ProofMark {
  agencyId: string;
  key: string;
  year: number;
  proof: string;
  spoken: string;
}

export type VerdictOf = (row: MetricRow) => RowVerdict;

/** For each cell of a comparison's table, what ties it to its proof; null for words and for what was not published. */
export function tableProofs(
  { columns, rows }: Comparison['table'],
  verdictOf: VerdictOf,
): (FigureProof | null)[][] {
  return rows.map(({ cells }) =>
    cells.map((cell, index) => cellProof(cell, columns[index]?.id ?? '', verdictOf)),
  );
}

function cellProof({ row, value }: ComparisonCell, column: string, verdictOf: VerdictOf): FigureProof | null {
  if (!row || value === null) return null;
  const verdict = verdictOf(row);
  const side = column === 'numerator' || column === 'denominator' ? column : 'value';
  const refs =
    side === 'denominator' ? row.denominator_facts : [...row.numerator_facts, ...row.denominator_facts];
  if (side === 'denominator' && refs.length === 0) return null;
  return { key: figureKey(row), verdict: verdict[side], href: figurePath(row.document_id, refs[0]) };
}

export function figurePath(documentId: string, ref: string | undefined): string {
  return ref === undefined ? documentPath(documentId) : cellPath(documentId, ref);
}

/** What each mark of a comparison's chart stands for. */
export function chartMarks({ series, unitLabel }: Comparison): ProofMark[] {
  return series.flatMap((entry) =>
    entry.marks.map((mark) => ({
      agencyId: entry.agencyId,
      key: mark.key,
      year: mark.year,
      proof: figureKey(mark.row),
      spoken: spokenMark(entry, mark, unitLabel),
    })),
  );
}

/** The row that a key means among those that a comparison shows. */
export function shownRow({ table, series }: Comparison, key: string): MetricRow | null {
  const rows = [
    ...series.flatMap(({ marks }) => marks.map(({ row }) => row)),
    ...table.rows.flatMap(({ cells }) => cells.flatMap(({ row }) => row ?? [])),
  ];
  return rows.find((row) => figureKey(row) === key) ?? null;
}

/** The document that a key names. */
export function documentOfKey(key: string): string {
  return key.split('!')[0] ?? '';
}

const UNKNOWN: RowVerdict = { value: 'unchecked', numerator: 'unchecked', denominator: 'unchecked' };

/** Verdicts by row: those given stand in the order of the rows; a headcount typed in changes a row, not its place. */
export function verdictsOf(rows: readonly MetricRow[], verdicts: readonly RowVerdict[]): VerdictOf {
  const byPlace = new Map(rows.map((row, index) => [placeOfRow(row), verdicts[index] ?? UNKNOWN]));
  return (row) => byPlace.get(placeOfRow(row)) ?? UNKNOWN;
}

/** What tells a row of a metric apart. */
export function placeOfRow(row: MetricRow): string {
  return [figureKey(row), row.variant, row.denominator_kind].join('!');
}
