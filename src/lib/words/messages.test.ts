import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { textOf, type Said } from './say.ts';
import { zh } from './zh.ts';

type Tree = { [key: string]: unknown };

/** Every text, those made by functions with stand-ins for what goes into them. */
function texts(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const here = `${path}${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function')
      return [[here, String(filled(value as (...args: unknown[]) => unknown, key))]];
    return texts(value as Tree, `${here}.`);
  });
}

function filled(make: (...args: unknown[]) => unknown, key: string): unknown {
  if (key === 'list') return make(['甲', '乙']);
  const text = make(...Array.from({ length: make.length }, (_, i) => 3 + i));
  return Array.isArray(text) ? textOf(text as Said<never>) : text;
}

describe('the text of the interface', () => {
  it.each(texts(zh))('%s uses full-width punctuation', (_, text) => {
    expect(text).not.toMatch(/\p{Script=Han}[,;:!?.()]|[,;:!?(]\p{Script=Han}/u);
  });
  it.each(texts(en))('%s has no Chinese punctuation', (path, text) => {
    if (path !== 'format.list') expect(text).not.toMatch(/[，。；：？！（）、]/);
  });
  it('has the same texts in both languages', () => {
    expect(texts(en).map(([path]) => path)).toEqual(texts(zh).map(([path]) => path));
  });
  it('lists names as each language does', () => {
    expect(zh.format.list(['甲', '乙', '丙'])).toBe('甲、乙、丙');
    expect(en.format.list(['A', 'B', 'C'])).toBe('A, B and C');
    expect(en.format.list(['A'])).toBe('A');
    expect(en.format.list([])).toBe('');
  });
  it('counts as each language does', () => {
    expect(zh.home.headline(5)).toContain('五家');
    expect(en.home.headline(2)).toContain('two agencies');
    expect(zh.home.headline(31)).toContain('31');
  });
});
