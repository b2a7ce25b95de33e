import { sourceCount } from '../../comparison/index.ts';
import type { Comparison } from '../../comparison/types.ts';
import { comparisonLink } from '../../link/pages/comparison.ts';
import type { ChartPair } from '../chart-pair.ts';
import { metricView, type MetricView } from '../metric-view.ts';
import {
  chartMarks,
  citedSentences,
  tableProofs,
  type CitedText,
  type FigureProof,
  type ProofMark,
  type VerdictOf,
} from '../proofs.ts';

/** What a panel of the home page shows of a comparison. */
export interface Panel extends MetricView {
  question: string;
  sentence: CitedText[];
  unitLabel: string;
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
  /** The same query without its release. */
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
  const { question, unitLabel, caveats, unlike, table, lang } = comparison;
  return {
    ...metricView(comparison, comparisonLink.encode({ ...comparison.state, release })),
    question,
    sentence: citedSentences(comparison, verdictOf)[0] ?? [],
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
    proofs: tableProofs(comparison, verdictOf),
    marks: chartMarks(comparison),
    charts,
    liveQuery: comparisonLink.encode(comparison.state),
    release,
  };
}
