import { getContext, setContext } from 'svelte';
import { base } from '$app/paths';
import type { Lang } from '$lib/core/model/localised';
import { MESSAGES, type Messages } from '$lib/words/index';

/** The language of the page being shown, its text, and addresses in it. */
export interface Interface {
  readonly lang: Lang;
  readonly m: Messages;
  /** Address of a page of this site in the page's language: `/methods` or `/en/methods`. */
  href(path: string): string;
}

const KEY = Symbol('interface');

/** Sets the language for all components below; `lang` is read anew whenever the page changes. */
export function provideInterface(lang: () => Lang): Interface {
  const ui: Interface = {
    get lang() {
      return lang();
    },
    get m() {
      return MESSAGES[lang()];
    },
    href: (path) => localHref(path, lang()),
  };
  return setContext(KEY, ui);
}

export function useInterface(): Interface {
  return getContext<Interface>(KEY);
}

export function localHref(path: string, lang: Lang): string {
  return `${base}${lang === 'en' ? '/en' : ''}${path}`;
}
