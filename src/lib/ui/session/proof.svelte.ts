import { getContext, setContext } from 'svelte';
import type { MetricId, MetricRow, MetricUnit } from '$lib/data/metrics/types';

/** One figure whose proof a reader asks for. */
export interface ProofRequest {
  documentId: string;
  unit: MetricUnit;
  /** What the figure is, as the heading of the panel; '' for a cell, which is called after its row and table. */
  heading: string;
  /** Path and query of a link to this proof. */
  link: () => string;
  /** The figure, or how to find it among a metric's answers, or a cell that is a figure of its own. */
  figure: MetricRow | { metric: MetricId; key: string; variant: string; denominator: string } | CellFigure;
  /** Names the figure on its page: the element with this `data-proof` gets the focus back. */
  key: string;
}

/** A cell, a sentence's figure, a headcount or a target by its reference. */
export interface CellFigure {
  cell: string;
}

/** An open proof as it is kept with an entry of the history: whoever looks at a cell and comes back finds it open. */
export interface KeptProof extends Omit<ProofRequest, 'link'> {
  link: string;
  /** Which of the elements with its key had opened it. */
  nth: number;
}

/** What shows proofs on a page: one panel, opened by whatever carries a figure. */
export class ProofSession {
  request = $state.raw<ProofRequest | null>(null);
  #trigger: Element | null = null;
  #nth = -1;
  #onclose: (() => void) | undefined;

  /** Opens the panel; with `onclose` the page's address says what is open, and the page itself opens it again. */
  open(request: ProofRequest, trigger: Element | null = null, onclose?: () => void): void {
    this.#trigger = trigger;
    this.#nth = trigger ? carriers(request.key).indexOf(trigger) : -1;
    this.#onclose = onclose;
    this.request = request;
  }

  /** Puts the panel away; the focus goes back to the figure. */
  close(): void {
    const { request } = this;
    if (!request) return;
    this.request = null;
    this.#onclose?.();
    const carrying = carriers(request.key);
    const back = this.#trigger?.isConnected
      ? this.#trigger
      : (carrying[this.#nth] ?? carrying.find((element) => element.getClientRects().length > 0));
    if (back instanceof HTMLElement || back instanceof SVGElement) back.focus();
  }

  /** The page went: nobody waits for the panel to close. */
  forget(): void {
    this.request = null;
    this.#trigger = null;
    this.#onclose = undefined;
  }

  keep(): KeptProof | null {
    if (!this.request || this.#onclose) return null;
    return { ...this.request, link: this.request.link(), nth: this.#nth };
  }

  restore({ link, nth, ...request }: KeptProof): void {
    this.open({ ...request, link: () => link });
    this.#nth = nth;
  }
}

function carriers(key: string): Element[] {
  return [...document.querySelectorAll(`[data-proof="${CSS.escape(key)}"]`)];
}

const KEY = Symbol('proof');

export function provideProof(): ProofSession {
  return setContext(KEY, new ProofSession());
}

export function useProof(): ProofSession {
  return getContext<ProofSession>(KEY);
}
