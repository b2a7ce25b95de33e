import { base } from '$app/paths';
import type { ExportContext } from '$lib/view/export/index';
import type { Interface } from '../../session/interface';

/** Where and when an export of this page is made; `path` has no language prefix. Only in the browser. */
export function exportContext(ui: Interface, release: string, path: string): ExportContext {
  return { lang: ui.lang, release, path, site: siteAddress(ui), retrieved: today() };
}

export function siteAddress({ lang }: Pick<Interface, 'lang'>): string {
  return `${location.origin}${base}${lang === 'en' ? '/en' : ''}`;
}

/** The reader's own date. */
export function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
