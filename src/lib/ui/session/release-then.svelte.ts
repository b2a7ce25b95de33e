import { base } from '$app/paths';
import type { Localised } from '$lib/core/model/localised';
import type { MetricId } from '$lib/data/metrics/types';
import type { ComparisonInput } from '$lib/view/comparison/index';

type Phase = 'idle' | 'loading' | 'unknown' | 'failed' | 'ready';
type Answers = Pick<ComparisonInput, 'release' | 'agencies' | 'documents' | 'rows'>;

/** One metric's answers as the release of an old link had them, fetched when such a link arrives. */
export class ReleaseThen {
  phase = $state<Phase>('idle');
  answers = $state.raw<(Answers & { moved: Record<string, string[]> }) | null>(null);
  reasons = $state.raw<Record<string, Localised>>({});

  #asked = '';

  async load(release: string, metric: MetricId): Promise<void> {
    const asked = `${release}/${metric}`;
    if (asked === this.#asked && this.phase !== 'failed') return;
    this.#asked = asked;
    this.phase = 'loading';
    try {
      const notes = (await get('index.json')) as { release: string; reason: Localised }[];
      if (!notes.some((note) => note.release === release)) {
        if (asked === this.#asked) this.phase = 'unknown';
        return;
      }
      const answers = await get(`${release}/answers/${metric}.json`);
      if (asked !== this.#asked) return;
      this.reasons = Object.fromEntries(notes.map((note) => [note.release, note.reason]));
      this.answers = answers as typeof this.answers;
      this.phase = 'ready';
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
