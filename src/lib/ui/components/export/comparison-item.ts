import { compare } from '$lib/view/comparison/index';
import type { ComparisonInput } from '$lib/view/comparison/input';
import type { Comparison } from '$lib/view/comparison/types';
import { comparisonTable, type ExportItem } from '$lib/view/export/index';
import type { MetricRow } from '$lib/data/metrics/types';
import type { RowVerdict } from '$lib/view/proof/index';
import { WIDEST } from '../../charts/pair';
import { loadChartCode } from '../../charts/live';
import type { Interface } from '../../session/interface';
import { fetchRows } from '../../session/proof-files';
import { placeOfRow } from '$lib/view/pages/proofs';
import { exportContext } from './context';

export interface ShownComparison {
  comparison: Comparison;
  input: ComparisonInput;
  /** Null where a release's checks aren't at hand. */
  verdictOf: (row: MetricRow) => RowVerdict | null;
  /** Path and query of the view, without language prefix. */
  path: string;
}

/** A comparison as a reader sees it, ready to be exported and cited, with every cell that its figures come from. */
export async function comparisonItem(shown: ShownComparison, ui: Interface): Promise<ExportItem> {
  const { verdictOf, path } = shown;
  const { state } = shown.comparison;
  const input = await withAllCells(shown.input);
  const comparison = input === shown.input ? shown.comparison : compare(state, input, ui.lang);
  const other = ui.lang === 'zh' ? 'en' : 'zh';
  const titles = {
    [ui.lang]: comparison.title,
    [other]: compare(state, input, other).title,
  } as Record<'zh' | 'en', string>;
  return {
    table: comparisonTable(
      { comparison, input, verdictOf, peerNames: ui.m.peerGroups },
      exportContext(ui, input.release, path),
    ),
    titles,
    chart: async () => ({
      svg: (await loadChartCode()).renderChart(comparison, { width: WIDEST, document }),
      note: comparison.unlike,
    }),
  };
}

/** A page carries long lists of cells cut short; the whole rows are fetched where any is. */
async function withAllCells(input: ComparisonInput): Promise<ComparisonInput> {
  const isCut = (row: MetricRow): boolean => 'facts_left_out' in row;
  if (!input.rows.some(isCut)) return input;
  const whole = new Map((await fetchRows(input.metric.id)).map((row) => [placeOfRow(row), row]));
  const rows = input.rows.map((row) => (isCut(row) ? (whole.get(placeOfRow(row)) ?? row) : row));
  return { ...input, rows };
}
