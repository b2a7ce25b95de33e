import { onMount } from 'svelte';
import { afterNavigate, goto, pushState, replaceState } from '$app/navigation';
import type { Link, LinkNotice, LinkState } from '$lib/view/link/index';
import { useInterface, type Interface } from './interface';

/** How a change enters the history: `step` can be gone back from, `adjust` (dragging, typing) can't. */
export type ChangeKind = 'step' | 'adjust';

export interface PageLinkOptions<State extends LinkState, Known> {
  link: Link<State, Known>;
  /** What links may name, asked whenever the address is read. */
  known: () => Known;
  /** Release that the page shows. */
  release: string;
  /** The local documents shown, which every link made here names. */
  own?: () => string[];
}

/**
 * The state of one page, held together with the address bar, which is the share link. Starts as the prerendered
 * default and takes over what the address says once the page runs. To be made while a component is.
 */
export class PageLink<State extends LinkState, Known> {
  /** Without release and local documents, which `otherRelease` and `dependsOn` say. */
  state = $state.raw() as State;
  /** What of the link could not be read. */
  notices = $state.raw<LinkNotice[]>([]);
  /** Release that the link names, where it is not the one shown. */
  otherRelease = $state<string | null>(null);
  /** Local documents that the link was made with, wherever they are. */
  dependsOn = $state.raw<string[]>([]);
  /** Whether the reader changed something, as opposed to having come by a link. */
  touched = $state(false);

  protected readonly options: PageLinkOptions<State, Known>;
  readonly #ui: Interface = useInterface();

  constructor(options: PageLinkOptions<State, Known>) {
    this.options = options;
    this.state = options.link.start(options.known());
  }

  /** Reads the address on arrival and on going back, and does `after` each time. */
  follow(after: () => void = () => undefined): void {
    let here = '';
    const take = (): void => {
      this.read(location.search);
      after();
    };
    afterNavigate(() => {
      here = location.pathname;
      take();
    });
    onMount(() => {
      const back = (): void => {
        if (location.pathname === here) take();
      };
      addEventListener('popstate', back);
      return () => {
        removeEventListener('popstate', back);
      };
    });
  }

  /** Takes over a query string. One that belongs to another page leads there. */
  read(search: string): void {
    const { link, known } = this.options;
    const present = known();
    const { state, notices } = link.decode(search, present);
    if (link.page(state) !== link.page(link.start(present))) {
      void goto(this.#ui.href(link.path(state)), { replaceState: true });
      return;
    }
    const { release } = state;
    this.otherRelease = release !== null && release !== this.options.release ? release : null;
    this.dependsOn = ownOf(state);
    const next = marked(state, null, []);
    if (link.encode(next) !== link.encode(this.state)) this.state = next;
    this.notices = notices;
  }

  change(patch: Partial<State>, kind: ChangeKind = 'step'): void {
    const next = { ...this.state, ...patch };
    if (this.options.link.encode(next) === this.options.link.encode(this.state)) return;
    this.state = next;
    this.touched = true;
    this.write(kind);
  }

  /** Puts the state into the address. */
  write(kind: ChangeKind): void {
    const { link } = this.options;
    const isPlain = link.encode(this.state) === link.encode(link.defaults(this.state));
    const address = isPlain && this.#own.length === 0 ? location.pathname : this.address;
    if (kind === 'step') pushState(address, {});
    else replaceState(address, {});
  }

  reset(): void {
    this.change(this.options.link.defaults(this.state));
  }

  dismiss(): void {
    this.notices = [];
    this.otherRelease = null;
  }

  get isDefault(): boolean {
    const { link } = this.options;
    return link.encode(this.state) === link.encode(link.defaults(this.state));
  }

  /** The state, with what `patch` changes in it, as a query string that names its release. */
  queryWith(patch: Partial<State> = {}): string {
    const { link, release } = this.options;
    return link.encode(marked({ ...this.state, ...patch }, release, this.#own));
  }

  get query(): string {
    return this.queryWith();
  }

  /** The state as a query string that names no release, for what follows the data. */
  get liveQuery(): string {
    return this.options.link.encode(this.state);
  }

  /** Path and query of the view as it is shown. */
  get address(): string {
    return `${location.pathname}?${this.query}`;
  }

  get #own(): string[] {
    return this.options.own?.() ?? [];
  }
}

function ownOf(state: LinkState): string[] {
  return 'own' in state ? (state.own as string[]) : [];
}

/** The state with the release and, where its links have them, the local documents that it is shown from. */
function marked<State extends LinkState>(state: State, release: string | null, own: string[]): State {
  return 'own' in state ? { ...state, release, own } : { ...state, release };
}
