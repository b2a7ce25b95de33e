import { parseStyle } from './style.ts';

const STYLES = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;
const COMMENTS = /\/\*[\s\S]*?\*\/|<!--|-->/g;
/** Rules for other media than the screen say nothing about what is seen. */
const AT_RULES = /@[^{};]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]+;/g;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const SIMPLE = /^([a-z][\w-]*)?((?:[.#][\w-]+)*)$/i;
/** More style than any article brings; beyond it nothing is looked at. */
const MOST_STYLE = 500_000;

/** Whether the page's own style sheets hide an element of this name, class and id (simple selectors only). */
export type Hides = (name: string, attributes: Record<string, string>) => boolean;

interface Selector {
  name: string | undefined;
  classes: string[];
  id: string | undefined;
}

/** The style sheets in a page -> what they hide. */
export function hiddenByStyle(html: string): Hides {
  const sheets = [...html.slice(0, MOST_STYLE).matchAll(STYLES)].map((match) => match[1] ?? '').join('\n');
  const selectors: Selector[] = [];
  for (const [, list = '', body = ''] of sheets
    .replace(COMMENTS, ' ')
    .replace(AT_RULES, ' ')
    .matchAll(RULE)) {
    if (!parseStyle(body)?.hidden) continue;
    selectors.push(...list.split(',').flatMap((one) => selectorOf(one.trim()) ?? []));
  }
  if (selectors.length === 0) return () => false;
  return (name, attributes) => {
    const classes = (attributes['class'] ?? '').split(/\s+/);
    return selectors.some(
      (selector) =>
        (selector.name === undefined || selector.name === name) &&
        (selector.id === undefined || selector.id === attributes['id']) &&
        selector.classes.every((one) => classes.includes(one)),
    );
  };
}

function selectorOf(text: string): Selector | null {
  const [, name, rest = ''] = SIMPLE.exec(text) ?? [];
  const marks = rest.match(/[.#][\w-]+/g) ?? [];
  const id = marks.find((mark) => mark.startsWith('#'))?.slice(1);
  const classes = marks.filter((mark) => mark.startsWith('.')).map((mark) => mark.slice(1));
  return name === undefined && marks.length === 0 ? null : { name: name?.toLowerCase(), classes, id };
}
