import { base } from '$app/paths';
import { search, searchRows, unpackSearch, type SearchFile, type SearchRow } from '$lib/view/search/index';

let loading: Promise<SearchRow[]> | undefined;

/** The search: its index is fetched when it is first opened, once a visit. */
export class SearchSession {
  question = $state('');
  phase = $state<'loading' | 'ready' | 'failed'>('loading');
  #rows = $state.raw<SearchRow[]>([]);

  groups = $derived(search(this.#rows, this.question));
  count = $derived(this.groups.reduce((sum, group) => sum + group.hits.length + group.more, 0));

  async load(): Promise<void> {
    this.phase = 'loading';
    try {
      loading ??= fetchRows();
      this.#rows = await loading;
      this.phase = 'ready';
    } catch {
      loading = undefined;
      this.phase = 'failed';
    }
  }
}

async function fetchRows(): Promise<SearchRow[]> {
  const response = await fetch(`${base}/search.json`);
  if (!response.ok) throw new Error(`search.json: ${response.status}`);
  return searchRows(unpackSearch((await response.json()) as SearchFile));
}
