import type { Lang } from '$lib/core/model/localised';
import { loadAnswers, loadEngine } from '$lib/data/answers.node';
import { METRICS } from '$lib/data/metrics/index';
import { loadLineItems } from '$lib/data/metrics/line-items';
import { METRIC_IDS, type MetricId } from '$lib/data/metrics/types';
import { comparisonInput, defaultPeerGroup, type ComparisonInput } from '$lib/view/comparison/index';
import { leadsOf } from '$lib/view/outliers/leads';
import type { LeadGroup } from '$lib/view/pages/leads/groups';
import { printWaterfall } from './charts';
import { wholeBook } from './check-book';

/** The leads of each peer group that has enough agencies to have any, the default group first; made at build time. */
export async function leadGroups(lang: Lang): Promise<LeadGroup[]> {
  const answers = await loadAnswers();
  const { engine } = await loadEngine();
  const inputs = Object.fromEntries(
    METRIC_IDS.map((id) => [id, comparisonInput(answers, METRICS[id])]),
  ) as Record<MetricId, ComparisonInput>;
  const material = { inputs, lines: await loadLineItems(engine), book: wholeBook(lang) };
  const first = defaultPeerGroup(answers.agencies);
  const groups = [...new Set(answers.agencies.map(({ peer_group }) => peer_group))];
  return groups
    .sort((a, b) => Number(b === first) - Number(a === first))
    .map((peers) => ({
      peers,
      size: answers.agencies.filter((agency) => agency.peer_group === peers).length,
      leads: leadsOf(peers, material, lang).map((lead) => ({
        ...lead,
        charts: lead.waterfall && printWaterfall(lead.waterfall, lead.colour),
      })),
    }))
    .filter(({ leads }) => leads.length > 0);
}
