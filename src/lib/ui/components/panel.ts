import { sourceCount } from '$lib/view/comparison/index';
import type { Comparison } from '$lib/view/comparison/types';
import type { MetricId, MetricUnit } from '$lib/data/metrics/types';
import { encodeLink } from '$lib/view/link/index';
import type { ChartPair } from '../charts/pair';
import { chartMarks, tableProofs, type FigureProof, type ProofMark, type VerdictOf } from './proof/figures';

/** What a panel of the home page shows of a comparison. */
export interface Panel {
  metric: MetricId;
  title: string;
  question: string;
  sentence: string;
  unit: MetricUnit;
  unitLabel: string;
  variant: string;
  denominator: string;
  caveats: Comparison['caveats'];
  unlike: string;
  source: string;
  table: {
    caption: string;
    columns: Comparison['table']['columns'];
    rows: { agencyId: string; cells: { text: string }[] }[];
  };
  proofs: (FigureProof | null)[][];
  marks: ProofMark[];
  charts: ChartPair;
  /** Query string that names this view and its release. */
  query: string;
  /** The same without its release. */
  liveQuery: string;
  release: string;
}

/** From how many documents on their titles would be longer than the panel's own words. */
const MOST_TITLES = 6;

/** The parts of a comparison that a panel shows; the rows behind them stay on the comparison's own page. */
export function panelOf(
  comparison: Comparison,
  charts: ChartPair,
  release: string,
  verdictOf: VerdictOf,
): Panel {
  const { title, question, sentence, unit, unitLabel, caveats, unlike, table, lang } = comparison;
  return {
    metric: comparison.state.metric,
    unit,
    variant: comparison.state.variant,
    denominator: comparison.state.denominator,
    title,
    question,
    sentence,
    unitLabel,
    caveats,
    unlike,
    source:
      comparison.sources.length > MOST_TITLES
        ? sourceCount(comparison.sources, release, lang)
        : comparison.source,
    table: {
      caption: table.caption,
      columns: table.columns,
      rows: table.rows.map(({ agencyId, cells }) => ({
        agencyId,
        cells: cells.map(({ text }) => ({ text })),
      })),
    },
    proofs: tableProofs(table, verdictOf),
    marks: chartMarks(comparison),
    charts,
    query: encodeLink({ ...comparison.state, release }),
    liveQuery: encodeLink(comparison.state),
    release,
  };
}
