import { base } from '$app/paths';
import type { MetricId } from '$lib/data/metrics/types';
import type { ComparisonInput } from '$lib/view/comparison/input';
import type { RowVerdict } from '$lib/view/proof/index';
import { answersThen } from './release-then.svelte';

/** What one comparison is made from besides its metric's record. */
export type PublishedInput = Omit<ComparisonInput, 'metric'> & {
  /** One for each row, in its order. */
  verdicts: RowVerdict[];
};

/** The input of a metric as published; rejects where it can't be fetched. */
export async function fetchInput(metric: MetricId): Promise<PublishedInput> {
  const path = `/answers/${metric}/input.json`;
  const response = await fetch(`${base}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as PublishedInput;
}

/** The input of a metric in an earlier release; null where that release isn't kept or can't be fetched. */
export async function fetchReleasedInput(
  metric: MetricId,
  release: string,
): Promise<Omit<ComparisonInput, 'metric'> | null> {
  try {
    const { agencies, documents, rows } = await answersThen(release, metric);
    return { release, agencies, documents, rows };
  } catch {
    return null;
  }
}
