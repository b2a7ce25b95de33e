/** Values of the design tokens by name (`--ink`), of one theme. */
export type Palette = ReadonlyMap<string, string>;

export type ThemeName = 'light' | 'dark';

const SELECTORS: Record<ThemeName, string> = { light: ':root', dark: ":root[data-theme='dark']" };

/** The design tokens of a theme out of tokens.css, for pictures that leave the page. */
export function palette(tokens: string, theme: ThemeName): Palette {
  const light = declarations(tokens, SELECTORS.light);
  return theme === 'light' ? light : new Map([...light, ...declarations(tokens, SELECTORS.dark)]);
}

function declarations(tokens: string, selector: string): Map<string, string> {
  const start = tokens.indexOf(`${selector} {`);
  const block = start === -1 ? '' : tokens.slice(start, tokens.indexOf('\n}', start));
  return new Map(
    [...block.matchAll(/(--[a-z0-9-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value.trim(),
    ]),
  );
}
