import { getContext, setContext } from 'svelte';
import type { MetricId, MetricRow, MetricUnit } from '$lib/data/metrics/types';

/** One figure whose proof a reader asks for. */
export interface ProofRequest {
  documentId: string;
  unit: MetricUnit;
  /** What the figure is, as the heading of the panel. */
  heading: string;
  /** Path and query of a link to this proof. */
  link: () => string;
  /** The figure, or how to find it among a metric's answers. */
  figure: MetricRow | { metric: MetricId; key: string; variant: string; denominator: string };
  /** Names the figure on its page: the element with this `data-proof` gets the focus back. */
  key: string;
}

/** What shows proofs on a page: one panel, opened by whatever carries a figure. */
export class ProofSession {
  request = $state.raw<ProofRequest | null>(null);
  #trigger: Element | null = null;
  #onclose: (() => void) | undefined;

  open(request: ProofRequest, trigger: Element | null = null, onclose?: () => void): void {
    this.#trigger = trigger;
    this.#onclose = onclose;
    this.request = request;
  }

  /** Puts the panel away; the focus goes back to the figure. */
  close(): void {
    const { request } = this;
    if (!request) return;
    this.request = null;
    this.#onclose?.();
    const own = `[data-proof="${CSS.escape(request.key)}"]`;
    const back = this.#trigger?.isConnected ? this.#trigger : visible(document.querySelectorAll(own));
    if (back instanceof HTMLElement || back instanceof SVGElement) back.focus();
  }

  /** The page went: nobody waits for the panel to close. */
  forget(): void {
    this.request = null;
    this.#trigger = null;
    this.#onclose = undefined;
  }
}

function visible(elements: Iterable<Element>): Element | null {
  for (const element of elements) if (element.getClientRects().length > 0) return element;
  return null;
}

const KEY = Symbol('proof');

export function provideProof(): ProofSession {
  return setContext(KEY, new ProofSession());
}

export function useProof(): ProofSession {
  return getContext<ProofSession>(KEY);
}
