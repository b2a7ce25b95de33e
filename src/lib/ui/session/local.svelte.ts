import { getContext, setContext } from 'svelte';
import type { LocalDocument, LocalSummary } from '$lib/data/local/document';

export type LocalPhase = 'unread' | 'ready' | 'unavailable';

/** The documents that this browser keeps for its reader. Every tab of the site knows when one comes or goes. */
export class LocalSession {
  phase = $state<LocalPhase>('unread');
  documents = $state.raw<LocalSummary[]>([]);
  #channel: BroadcastChannel | null = null;

  /** Reads what is kept; without any the database isn't even made. */
  async read(): Promise<void> {
    this.#listen();
    try {
      const { listLocal } = await import('$lib/data/local/store.browser');
      this.documents = await listLocal();
      this.phase = 'ready';
    } catch {
      this.phase = 'unavailable';
    }
  }

  /** Keeps a document; false where the browser has no room or keeps nothing (private windows). */
  async keep(document: LocalDocument, files: readonly File[]): Promise<boolean> {
    try {
      const { keepLocal } = await import('$lib/data/local/store.browser');
      await keepLocal(document, files);
      // A reader's own work is not to be cleared away for want of room.
      void navigator.storage?.persist?.();
    } catch {
      return false;
    }
    await this.#moved();
    return true;
  }

  async remove(id: string): Promise<void> {
    const { removeLocal } = await import('$lib/data/local/store.browser');
    await removeLocal(id);
    await this.#moved();
  }

  async document(id: string): Promise<LocalDocument | null> {
    const { readLocal } = await import('$lib/data/local/store.browser');
    return readLocal(id);
  }

  async files(id: string): Promise<File[]> {
    const { readLocalFiles } = await import('$lib/data/local/store.browser');
    return readLocalFiles(id);
  }

  async #moved(): Promise<void> {
    await this.read();
    this.#channel?.postMessage('moved');
  }

  #listen(): void {
    if (this.#channel || typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel('mingzhang-local');
    this.#channel.addEventListener('message', () => void this.read());
  }
}

const KEY = Symbol('local');

export function provideLocal(): LocalSession {
  return setContext(KEY, new LocalSession());
}

export function useLocal(): LocalSession {
  return getContext<LocalSession>(KEY);
}
