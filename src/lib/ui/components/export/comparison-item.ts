import { compare } from '$lib/view/comparison/index';
import type { ComparisonInput } from '$lib/view/comparison/input';
import type { Comparison } from '$lib/view/comparison/types';
import { comparisonTable, type ExportItem } from '$lib/view/export/index';
import type { MetricRow } from '$lib/data/metrics/types';
import type { RowVerdict } from '$lib/view/proof/index';
import { WIDEST } from '../../charts/pair';
import { loadRenderer } from '../../charts/live';
import type { Interface } from '../../session/interface';
import { exportContext } from './context';

export interface ShownComparison {
  comparison: Comparison;
  input: ComparisonInput;
  /** Null where a release's checks aren't at hand. */
  verdictOf: (row: MetricRow) => RowVerdict | null;
  /** Path and query of the view, without language prefix. */
  path: string;
}

/** A comparison as a reader sees it, ready to be exported and cited. */
export function comparisonItem(
  { comparison, input, verdictOf, path }: ShownComparison,
  ui: Interface,
): ExportItem {
  const other = ui.lang === 'zh' ? 'en' : 'zh';
  const titles = {
    [ui.lang]: comparison.title,
    [other]: compare(comparison.state, input, other).title,
  } as Record<'zh' | 'en', string>;
  return {
    table: comparisonTable(
      { comparison, input, verdictOf, peerNames: ui.m.peerGroups },
      exportContext(ui, input.release, path),
    ),
    titles,
    chart: async () => ({
      svg: (await loadRenderer())(comparison, WIDEST),
      note: comparison.unlike,
    }),
  };
}
