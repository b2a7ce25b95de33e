import { base } from '$app/paths';
import type { MetricId, MetricRow } from '$lib/data/metrics/types';
import type { ProofData } from '$lib/data/proof';

const documents = new Map<string, Promise<ProofData>>();

/** One document's proof data, fetched once; a failed fetch is tried anew. */
export function fetchProof(documentId: string): Promise<ProofData> {
  const known = documents.get(documentId);
  if (known) return known;
  const loading = fetchJson<ProofData>(`/documents/${encodeURIComponent(documentId)}/proof.json`);
  documents.set(documentId, loading);
  loading.catch(() => documents.delete(documentId));
  return loading;
}

/** Every answer row of a metric as published. */
export function fetchRows(metric: MetricId): Promise<MetricRow[]> {
  return fetchJson<MetricRow[]>(`/answers/${metric}.json`);
}

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(`${base}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}
