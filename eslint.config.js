import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Rings, innermost first: each may import itself and what stands before it. */
const RINGS = ['core', 'data', 'words', 'view', 'ui', 'worker', 'prerender', 'routes'];
const MAY_IMPORT = {
  core: ['core'],
  data: ['core', 'data'],
  words: ['core', 'data', 'words'],
  view: ['core', 'data', 'words', 'view'],
  worker: ['core', 'data', 'worker'],
  ui: ['core', 'data', 'words', 'view', 'ui', 'worker'],
  prerender: ['core', 'data', 'words', 'view', 'ui', 'prerender'],
};

function ring(name) {
  const forbidden = RINGS.filter((other) => !MAY_IMPORT[name].includes(other));
  const patterns = [
    {
      regex: `^(\\.\\./)+(lib/)?(${forbidden.join('|')})/|^\\$lib/(${forbidden.join('|')})(/|$)`,
      message: `${name} may import ${MAY_IMPORT[name].join(', ')} only (CONTRIBUTING.md, rings).`,
    },
    { regex: '^(\\.\\./)+cli/', message: 'Nothing imports the command line programs.' },
  ];
  if (['core', 'data', 'words', 'view'].includes(name)) {
    patterns.push({
      regex: '^(svelte|\\$app|\\$lib|\\$env)(/|$)',
      message: `${name} knows nothing of Svelte; import by relative path.`,
    });
  }
  if (name === 'core') {
    patterns.push({
      regex: '^(node:|@duckdb/|apache-arrow|@observablehq/)',
      message: 'core is pure: no Node, DuckDB or Plot.',
    });
  }
  return {
    files: [`src/lib/${name}/**`],
    ignores: ['**/*.test.ts', '**/*.node.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

export default ts.config(
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      'static/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
      'src/**/*.generated.ts',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  { files: ['src/cli/**', 'src/lib/prerender/**', 'tests/**'], rules: { 'no-console': 'off' } },
  ...Object.keys(MAY_IMPORT).map(ring),
  {
    files: ['src/routes/**'],
    ignores: ['**/+*.server.ts', '**/+server.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^\\$lib/prerender(/|$)',
              message: 'What runs at build time stays in server files of routes.',
            },
          ],
        },
      ],
    },
  },
);
