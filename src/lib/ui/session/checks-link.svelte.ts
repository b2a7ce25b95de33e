import { pushState } from '$app/navigation';
import type { LinkNotice } from '$lib/view/link/index';
import {
  DEFAULT_FILTER,
  decodeChecks,
  encodeChecks,
  type ChecksFilter,
  type ChecksVocabulary,
} from '$lib/view/checks/index';

/** The filter of the findings, held together with the address bar, which is the share link. */
export class ChecksLink {
  filter = $state.raw<ChecksFilter>(DEFAULT_FILTER);
  notices = $state.raw<LinkNotice[]>([]);
  /** Release that the link names, where it is not the one shown. */
  otherRelease = $state<string | null>(null);

  readonly #vocabulary: ChecksVocabulary;
  readonly #release: string;

  constructor(vocabulary: ChecksVocabulary, release: string) {
    this.#vocabulary = vocabulary;
    this.#release = release;
  }

  /** Takes over a query string, on arrival and on going back. */
  read(search: string): void {
    const { filter, notices } = decodeChecks(search, this.#vocabulary);
    const { release } = filter;
    this.otherRelease = release !== null && release !== this.#release ? release : null;
    this.filter = { ...filter, release: null };
    this.notices = notices;
  }

  change(patch: Partial<ChecksFilter>): void {
    const next = { ...this.filter, ...patch };
    if (encodeChecks(next) === encodeChecks(this.filter)) return;
    this.filter = next;
    const query = this.isDefault ? '' : `?${this.query}`;
    pushState(`${location.pathname}${query}`, {});
  }

  dismiss(): void {
    this.notices = [];
    this.otherRelease = null;
  }

  get isDefault(): boolean {
    return encodeChecks(this.filter) === encodeChecks(DEFAULT_FILTER);
  }

  /** The filter as a query string that names its release. */
  get query(): string {
    return encodeChecks({ ...this.filter, release: this.#release });
  }
}
