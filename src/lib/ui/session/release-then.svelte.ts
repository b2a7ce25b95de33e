import { base } from '$app/paths';
import type { Localised } from '$lib/core/model/localised';
import type { MetricId } from '$lib/data/metrics/types';
import type { ComparisonInput } from '$lib/view/comparison/index';

type Phase = 'idle' | 'loading' | 'unknown' | 'failed' | 'ready';

/** One metric's answers as another release had them, with what is known of why rows moved since. */
export interface AnswersThen extends Pick<ComparisonInput, 'release' | 'agencies' | 'documents' | 'rows'> {
  /** Row key → releases in which the row moved. */
  moved: Record<string, string[]>;
}

/** Why each release differs from the one before it, by release. */
export type ReleaseReasons = Record<string, Localised>;

/** The reasons of all releases; null where the release is none of them. Rejects where they can't be fetched. */
export async function reasonsSince(release: string): Promise<ReleaseReasons | null> {
  const notes = (await get('index.json')) as { release: string; reason: Localised }[];
  if (!notes.some((note) => note.release === release)) return null;
  return Object.fromEntries(notes.map((note) => [note.release, note.reason]));
}

/** Rejects where they can't be fetched. */
export async function answersThen(release: string, metric: MetricId): Promise<AnswersThen> {
  return (await get(`${encodeURIComponent(release)}/answers/${metric}.json`)) as AnswersThen;
}

/** One metric's answers as the release of an old link had them, fetched when such a link arrives. */
export class ReleaseThen {
  phase = $state<Phase>('idle');
  answers = $state.raw<AnswersThen | null>(null);
  reasons = $state.raw<ReleaseReasons>({});

  #asked = '';

  async load(release: string, metric: MetricId): Promise<void> {
    const asked = `${release}/${metric}`;
    if (asked === this.#asked && this.phase !== 'failed') return;
    this.#asked = asked;
    this.phase = 'loading';
    try {
      const reasons = await reasonsSince(release);
      const answers = reasons && (await answersThen(release, metric));
      if (asked !== this.#asked) return;
      this.reasons = reasons ?? {};
      this.answers = answers;
      this.phase = answers ? 'ready' : 'unknown';
    } catch {
      if (asked === this.#asked) this.phase = 'failed';
    }
  }
}

async function get(path: string): Promise<unknown> {
  const response = await fetch(`${base}/releases/${path}`);
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return response.json();
}
