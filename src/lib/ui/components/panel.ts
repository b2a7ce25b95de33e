import type { Comparison } from '$lib/view/comparison/types';
import type { MetricId } from '$lib/data/metrics/types';
import type { ChartPair } from '../charts/pair';

/** What a panel of the home page shows of a comparison. */
export interface Panel {
  metric: MetricId;
  title: string;
  question: string;
  sentence: string;
  unitLabel: string;
  caveats: Comparison['caveats'];
  unlike: string;
  source: string;
  table: {
    caption: string;
    columns: Comparison['table']['columns'];
    rows: { agencyId: string; cells: { text: string }[] }[];
  };
  charts: ChartPair;
  /** Query string that names this view and its release. */
  query: string;
}

/** The parts of a comparison that a panel shows; the rows behind them stay on the comparison's own page. */
export function panelOf(comparison: Comparison, charts: ChartPair, query: string): Panel {
  const { title, question, sentence, unitLabel, caveats, unlike, source, table } = comparison;
  return {
    metric: comparison.state.metric,
    title,
    question,
    sentence,
    unitLabel,
    caveats,
    unlike,
    source,
    table: {
      caption: table.caption,
      columns: table.columns,
      rows: table.rows.map(({ agencyId, cells }) => ({
        agencyId,
        cells: cells.map(({ text }) => ({ text })),
      })),
    },
    charts,
    query,
  };
}
