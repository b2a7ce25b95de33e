const KEY = 'mingzhang.theme';
const DARK = '(prefers-color-scheme: dark)';

/** Light or dark: the system's, until the reader chooses otherwise. Choosing what the system has anyway forgets the choice. */
export class Theme {
  dark = $state(false);

  /** Call in the browser, once mounted; returns what ends it. */
  watch(): () => void {
    const query = matchMedia(DARK);
    const read = (): void => {
      const chosen = document.documentElement.dataset['theme'];
      this.dark = chosen === undefined ? query.matches : chosen === 'dark';
    };
    read();
    query.addEventListener('change', read);
    return () => {
      query.removeEventListener('change', read);
    };
  }

  toggle(): void {
    this.dark = !this.dark;
    const root = document.documentElement;
    const choice = this.dark ? 'dark' : 'light';
    const asSystem = matchMedia(DARK).matches === this.dark;
    if (asSystem) delete root.dataset['theme'];
    else root.dataset['theme'] = choice;
    try {
      if (asSystem) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, choice);
    } catch {
      // Storage may be forbidden; the choice lasts as long as the page.
    }
  }
}
