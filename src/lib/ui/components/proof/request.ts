import type { MetricId, MetricUnit } from '$lib/data/metrics/types';
import type { Comparison } from '$lib/view/comparison/types';
import { escapeText } from '$lib/view/link/text';
import type { ProofRequest } from '../../session/proof.svelte';
import { documentOfKey } from './figures';

/** A view of a metric as far as the proofs of its figures need it. */
export interface MetricView {
  metric: MetricId;
  title: string;
  unit: MetricUnit;
  variant: string;
  denominator: string;
  /** Query string that names this view and its release. */
  query: string;
}

export function metricView({ state, title, unit }: Comparison, query: string): MetricView {
  const { metric, variant, denominator } = state;
  return { metric, title, unit, variant, denominator, query };
}

/** Asks for the proof of a figure of a view; `path` is the view's own page, `name` says whose figure it is. */
export function metricRequest(view: MetricView, key: string, path: string, name?: string): ProofRequest {
  const { metric, variant, denominator, unit, title, query } = view;
  return {
    documentId: documentOfKey(key),
    unit,
    heading: name ? `${name} · ${title}` : title,
    link: () => `${path}?${query}&p=${escapeText(key)}`,
    figure: { metric, key, variant, denominator },
    key,
  };
}
