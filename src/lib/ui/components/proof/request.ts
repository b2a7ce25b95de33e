import type { MetricView } from '$lib/view/pages/metric-view';
import { documentOfKey } from '$lib/view/pages/proofs';
import { escapeText } from '$lib/view/link/text';
import type { ProofRequest } from '../../session/proof.svelte';

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
