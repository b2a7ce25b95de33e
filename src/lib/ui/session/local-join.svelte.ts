import type { MetricId } from '$lib/data/metrics/types';
import type { ComparisonInput } from '$lib/view/comparison/input';
import { localToken } from '$lib/data/local/id';
import type { RowVerdict } from '$lib/view/proof/index';
import type { LocalAnswers } from './local-engine.browser';
import type { LocalSession } from './local.svelte';

export type JoinPhase = 'none' | 'joining' | 'joined' | 'failed';

/**
 * Brings the reader's own documents into a comparison: what is published stands at once, the reader's own comes as soon as the
 * engine has worked it out. Without any nothing is fetched.
 */
export class LocalJoin {
  phase = $state<JoinPhase>('none');
  answers = $state.raw<LocalAnswers | null>(null);
  readonly #local: LocalSession;
  #asked = 0;
  #metric: MetricId | null = null;

  constructor(local: LocalSession) {
    this.#local = local;
  }

  /** To be called whenever the documents kept change, or the metric. */
  async join(metric: MetricId): Promise<void> {
    const asked = ++this.#asked;
    if (metric !== this.#metric) this.answers = null;
    this.#metric = metric;
    if (this.#local.documents.length === 0) {
      this.answers = null;
      this.phase = 'none';
      return;
    }
    this.phase = 'joining';
    try {
      const { answerLocally } = await import('./local-engine.browser');
      const answers = await answerLocally(metric);
      if (asked !== this.#asked) return;
      this.answers = answers;
      this.phase = answers ? 'joined' : 'none';
    } catch {
      if (asked === this.#asked) this.phase = 'failed';
    }
  }

  /** Published and own together. */
  with(input: ComparisonInput, verdicts: RowVerdict[]): { input: ComparisonInput; verdicts: RowVerdict[] } {
    const { answers } = this;
    if (!answers) return { input, verdicts };
    return {
      input: {
        ...input,
        agencies: [...input.agencies, ...answers.agencies],
        documents: [...input.documents, ...answers.documents],
        rows: [...input.rows, ...answers.rows],
      },
      verdicts: [...verdicts, ...answers.verdicts],
    };
  }

  /** What a link names of the documents of these agencies. */
  tokens(agencies: ReadonlySet<string>): string[] {
    if (!this.answers) return [];
    return this.#local.documents.filter(({ agencyId }) => agencies.has(agencyId)).map(localToken);
  }
}
