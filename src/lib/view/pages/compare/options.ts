import type { Agency } from '../../../data/answers.ts';
import type { MetricRecord, MetricRow, MetricVariant } from '../../../data/metrics/types.ts';
import type { Lang } from '../../../core/model/localised.ts';
import { agenciesOfGroup, defaultPeerGroup } from '../../comparison/index.ts';
import { ALL_PEERS, type ViewState } from '../../state.ts';

export interface Option<T extends string = string> {
  value: T;
  label: string;
}

/** Fiscal years for which the metric has an answer, newest first. */
export function yearsOf(rows: readonly MetricRow[]): number[] {
  return [...new Set(rows.map((row) => row.fiscal_year))].sort((a, b) => b - a);
}

/** Agencies that the view chooses from: those of its peer group, and any that a link named besides. */
export function choiceOf(agencies: readonly Agency[], state: ViewState): Agency[] {
  const group = state.peers ?? defaultPeerGroup(agencies) ?? ALL_PEERS;
  const peers = group === ALL_PEERS ? agencies : agenciesOfGroup(agencies, group);
  return agencies.filter((agency) => peers.includes(agency) || state.agencies.includes(agency.agency_id));
}

/** Parts of the metric that have a figure under this variant, in the metric's order. */
export function itemsOf(
  items: readonly MetricVariant[],
  rows: readonly MetricRow[],
  variant: string,
): MetricVariant[] {
  const present = new Set(
    rows.filter((row) => row.variant === variant && row.value !== null).map((row) => row.item),
  );
  return items.filter((item) => present.has(item.id));
}

/** Whether amounts of this view follow the reader's unit. */
export function followsUnit(record: Pick<MetricRecord, 'variants' | 'unit'>, variant: string): boolean {
  const unit = record.variants.find((entry) => entry.id === variant)?.unit ?? record.unit;
  return unit === 'yuan' || unit === 'yuan-per-head';
}

export function shortName(agency: Agency, lang: Lang): string {
  return lang === 'en' ? agency.short_en : agency.short_zh;
}
