import type { CheckStatus } from '../../core/model/extract.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import type { Said } from '../../words/say.ts';
import type { Comparison, ComparisonCell } from '../comparison/types.ts';
import { cellPath, documentPath, figureKey, type FigureView, type RowVerdict } from '../proof/index.ts';
import { spokenMark } from '../comparison/spoken.ts';

/** What ties a figure on a page to its proof. */
export interface FigureProof {
  key: string;
  verdict: CheckStatus;
  /** Whether it rests on a figure that was corrected by hand. */
  corrected?: true;
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

/** A piece of a sentence; a figure in it leads to its proof. */
export interface CitedText {
  text: string;
  proof: FigureProof | null;
}

export type VerdictOf = (row: MetricRow) => RowVerdict;

/** For each cell of a comparison's table, what ties it to its proof; null for words and for what was not published. */
export function tableProofs(
  { table: { columns, rows }, state }: Comparison,
  verdictOf: VerdictOf,
): (FigureProof | null)[][] {
  return rows.map(({ cells }) =>
    cells.map((cell, index) => cellProof(cell, columns[index]?.id ?? '', state, verdictOf)),
  );
}

function cellProof(
  { row, value }: ComparisonCell,
  column: string,
  view: FigureView,
  verdictOf: VerdictOf,
): FigureProof | null {
  if (!row || value === null) return null;
  const verdict = verdictOf(row);
  const side = column === 'numerator' || column === 'denominator' ? column : 'value';
  const refs =
    side === 'denominator' ? row.denominator_facts : [...row.numerator_facts, ...row.denominator_facts];
  if (side === 'denominator' && refs.length === 0) return null;
  return {
    key: figureKey(row, view),
    verdict: verdict[side],
    href: figurePath(row.document_id, refs[0]),
    ...(verdict.corrected ? { corrected: true } : {}),
  };
}

/** A sentence whose figures lead to their proofs. */
export function citedText(
  said: Said<MetricRow>,
  view: Pick<FigureView, 'variant'>,
  verdictOf: VerdictOf,
): CitedText[] {
  return said.map(({ text, figure }) => ({ text, proof: figure && rowProof(figure, view, verdictOf) }));
}

/** What ties a row's figure to its proof in a view. */
export function rowProof(
  row: MetricRow,
  view: Pick<FigureView, 'variant'>,
  verdictOf: VerdictOf,
): FigureProof {
  const { value, corrected } = verdictOf(row);
  return {
    key: figureKey(row, view),
    verdict: value,
    ...(corrected ? { corrected } : {}),
    href: figurePath(row.document_id, row.numerator_facts[0] ?? row.denominator_facts[0]),
  };
}

/** What a comparison says, its sentence first, each with its figures cited. */
export function citedSentences(comparison: Comparison, verdictOf: VerdictOf): CitedText[][] {
  const { segments, state } = comparison;
  return [segments.sentence, ...segments.statements].map((said) => citedText(said, state, verdictOf));
}

export function figurePath(documentId: string, ref: string | undefined): string {
  return ref === undefined ? documentPath(documentId) : cellPath(documentId, ref);
}

/** What each mark of a comparison's chart stands for. */
export function chartMarks({ series, unitLabel, state }: Comparison): ProofMark[] {
  return series.flatMap((entry) =>
    entry.marks.map((mark) => ({
      agencyId: entry.agencyId,
      key: mark.key,
      year: mark.year,
      proof: figureKey(mark.row, state),
      spoken: spokenMark(entry, mark, unitLabel),
    })),
  );
}

/** The row that a key means among those that a comparison shows. */
export function shownRow({ table, series, state }: Comparison, key: string): MetricRow | null {
  const rows = [
    ...series.flatMap(({ marks }) => marks.map(({ row }) => row)),
    ...table.rows.flatMap(({ cells }) => cells.flatMap(({ row }) => row ?? [])),
  ];
  return rows.find((row) => figureKey(row, state) === key) ?? null;
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
  return [row.document_id, row.fiscal_year, row.item, row.variant, row.denominator_kind].join('!');
}
