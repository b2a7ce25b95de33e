import { Decimal } from '../../../core/money/index.ts';
import { figuresFor } from '../../comparison/figures.ts';
import type { ComparisonInput } from '../../comparison/input.ts';
import type { Comparison, ComparisonCell, ComparisonTable } from '../../comparison/types.ts';
import type { MetricRow } from '../../../data/metrics/types.ts';
import type { RowVerdict } from '../../proof/verdict.ts';
import { viewFilters } from '../filters.ts';
import type { PeerNames } from '../../comparison/peers.ts';
import type { ExportCell, ExportColumn, ExportTable } from '../types.ts';
import { basisOf, framed, sourceOf } from './context.ts';
import type { ExportContext } from './context.ts';
import { decimalsOfText, figureOfText } from './figure-text.ts';

type Column = ComparisonTable['columns'][number];

export interface ComparisonExport {
  comparison: Comparison;
  input: ComparisonInput;
  /** Null where a release's checks aren't at hand. */
  verdictOf: (row: MetricRow) => RowVerdict | null;
  peerNames?: PeerNames;
}

/** A comparison's table with what the view says beside it: filters, caveats, sources, the cells behind each figure. */
export function comparisonTable(
  { comparison, input, verdictOf, peerNames }: ComparisonExport,
  context: ExportContext,
): ExportTable {
  const { table, lang, state } = comparison;
  const rows = table.rows.flatMap(({ cells }) => cells.flatMap(({ row }) => row ?? []));
  const documents = comparison.sources.flatMap(
    ({ documentId }) => input.documents.find(({ document_id }) => document_id === documentId) ?? [],
  );
  return {
    ...framed(context),
    id: state.metric,
    title: comparison.title,
    unit: comparison.unitLabel,
    basis: basisOf(
      rows.map(({ stage }) => stage),
      lang,
    ),
    filters: viewFilters(state, input, lang, peerNames),
    notes: [comparison.sentence, comparison.unlike, ...comparison.caveats.map(({ text }) => text)].filter(
      (text) => text !== '',
    ),
    columns: table.columns.map((column, index) => exportColumn(column, cellsOf(table, index))),
    rows: table.rows.map(({ cells }) =>
      cells.map((cell, index) => {
        const column = table.columns[index];
        return column?.id === 'slack'
          ? { value: slackOf(cell, comparison) }
          : exportCell(cell, column, verdictOf);
      }),
    ),
    sources: documents.map((document) => sourceOf(document, context)),
  };
}

function cellsOf(table: ComparisonTable, index: number): ComparisonCell[] {
  return table.rows.flatMap(({ cells }) => cells[index] ?? []);
}

function exportColumn({ id, label, numeric }: Column, cells: readonly ComparisonCell[]): ExportColumn {
  const name = id.replace(/[^a-z0-9]+/gi, '_');
  if (!numeric) return { id: name, label, type: 'text' };
  if (id === 'rank' || id === 'year') return { id: name, label, type: 'integer' };
  const decimals = Math.max(0, ...cells.map(({ text }) => (/\d/.test(text) ? decimalsOfText(text) : 0)));
  return { id: name, label, type: 'number', decimals };
}

function exportCell(
  cell: ComparisonCell,
  column: Column | undefined,
  verdictOf: ComparisonExport['verdictOf'],
): ExportCell {
  const { text, value, row } = cell;
  if (!column?.numeric) return { value: text };
  if (value === null) return wordsCell(text, column.id);
  return row ? { value, proof: proofOf(row, column.id, verdictOf) } : { value };
}

/** How far rounding reaches to either side, exact, in the display unit; the page may write ±<0.01. */
function slackOf({ row }: ComparisonCell, { unit, state, lang }: Comparison): string | null {
  if (!row || row.low === null || row.high === null) return null;
  const half = new Decimal(row.high).minus(row.low).div(2);
  return figuresFor(unit, state.unit, [], lang).convert(half).toFixed();
}

/** A cell of a numeric column that holds no exact figure: a rank, a year, or why there is none. */
function wordsCell(text: string, column: string): ExportCell {
  if (column === 'rank' || column === 'year') return { value: /^\d+/.exec(text)?.[0] ?? null };
  const figure = figureOfText(text);
  if (figure !== null) return { value: figure };
  return text === '—' || text === '' ? { value: null } : { value: null, absent: text };
}

function proofOf(
  row: MetricRow,
  column: string,
  verdictOf: ComparisonExport['verdictOf'],
): NonNullable<ExportCell['proof']> {
  const side = column === 'numerator' || column === 'denominator' ? column : 'value';
  const refs = side === 'value' ? [...row.numerator_facts, ...row.denominator_facts] : row[`${side}_facts`];
  return { documentId: row.document_id, refs, verdict: verdictOf(row)?.[side] ?? null };
}
