import { pushState, replaceState } from '$app/navigation';
import { decodeLink, encodeLink, type LinkContext, type LinkNotice } from '$lib/view/link/index';
import { defaultState, type ViewState } from '$lib/view/state';

/** How a change enters the history: `step` can be gone back from, `adjust` (dragging, typing) can't. */
export type ChangeKind = 'step' | 'adjust';

/**
 * The view state of one comparison, held together with the address bar, which is the share link.
 * Starts as the prerendered default; `read` takes over what the address says once the page runs.
 */
export class ViewLink {
  state = $state.raw() as ViewState;
  notices = $state.raw<LinkNotice[]>([]);
  /** Release that the link names, where it is not the one shown. */
  otherRelease = $state<string | null>(null);
  /** Whether the reader changed something, as opposed to having come by a link. */
  touched = $state(false);

  /** Local documents that the link was made with, wherever they are. */
  dependsOn = $state.raw<string[]>([]);

  readonly #context: LinkContext;
  /** The local documents shown, which every link made here names. */
  readonly #own: () => string[];
  readonly #release: string;
  /** Whether going back is what closes the proof. */
  #proofPushed = false;

  constructor(context: LinkContext, release: string, own: () => string[] = () => []) {
    this.#context = context;
    this.#release = release;
    this.#own = own;
    this.state = defaultState(context.metric);
  }

  /** Takes over a query string, on arrival and on going back. */
  read(search: string): void {
    const { state, notices } = decodeLink(search, this.#context);
    const { release, own, ...rest } = state;
    this.dependsOn = own;
    this.otherRelease = release !== null && release !== this.#release ? release : null;
    const next: ViewState = { ...rest, metric: this.#context.metric, release: null, own: [] };
    if (encodeLink(next) !== encodeLink(this.state)) this.state = next;
    this.notices = notices;
  }

  change(patch: Partial<ViewState>, kind: ChangeKind = 'step'): void {
    const next = { ...this.state, ...patch };
    if (encodeLink(next) === encodeLink(this.state)) return;
    this.state = next;
    this.touched = true;
    const address = `${location.pathname}?${this.query}`;
    if (kind === 'step') pushState(address, {});
    else replaceState(address, {});
  }

  /** Opens or closes the proof of a figure; the comparison stays as it is. */
  prove(key: string | null): void {
    if (key === this.state.proof) return;
    this.state = { ...this.state, proof: key };
    const address = `${location.pathname}?${this.query}`;
    if (key !== null) {
      this.#proofPushed = true;
      pushState(address, {});
    } else if (this.#proofPushed) {
      this.#proofPushed = false;
      history.back();
    } else replaceState(address, {});
  }

  reset(): void {
    this.change(defaultState(this.state.metric));
  }

  dismiss(): void {
    this.notices = [];
    this.otherRelease = null;
  }

  get isDefault(): boolean {
    return encodeLink({ ...this.state, proof: null }) === encodeLink(defaultState(this.state.metric));
  }

  /** The state as a query string that names no release, for what follows the data. */
  get liveQuery(): string {
    return encodeLink({ ...this.state, release: null }, this.#context.metric);
  }

  /** The state as a query string that names its release. */
  get query(): string {
    const own = this.#own();
    return encodeLink({ ...this.state, own, release: this.#release }, this.#context.metric);
  }
}
