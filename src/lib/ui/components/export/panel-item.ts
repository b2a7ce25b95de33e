import type { MetricId } from '$lib/data/metrics/types';
import type { ExportItem } from '$lib/view/export/index';
import { defaultState } from '$lib/view/state';
import { comparisonLink } from '$lib/view/link/pages/comparison';
import type { Interface } from '../../session/interface';
import { fetchInput } from '../../session/published-input';
import { verdictsOf } from '$lib/view/pages/proofs';

/** A comparison as the home page shows it, ready to be exported; its rows are fetched, as the page has only the picture. */
export async function panelItem(metric: MetricId, ui: Interface): Promise<ExportItem> {
  const [{ verdicts, ...published }, { METRICS }, { compare }, { comparisonItem }] = await Promise.all([
    fetchInput(metric),
    import('$lib/data/metrics/index'),
    import('$lib/view/comparison/index'),
    import('./comparison-item'),
  ]);
  const input = { ...published, metric: METRICS[metric] };
  const state = defaultState(metric);
  const path = comparisonLink.path({ ...state, release: input.release });
  const verdictOf = verdictsOf(input.rows, verdicts);
  return comparisonItem({ comparison: compare(state, input, ui.lang), input, verdictOf, path }, ui);
}
