import { comparisonVocabulary, type ComparisonInput } from '$lib/view/comparison/index';
import { comparisonLink, type ComparisonKnown } from '$lib/view/link/pages/comparison';
import type { ViewState } from '$lib/view/state';
import { PageLink } from './page-link.svelte.ts';

/** What a link to the comparison of a page may name. */
export function knownOf(input: ComparisonInput): ComparisonKnown {
  const { id } = input.metric;
  return {
    metric: id,
    vocabulary: (metric) => (metric === id ? comparisonVocabulary(input) : {}),
  };
}

/** The view of one comparison, and the proof that lies open over it. */
export class ComparisonLink extends PageLink<ViewState, ComparisonKnown> {
  /** Whether going back is what closes the proof. */
  #proofPushed = false;

  constructor(input: () => ComparisonInput, release: string, own: () => string[]) {
    super({ link: comparisonLink, known: () => knownOf(input()), release, own });
  }

  /** Opens or closes the proof of a figure; the comparison stays as it is. */
  prove(key: string | null): void {
    if (key === this.state.proof) return;
    this.state = { ...this.state, proof: key };
    if (key !== null) {
      this.#proofPushed = true;
      this.write('step');
    } else if (this.#proofPushed) {
      this.#proofPushed = false;
      history.back();
    } else this.write('adjust');
  }

  /** Whether the comparison is as nobody has changed it, whatever lies over it. */
  override get isDefault(): boolean {
    const { link } = this.options;
    return link.encode({ ...this.state, proof: null }) === link.encode(link.defaults(this.state));
  }
}
