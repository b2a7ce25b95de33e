import { base } from '$app/paths';
import { isLocalId } from '$lib/data/local/id';
import type { MetricId, MetricRow } from '$lib/data/metrics/types';
import type { ProofData } from '$lib/data/proof';

const documents = new Map<string, Promise<ProofData>>();

/** One document's proof data, fetched once; a failed fetch is tried anew. */
export function fetchProof(documentId: string): Promise<ProofData> {
  if (isLocalId(documentId)) return fetchLocal(documentId);
  const known = documents.get(documentId);
  if (known) return known;
  const loading = fetchJson<ProofData>(`/documents/${encodeURIComponent(documentId)}/proof.json`);
  documents.set(documentId, loading);
  loading.catch(() => documents.delete(documentId));
  return loading;
}

/** Kept in this browser; read anew each time, because the reader may have corrected it. */
async function fetchLocal(documentId: string): Promise<ProofData> {
  const { localProof } = await import('./local-proof.browser');
  const proof = await localProof(documentId);
  if (!proof) throw new Error(`${documentId} is not in this browser`);
  return proof;
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
